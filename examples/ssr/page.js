/** The page, the same on the server and in the browser. Importing the kit on a server does nothing. */
import { createElement, useEffect, useRef, useState } from 'react';
import 'skranke/deadline-list/define';

/** React does not attach listeners of custom events to an element that came from the server: an effect does. */
function useEvent(type, handle) {
  const place = useRef(null);
  useEffect(() => {
    const element = place.current;
    element.addEventListener(type, handle);
    return () => element.removeEventListener(type, handle);
  }, [type, handle]);
  return place;
}

/** Attributes, not properties: only they can stand in HTML. What is inside is shown until the list is ready. */
export function Page({ backendUrl }) {
  const [event, setEvent] = useState();
  const list = useEvent('skranke-activity-opened', setEvent);
  return createElement(
    'main',
    null,
    createElement('h1', null, 'Skranke fra en server'),
    createElement(
      'skranke-deadline-list',
      { ref: list, 'backend-url': backendUrl, 'page-size': 5 },
      createElement(
        'p',
        null,
        'Se fristerne på ',
        createElement('a', { href: 'https://virk.dk' }, 'virk.dk'),
      ),
    ),
    createElement('p', null, 'Åbnet: ', event?.detail.id),
  );
}
