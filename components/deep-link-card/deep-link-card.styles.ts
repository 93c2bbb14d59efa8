import { css } from '../shared/reactive-element.js';

/** Structure of the deep-link card. */
export const deepLinkCardStyles = css`
  .link-card {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(3 * var(--_space));
    padding: calc(3 * var(--_space));
    border: 1px solid var(--_border-soft);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .link-card > :only-child {
    grid-column: 1 / -1;
  }
  .address {
    font-weight: 600;
    unicode-bidi: isolate;
  }
  .outcome {
    display: flex;
    gap: var(--_space);
    font-weight: 600;
  }
  .outcome .icon {
    margin-block-start: 0.125em;
    color: var(--_primary);
  }
  .code {
    inline-size: 216px;
    max-inline-size: 100%;
  }
  /* A code stays dark on light in every theme, scheme and forced palette: else it cannot be scanned. */
  .code svg {
    display: block;
    forced-color-adjust: none;
  }
  .plate {
    fill: var(--skranke-code-plate);
  }
  .ink {
    fill: var(--skranke-code-ink);
  }
  .actions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(6.5em, 1fr));
    gap: var(--_space);
    margin-block-start: var(--_space);
  }
  .actions .button {
    padding-inline: var(--_space);
  }
  @container (max-width: 34em) {
    .link-card {
      grid-template-columns: minmax(0, 1fr);
      padding: calc(2 * var(--_space));
    }
  }
  @media print {
    .link-card {
      break-inside: avoid;
    }
    .code {
      inline-size: 42mm;
    }
    .outcome {
      display: none;
    }
    /* The link's text is its address already. */
    a[href]::after {
      content: none;
    }
  }
`;
