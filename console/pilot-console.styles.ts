import { css } from 'lit';

/** The console as a page: bar, menu, content; one column on a narrow screen. */
export const pageStyles = css`
  :host {
    background: var(--_surface);
  }
  .page {
    max-inline-size: 80em;
    margin-inline: auto;
    padding: calc(2 * var(--_space));
  }
  .skip {
    position: absolute;
    inset-inline-start: -100vw;
  }
  .skip:focus {
    position: static;
  }
  h1 {
    font-size: 2em;
    line-height: 1.2;
    margin-block: var(--_space);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: var(--_space);
    margin-block-end: calc(2 * var(--_space));
  }
  .settings {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr));
    gap: calc(2 * var(--_space)) calc(3 * var(--_space));
    padding: calc(2 * var(--_space));
    margin-block: calc(2 * var(--_space));
    border: 1px solid var(--_border-soft);
    border-radius: var(--_radius);
    background: var(--_subtle);
    align-items: start;
  }
  .settings .field {
    margin: 0;
  }
  .settings .actions {
    margin-block-start: var(--_space);
  }
  /* Fixed: nothing moves when something is said. */
  .status {
    position: fixed;
    z-index: 1;
    inset: auto 0 0;
    pointer-events: none;
  }
  .status p {
    inline-size: fit-content;
    max-inline-size: calc(100% - 4 * var(--_space));
    margin: 0 auto calc(2 * var(--_space));
    padding: var(--_space) calc(2 * var(--_space));
    border: 1px solid var(--skranke-success, CanvasText);
    border-inline-start-width: 6px;
    border-radius: var(--_radius);
    background: var(--skranke-success-surface, Canvas);
  }
  .status p.error {
    border-color: var(--skranke-error, CanvasText);
    background: var(--skranke-error-surface, Canvas);
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(3 * var(--_space));
    margin-block-start: calc(3 * var(--_space));
  }
  nav h2 {
    font-size: 1em;
    margin-block: calc(1.5 * var(--_space)) 0;
  }
  nav ul {
    display: flex;
    flex-wrap: wrap;
    column-gap: calc(2 * var(--_space));
  }
  nav a {
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75em;
    padding-inline: 0.1em;
  }
  nav a[aria-current] {
    font-weight: 600;
    color: inherit;
    text-decoration: none;
    border-block-end: 3px solid var(--_primary);
  }
  @container (min-width: 62em) {
    .body {
      grid-template-columns: 13em minmax(0, 1fr);
    }
    nav ul {
      display: block;
    }
    nav a {
      min-block-size: 2.25em;
    }
  }
`;
