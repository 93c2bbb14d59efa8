import { configure } from 'skranke';
import 'skranke/contact-point-picker/define';
import 'skranke/deadline-list/define';
import 'skranke/themes/base.css';
import type {} from 'skranke/vue';
import { createApp } from 'vue';
import App from './App.vue';

configure({ backendUrl: 'http://localhost:4010' });
createApp(App).mount('#app');
