import { css } from 'lit';

/** What the console's elements share beyond the widgets' own shared styles. */
export const consoleStyles = css`
  .columns {
    display: grid;
    gap: calc(3 * var(--_space)) calc(4 * var(--_space));
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 22em), 1fr));
    align-items: start;
    margin-block: calc(2 * var(--_space)) calc(4 * var(--_space));
  }
  .work {
    display: grid;
    gap: calc(4 * var(--_space));
    grid-template-columns: minmax(0, 1fr);
    margin-block-start: calc(2 * var(--_space));
  }
  @container (min-width: 46em) {
    .work {
      grid-template: 'form live' auto 'stored live' 1fr / minmax(0, 1fr) minmax(0, 1fr);
    }
    .work > section:last-of-type {
      grid-area: live;
    }
  }
  .part {
    font-size: var(--skranke-subheading-size, 1.25em);
    margin-block-end: calc(1.5 * var(--_space));
  }
  .small-heading {
    font-size: 1em;
    font-weight: 600;
    margin-block-start: calc(2 * var(--_space));
  }
  .muted,
  .hint,
  .about {
    color: var(--_muted);
  }
  .hint {
    font-size: 0.9em;
  }
  .message,
  .field,
  details,
  .check {
    margin-block-end: calc(2 * var(--_space));
  }
  .field > label,
  legend,
  .label {
    display: block;
    font-weight: 600;
    padding: 0;
  }
  .field .muted,
  .check .muted {
    font-weight: normal;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
  }
  input:not([type='checkbox'], [type='file']),
  textarea,
  select {
    font: inherit;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 0.4em 0.6em;
    min-block-size: 2.75em;
    inline-size: 100%;
    max-inline-size: 100%;
  }
  input[aria-invalid='true'],
  textarea[aria-invalid='true'],
  select[aria-invalid='true'] {
    border: 2px solid var(--skranke-error, CanvasText);
  }
  .field-error {
    color: var(--skranke-error, CanvasText);
    font-weight: 600;
  }
  .check {
    display: flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: 2.75em;
    margin-block-end: 0;
  }
  .check input {
    inline-size: 1.5em;
    block-size: 1.5em;
    flex: none;
    margin: 0;
    accent-color: var(--_primary);
  }
  .check label {
    padding-block: 0.5em;
  }
  summary {
    cursor: pointer;
    font-weight: 600;
    min-block-size: 2.75em;
    align-content: center;
    color: var(--skranke-link, LinkText);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: center;
  }
  .button.small {
    min-block-size: 2.5em;
    padding: 0.2em 0.8em;
    border-width: 1px;
  }
  pre {
    margin: var(--_space) 0;
    padding: calc(1.5 * var(--_space));
    border: 1px solid var(--_border-soft);
    border-radius: var(--_radius);
    background: var(--_subtle);
    font-size: 0.85em;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .live {
    border: 1px solid var(--_border-soft);
    border-radius: var(--_radius);
    padding: calc(2 * var(--_space));
  }
  .live > * + * {
    margin-block-start: calc(4 * var(--_space));
  }
  .rows {
    border-block-start: 1px solid var(--_border-soft);
    margin-block-end: calc(2 * var(--_space));
  }
  .rows > li {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(2 * var(--_space));
    justify-content: space-between;
    align-items: center;
    padding-block: calc(1.5 * var(--_space));
    border-block-end: 1px solid var(--_border-soft);
  }
  .rows > li > :first-child {
    flex: 1 1 14em;
    min-inline-size: 0;
  }
  .move {
    display: flex;
    gap: var(--_space);
  }
  .move select {
    inline-size: auto;
    min-block-size: 2.5em;
    padding-block: 0.2em;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    overflow-wrap: break-word;
    inline-size: 100%;
    min-inline-size: 44em;
    margin-block-end: calc(3 * var(--_space));
  }
  caption {
    text-align: start;
    font-weight: 600;
    padding-block: var(--_space);
  }
  th,
  td {
    text-align: start;
    vertical-align: top;
    padding: 0.4em 1em 0.4em 0;
    border-block-end: 1px solid var(--_border-soft);
  }
  code,
  pre {
    font-family: ui-monospace, monospace;
  }
  code {
    font-size: 0.9em;
  }
`;
