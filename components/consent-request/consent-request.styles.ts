import { css } from '../shared/reactive-element.js';

/** Structure of the consent request. Yes and no share every rule: neither is bigger, bolder or nearer. */
export const consentRequestStyles = css`
  .text {
    white-space: pre-line;
    max-inline-size: 66ch;
  }
  .facts > div {
    display: grid;
    grid-template-columns: minmax(9em, 1fr) 3fr;
    gap: 0 calc(2 * var(--_space));
    padding-block: var(--_space);
    border-block-end: 1px solid var(--_border-soft);
  }
  .answers > div {
    grid-template-columns: 3fr 2fr;
  }
  .facts > :last-child {
    border: 0;
  }
  dt,
  .answer {
    font-weight: 600;
  }
  dd li + li {
    margin-block-start: calc(0.5 * var(--_space));
  }
  mark {
    padding-inline: 0.3em;
    background: var(--skranke-warning-surface, Mark);
    color: var(--skranke-ink, MarkText);
    font-weight: 600;
  }
  fieldset,
  .consent {
    min-inline-size: 0;
    margin-inline: 0;
    padding: calc(2 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  legend {
    /* In the card, not on its edge. */
    float: inline-start;
    inline-size: 100%;
    margin-block-end: var(--_space);
    padding: 0;
    font-size: var(--skranke-subheading-size, 1.25em);
    font-weight: 600;
    line-height: 1.25;
  }
  legend + * {
    clear: both;
  }
  p.error {
    color: var(--skranke-error, CanvasText);
    font-weight: 600;
  }
  .options {
    display: grid;
    grid-template-columns: 1fr 1fr;
    grid-auto-rows: 1fr;
    gap: var(--_space);
  }
  .option {
    display: flex;
    gap: var(--_space);
    align-items: center;
    min-block-size: 48px;
    padding: var(--_space) calc(1.5 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .option:hover {
    background: var(--_subtle);
  }
  .option:has(:checked) {
    outline: 2px solid var(--_primary);
    outline-offset: -2px;
  }
  .option:has(:focus-visible) {
    outline: 3px solid var(--skranke-focus, CanvasText);
    outline-offset: 1px;
  }
  .option input {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    outline: none;
    accent-color: var(--_primary);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(1.5 * var(--_space));
  }
  .consent ~ .heading {
    margin-block-start: calc(4 * var(--_space));
  }
  @container (max-width: 34em) {
    .facts > div,
    .options {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media print {
    .actions,
    #confirm,
    #confirm + .text {
      display: none;
    }
    /* The link's text is its address already. */
    dd a[href]::after {
      content: none;
    }
    .consent {
      break-inside: avoid;
    }
  }
`;
