// The script may come after the elements: they ask for nothing before it has run.
import { configure } from '/dist/cdn/skranke.js';

configure({
  backendUrl: 'http://localhost:4010',
  // A real host asks its session for the token, and for a new one when `refresh` is true.
  getToken: ({ refresh }) => (refresh ? null : 'pilot-company'),
});

document.addEventListener('skranke-activity-opened', ({ detail }) => {
  document.querySelector('#opened').textContent = `Sidst åbnet: ${detail.id}`;
});
