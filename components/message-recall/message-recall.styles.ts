import { css } from '../shared/reactive-element.js';

/** Structure of the message recall. */
export const messageRecallStyles = css`
  label,
  dt,
  .bad {
    font-weight: 600;
  }
  .bad {
    display: block;
    color: var(--skranke-error, CanvasText);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
  }
  .field .line,
  .line + .bad {
    margin-block-start: var(--_space);
  }
  .receipt {
    margin-block-start: calc(2 * var(--_space));
  }
  input {
    flex: 1 1 16em;
    max-inline-size: 30em;
    min-inline-size: 0;
    min-block-size: 44px;
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
  .card {
    padding: calc(2 * var(--_space));
    border: 1px solid var(--_border-soft);
    border-radius: var(--_radius);
  }
  dl > div {
    display: grid;
    grid-template-columns: 9em minmax(0, 1fr);
    gap: var(--_space);
    align-items: baseline;
    padding-block: var(--_space);
  }
  dl > div + div {
    border-block-start: 1px solid var(--_border-soft);
  }
  .button .icon {
    margin-inline-end: 0.4em;
  }
  .line > .button {
    margin: 0;
  }
  .message > div {
    flex: 1;
  }
  .stack > dialog {
    margin: auto;
    inline-size: 34em;
    max-inline-size: calc(100vw - 4 * var(--_space));
    padding: calc(3 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
  }
  /* Darkens in light and dark schemes alike, without a colour. */
  ::backdrop {
    backdrop-filter: brightness(0.5);
  }
  dialog .line:first-child {
    flex-wrap: nowrap;
    justify-content: space-between;
    align-items: baseline;
  }
  dialog .button {
    flex: none;
    max-inline-size: 100%;
  }
  @container (max-width: 30em) {
    dl > div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
  @container (max-width: 15em) {
    dialog .line:first-child {
      flex-wrap: wrap;
    }
    .stack > dialog {
      padding: calc(2 * var(--_space));
    }
  }
  @media print {
    form,
    .left,
    .button {
      display: none;
    }
  }
`;
