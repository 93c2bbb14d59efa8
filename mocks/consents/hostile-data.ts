/** Consent requests that try to do harm: texts that keep the contract's shapes, and return addresses that may not. */
import type { StoredRequest } from '../contract/consents.js';

/** Sets this on `window` if any of it is ever run; tests look for it. */
const HARM = 'window.__skrankeHarmed=true';

/** The texts of a request, with content that tries to do harm. */
export function withHostileTexts(request: StoredRequest): StoredRequest {
  const { declaration, authority, consents } = request;
  return {
    ...request,
    authority: {
      ...authority,
      name: `"><img src=x onerror=${HARM}>`,
      contact: {
        ...authority.contact,
        phone: `<svg onload="${HARM}">`,
        email: 'javascript:alert(1)//@example.dk',
      },
    },
    declaration: {
      ...declaration,
      heading: 'Sig \u202Eajn\u202C nu \u2067mod\u2069 venstre',
      introduction: `<script>${HARM}</script><p>Med opmærkning</p> \${alert(1)} {{7*7}} &lt;b&gt;`,
      legalBasis: 'Ø'.repeat(4000),
    },
    consents: consents.map((consent) => ({
      ...consent,
      purpose: `<label for="ja">${consent.purpose}</label><input id="ja" type="checkbox" checked>`,
      data: ['<img src=x onerror=alert(1)>', '👩‍👩‍👧‍👦 z̷̢a̸l̴g̵o̶', 'x'.repeat(255)],
    })),
  };
}

/**
 * Return addresses, for hosts that allow only `https://portal.example.dk`: `isAllowed` says whether such a host's page
 * may lead there. The strict contract refuses some of these addresses, so they are sent unchecked.
 */
export const redirectCorpus: readonly { readonly url: string; readonly isAllowed: boolean }[] = [
  { url: 'https://portal.example.dk/sag/42', isAllowed: true },
  { url: 'https://portal.example.dk/#/sag/42', isAllowed: true },
  { url: 'https://portal.example.dk/sag?nr=42&consentRequestId=gammel#del', isAllowed: true },
  { url: 'https://PORTAL.example.dk:443/sag', isAllowed: true },
  { url: `javascript:${HARM}`, isAllowed: false },
  { url: ` java\nscript:${HARM}`, isAllowed: false },
  { url: `data:text/html,<script>${HARM}</script>`, isAllowed: false },
  { url: 'blob:https://portal.example.dk/5e57d000-0000-4000-8000-000000000001', isAllowed: false },
  { url: '//evil.example/', isAllowed: false },
  { url: '\\\\evil.example\\', isAllowed: false },
  { url: 'https:\\\\evil.example\\portal.example.dk', isAllowed: false },
  { url: 'https://evil.example\\@portal.example.dk/', isAllowed: false },
  { url: 'https://portal.example.dk@evil.example/', isAllowed: false },
  { url: 'https://bruger:kode@portal.example.dk/', isAllowed: false },
  { url: 'https://portal.example.dk.evil.example/', isAllowed: false },
  { url: 'https://portal.example.dkevil.example/', isAllowed: false },
  { url: 'https://pоrtal.example.dk/', isAllowed: false },
  { url: 'https://portal.example.dk:8443/', isAllowed: false },
  { url: 'http://portal.example.dk/', isAllowed: false },
  { url: 'ftp://portal.example.dk/', isAllowed: false },
  { url: 'portal.example.dk/sag', isAllowed: false },
  { url: '', isAllowed: false },
];

/** One request a return address, `cr-redirect-1` and on, in the order of {@link redirectCorpus}. */
export function hostileRequests(open: StoredRequest): StoredRequest[] {
  return redirectCorpus.map(({ url }, index) => ({
    ...open,
    id: `cr-redirect-${index + 1}`,
    redirectUrl: url,
    quirk: 'any-redirect',
  }));
}
