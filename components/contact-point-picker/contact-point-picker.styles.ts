import { css } from '../shared/reactive-element.js';

/** Structure of the contact point picker. */
export const contactPointPickerStyles = css`
  .field > * + * {
    margin-block-start: calc(0.5 * var(--_space));
  }
  label,
  b {
    font-weight: 600;
  }
  input {
    display: block;
    inline-size: 100%;
    max-inline-size: 30em;
    min-block-size: 48px;
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  input[aria-invalid] {
    border: 2px solid var(--skranke-error, CanvasText);
  }
  .field .error {
    color: var(--skranke-error, CanvasText);
    font-weight: 600;
  }
  .card {
    padding: calc(2 * var(--_space));
    border: 1px solid var(--_border-soft);
    border-radius: var(--_radius);
    background: var(--_subtle);
  }
  .card .heading .small {
    display: block;
  }
  .rows > li {
    border-block-end: 1px solid var(--_border-soft);
  }
  .rows > :first-child {
    border-block-start: 1px solid var(--_border-soft);
  }
  /* The names stand in line with the headings; the hover goes beyond them on both sides. */
  .row {
    display: block;
    position: relative;
    inline-size: 100%;
    min-block-size: 48px;
    padding: calc(1.5 * var(--_space)) 0;
    border: 0;
    background: none;
    text-align: start;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 2.8em;
  }
  .row:enabled:hover {
    background: var(--_subtle);
    box-shadow:
      calc(-1 * var(--_space)) 0 var(--_subtle),
      var(--_space) 0 var(--_subtle);
  }
  .row:enabled:hover .name {
    text-decoration: underline;
  }
  .name {
    color: var(--_primary);
    font-weight: 600;
  }
  .row > .small {
    display: block;
  }
  /* The chevron is drawn with borders: one node less in each row. */
  .group {
    padding-inline-end: calc(4 * var(--_space));
  }
  .group::after {
    content: '';
    position: absolute;
    inset-inline-end: var(--_space);
    inset-block-start: calc(50% - 0.3em);
    inline-size: 0.6em;
    block-size: 0.6em;
    border: solid var(--_primary);
    border-width: 2px 2px 0 0;
    rotate: 45deg;
  }
  @media print {
    .group::after,
    .field:has([type='search']),
    p > .plain,
    nav + .plain {
      display: none;
    }
  }
  mark {
    background: var(--skranke-warning-surface, Mark);
    color: var(--skranke-ink, MarkText);
  }
  .plain {
    min-inline-size: 24px;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--skranke-link, LinkText);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .plain:hover {
    color: var(--skranke-link-hover, LinkText);
  }
  nav + .plain {
    min-block-size: 44px;
    margin: 0;
  }
  nav + .plain::before {
    content: '‹ ';
  }
  ol > li {
    display: inline;
  }
  ol .plain {
    text-align: center;
  }
  ol > li + li::before {
    content: ' › ';
  }
  .field + * {
    margin-block-start: calc(3 * var(--_space));
  }
  :disabled {
    cursor: default;
    opacity: 0.6;
  }
`;
