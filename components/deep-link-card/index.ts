export { SkrankeDeepLinkCard } from './deep-link-card.js';
export { SkrankeLinkCopiedEvent, type DeepLinkCardEventMap } from './deep-link-card.events.js';
export type { DeepLinkCardMessages } from './deep-link-card.messages.js';
