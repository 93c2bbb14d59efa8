import { DeepLinkCardHarness } from '../../components/deep-link-card/deep-link-card.harness.js';
import type { SkrankeDeepLinkCard } from '../../components/deep-link-card/deep-link-card.js';
import '../../components/deep-link-card/deep-link-card.define.js';
import { json } from '../../components/shared/testing/fake-fetch.js';
import { element, pathOf, type Subject } from '../subject.js';

const POINT = 'bb6b168a-29a4-4a4a-ba61-29bbc6d42077';
const URL = `https://post.demo.borger.dk/send/14d6e9ad-fc0e-3918-0000-0000000000ea/${POINT}/`;

/** It sends nothing: its last steps, copying and saving, are made in the browser. */
export const deepLinkCard: Subject = {
  name: 'deep-link-card',
  make: () => element('skranke-deep-link-card', { 'contact-point-id': POINT, lang: 'da' }),
  harness: (made) => new DeepLinkCardHarness(made as unknown as SkrankeDeepLinkCard),
  answer: () => json({ deepLinks: [{ targets: ['CITIZEN'], platform: 'borger.dk', url: URL }] }),
  isRead: (call) => pathOf(call).endsWith('/deep-links'),
  content: URL,
};
