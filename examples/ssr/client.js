import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Page } from './page.js';

const place = document.querySelector('#app');
hydrateRoot(place, createElement(Page, { backendUrl: place.dataset.backendUrl }));
