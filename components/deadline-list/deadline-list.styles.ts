import { css } from '../shared/reactive-element.js';

/** Structure of the deadline list. */
export const deadlineListStyles = css`
  .heading.row {
    font-size: inherit;
    font-weight: inherit;
  }
  .root > section + section {
    margin-block-start: calc(4 * var(--_space));
  }
  .card {
    padding: calc(2 * var(--_space));
    border: 1px solid var(--_border-soft);
    border-radius: var(--_radius);
    background: var(--_subtle);
  }
  .summary {
    display: flex;
    font-weight: 600;
    gap: var(--_space);
    align-items: center;
    margin-block-start: var(--_space);
  }
  .summary .icon {
    inline-size: 1.75em;
    block-size: 1.75em;
    color: var(--_primary);
  }
  .summary.alert .icon,
  .overdue {
    color: var(--skranke-error, CanvasText);
  }
  .overdue {
    font-weight: 600;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }
  .filters button {
    min-block-size: 44px;
    padding: 6px calc(1.5 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .filters button:hover {
    border-color: var(--_primary);
    text-decoration: underline;
  }
  .filters [aria-pressed='true'] {
    border-color: var(--_primary);
    box-shadow: inset 0 -3px 0 var(--_primary);
    font-weight: 600;
  }
  .rows {
    border-block-start: 1px solid var(--_border-soft);
  }
  .rows > li {
    border-block-end: 1px solid var(--_border-soft);
  }
  button.row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: calc(2 * var(--_space));
    inline-size: 100%;
    min-block-size: 44px;
    padding: calc(1.5 * var(--_space)) calc(4 * var(--_space)) calc(1.5 * var(--_space)) 0;
    border: 0;
    background: none;
    text-align: start;
    position: relative;
  }
  /* The names stand in line with the headings; the hover goes beyond them on both sides. */
  button.row:hover {
    background: var(--_subtle);
    box-shadow:
      calc(-1 * var(--_space)) 0 var(--_subtle),
      var(--_space) 0 var(--_subtle);
  }
  button.row:hover .title {
    text-decoration: underline;
  }
  /* The chevron is drawn with borders: one node less in each row. */
  button.row::after {
    content: '';
    position: absolute;
    inset-inline-end: var(--_space);
    inset-block-start: 1.6em;
    inline-size: 0.6em;
    block-size: 0.6em;
    border: solid var(--_primary);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    translate: 0 -30%;
  }
  button.row[aria-expanded='true']::after {
    rotate: -135deg;
    translate: 0 20%;
  }
  .due .small {
    display: block;
  }
  button.row > :not(.due) {
    grid-column: 1;
  }
  button.row > :first-child {
    font-weight: 600;
  }
  .authority {
    color: var(--_muted);
    font-size: 0.8em;
    font-weight: 400;
    letter-spacing: 0.04em;
    text-transform: uppercase;
  }
  .due {
    grid-area: 1 / 2 / span 8;
    text-align: end;
  }
  /* A cluster of characters that cannot be broken must not widen the host's page. */
  button.row,
  .panel,
  .notice {
    overflow-x: clip;
  }
  .panel {
    /* Clipped as it is, it has room for the focus ring of what stands at its start. */
    margin-inline-start: calc(-1 * var(--_space));
    padding: var(--_space) var(--_space) calc(2.5 * var(--_space));
    max-inline-size: 66ch;
  }
  .plain {
    white-space: pre-line;
  }
  .rich ul,
  .rich ol {
    padding-inline-start: 1.5em;
    list-style: disc;
  }
  .rich ol {
    list-style: decimal;
  }
  .rich :is(ul, ol) :is(ul, ol) :is(ul, ol) :is(ul, ol) {
    padding-inline-start: 0;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(1.5 * var(--_space));
    align-items: center;
  }
  .notices {
    display: grid;
    gap: calc(2 * var(--_space));
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 18em), 1fr));
  }
  .notice {
    block-size: 100%;
    padding: calc(2 * var(--_space));
    border: 1px solid var(--_border-soft);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .notice .heading {
    font-weight: 600;
  }
  .pager {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: center;
  }
  .pager p {
    margin-inline-end: auto;
  }
  @container (max-width: 34em) {
    button.row {
      grid-template-columns: minmax(0, 1fr);
    }
    .due {
      grid-area: auto;
      margin-block-start: var(--_space);
      text-align: start;
    }
  }
  @media (forced-colors: active) {
    .filters [aria-pressed='true'] {
      border: 3px solid Highlight;
    }
  }
  @media print {
    .filters,
    button.row::after,
    .due .small {
      display: none;
    }
    button.row {
      padding-inline: 0;
    }
  }
`;
