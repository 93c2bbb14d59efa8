/** The page, the same on the server and in the browser. Importing the kit on a server does nothing. */
import { createElement, useState } from 'react';
import 'skranke/deadline-list/define';

/** Attributes, not properties: only they can stand in HTML. What is inside is shown until the list is ready. */
export function Page({ backendUrl }) {
  const [opened, setOpened] = useState('');
  return createElement(
    'main',
    null,
    createElement('h1', null, 'Skranke fra en server'),
    createElement(
      'skranke-deadline-list',
      {
        'backend-url': backendUrl,
        'page-size': 5,
        'onskranke-activity-opened': ({ detail }) => setOpened(detail.id),
      },
      createElement(
        'p',
        null,
        'Se fristerne på ',
        createElement('a', { href: 'https://virk.dk' }, 'virk.dk'),
      ),
    ),
    createElement('p', null, 'Åbnet: ', opened),
  );
}
