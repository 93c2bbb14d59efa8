import { createRoot } from 'react-dom/client';
import { configure } from 'skranke';
import 'skranke/contact-point-picker/define';
import 'skranke/deadline-list/define';
import 'skranke/themes/base.css';
import { App } from './App';

configure({ backendUrl: 'http://localhost:4010' });

const place = document.querySelector('#app');
if (place) createRoot(place).render(<App />);
