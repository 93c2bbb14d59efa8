import { css } from '../reactive-element.js';

/**
 * Structure that all widgets share. Colours come from the theme's tokens; without a theme the browser's own
 * system colours stand in. Sizes are `em` and px, since hosts set the root font size to 62.5 %.
 */
export const sharedStyles = css`
  :host {
    --_space: var(--skranke-space, 8px);
    --_ink: var(--skranke-ink, CanvasText);
    --_muted: var(--skranke-ink-muted, CanvasText);
    --_surface: var(--skranke-surface, Canvas);
    --_subtle: var(--skranke-surface-subtle, Canvas);
    --_border: var(--skranke-border, GrayText);
    --_border-soft: var(--skranke-border-soft, GrayText);
    --_primary: var(--skranke-primary, LinkText);
    --_primary-hover: var(--skranke-primary-hover, LinkText);
    --_on-primary: var(--skranke-on-primary, Canvas);
    --_radius: var(--skranke-radius, 3px);
    display: block;
    min-block-size: var(--skranke-min-height, auto);
    container-type: inline-size;
    min-inline-size: min(100%, 240px);
    contain-intrinsic-inline-size: min(40em, 80vw);
    color: var(--_ink);
    font-family: var(--skranke-font, inherit);
    font-size: var(--skranke-text-size, inherit);
    line-height: var(--skranke-line-height, 1.5);
    overflow-wrap: anywhere;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  .root {
    display: flow-root;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  .heading {
    font-size: var(--skranke-heading-size, 1.5em);
    line-height: 1.25;
    font-weight: 600;
  }
  .heading.part {
    font-size: var(--skranke-subheading-size, 1.25em);
  }
  .small {
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 400;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .fonts {
    visibility: hidden;
    font-weight: 600;
  }
  .fonts > ::before {
    content: 'a';
  }
  :focus-visible {
    outline: 3px solid var(--skranke-focus, CanvasText);
    outline-offset: 1px;
  }
  .heading:focus:not(:focus-visible) {
    outline: none;
  }
  button {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    cursor: pointer;
  }
  .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
    /* A picture keeps its colours else. */
    forced-color-adjust: auto;
  }
  a {
    color: var(--skranke-link, LinkText);
    text-underline-offset: 0.15em;
  }
  a:hover {
    color: var(--skranke-link-hover, LinkText);
  }
  /* As high as a line; those in an authority's own text are part of its lines. */
  a:not(.button, .rich a) {
    display: inline-block;
  }
  a .icon {
    inline-size: 0.95em;
    block-size: 0.95em;
    margin-inline-start: 0.3em;
    vertical-align: -0.1em;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: 44px;
    padding: 6px calc(2 * var(--_space));
    border: 2px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_primary);
    font-weight: 600;
    text-align: center;
    text-decoration: none;
  }
  .button:hover {
    border-color: var(--_primary-hover);
    color: var(--_primary-hover);
    text-decoration: underline;
  }
  .button.primary {
    background: var(--_primary);
    color: var(--_on-primary);
  }
  .button.primary:hover {
    background: var(--_primary-hover);
  }
  .button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: progress;
  }
  .message {
    display: flex;
    gap: calc(1.5 * var(--_space));
    padding: calc(2 * var(--_space));
    border: 1px solid var(--_kind);
    border-inline-start-width: 6px;
    border-radius: var(--_radius);
    background: var(--_pale);
  }
  @container (max-width: 20em) {
    .message {
      gap: var(--_space);
      padding: calc(1.5 * var(--_space));
    }
  }
  @container (max-width: 15em) {
    .message {
      flex-direction: column;
    }
    .button {
      padding-inline: var(--_space);
    }
  }
  .message > .icon {
    color: var(--_kind);
    inline-size: 1.5em;
    block-size: 1.5em;
  }
  .message-heading {
    font-weight: 600;
  }
  .message .button {
    margin-block-start: calc(1.5 * var(--_space));
  }
  .message.info {
    --_kind: var(--skranke-info, CanvasText);
    --_pale: var(--skranke-info-surface, Canvas);
  }
  .message.warning {
    --_kind: var(--skranke-warning, CanvasText);
    --_pale: var(--skranke-warning-surface, Canvas);
  }
  .message.error {
    --_kind: var(--skranke-error, CanvasText);
    --_pale: var(--skranke-error-surface, Canvas);
  }
  .message.success {
    --_kind: var(--skranke-success, CanvasText);
    --_pale: var(--skranke-success-surface, Canvas);
  }
  .root > * + *,
  .stack > * + * {
    margin-block-start: calc(2 * var(--_space));
  }
  .skeleton i {
    display: block;
    block-size: 1.5em;
    margin-block-end: var(--_space);
    /* Seen in forced colours only, where backgrounds are taken away. */
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_border-soft);
    opacity: 0.5;
  }
  .skeleton i:first-of-type {
    inline-size: 50%;
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton i {
      animation: pulse 1.6s ease-in-out infinite alternate;
    }
    @keyframes pulse {
      to {
        opacity: 0.2;
      }
    }
  }
  @media (pointer: coarse) {
    :host button {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
    a:not(.button, .rich a) {
      padding-block: 12px;
    }
  }
  /* Paper is white in every scheme, nothing on it can be pressed, and an address that cannot be seen is lost. */
  @media print {
    :host {
      /* Also where the page has set the scheme on the element itself. */
      color-scheme: light !important;
      background: var(--_surface);
    }
    a[href^='http']::after {
      content: ' (' attr(href) ')';
      font-weight: 400;
    }
    a.button.button {
      display: inline;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
    }
    button.button,
    a .icon {
      display: none;
    }
    :focus-visible {
      outline: 0;
    }
    .message,
    li {
      break-inside: avoid;
    }
  }
`;
