import { configure } from 'skranke';
import 'skranke/contact-point-picker/define';
import 'skranke/deadline-list/define';
import 'skranke/themes/base.css';
import { mount } from 'svelte';
import App from './App.svelte';

configure({ backendUrl: 'http://localhost:4010' });

const target = document.querySelector('#app');
if (target) mount(App, { target });
