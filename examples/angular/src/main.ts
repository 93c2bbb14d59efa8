import { bootstrapApplication } from '@angular/platform-browser';
import { configure } from 'skranke';
import 'skranke/contact-point-picker/define';
import 'skranke/deadline-list/define';
import { App } from './app';

configure({ backendUrl: 'http://localhost:4010' });
bootstrapApplication(App).catch((error: unknown) => console.error(error));
