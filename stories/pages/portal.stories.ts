import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import type { BrowserPilot } from '../../mocks/browser.js';
import { settled } from '../../components/testing.js';
import './portal.css';
import { widgets } from './widgets.js';

/** Which widgets a host has; one that none names stands on the intranet. */
const MAIN = {
  borger: ['consent-request', 'contact-point-picker'],
  virk: ['deadline-list', 'contact-point-picker'],
  intranet: ['message-recall', 'deep-link-card'],
};
type Host = keyof typeof MAIN;

const named = new Set(Object.values(MAIN).flat());
const on = (host: Host) => [
  ...MAIN[host].flatMap((wanted) => widgets.filter(({ name }) => name === wanted)),
  ...widgets.filter(({ name }) => host === 'intranet' && !named.has(name)),
];

interface Page {
  readonly host: Host;
  readonly portal: string;
  readonly heading: string;
  readonly bar: readonly string[];
  readonly aside: TemplateResult;
}

function portal({ host, portal: name, heading, bar, aside }: Page): TemplateResult {
  const side = html`<aside aria-label="Mere">${aside}</aside>`;
  return html`<div class="portal ${host} ${host === 'intranet' ? '' : 'dkfds'}" lang="da">
    <header>${name}</header>
    <nav class="bar" aria-label="Portal">${bar.map((place) => html`<span>${place}</span>`)}</nav>
    <main>
      <h1>${heading}</h1>
      <div class="columns">
        ${host === 'intranet' ? side : nothing}
        <div>${on(host).map(({ render }) => html`<div>${render()}</div>`)}</div>
        ${host === 'intranet' ? nothing : side}
      </div>
    </main>
    <footer>En side til prøve. Den hører ikke til nogen myndighed.</footer>
  </div>`;
}

/** All widgets of the page are there, and each has what it is for. */
async function check({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  await settled(canvasElement);
  const all = [...canvasElement.querySelectorAll('*')].filter(({ localName }) =>
    localName.startsWith('skranke-'),
  );
  const others = all.filter((widget) => !widget.matches(':state(ready)')).map(({ localName }) => localName);
  if (all.length < 2 || others.length > 0)
    throw new Error(`of ${all.length} widgets not ready: ${others.join()}`);
}

const meta: Meta = {
  title: 'In a portal',
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen' },
};

export default meta;

const pilotFor = (host: Host) => (pilot: BrowserPilot) =>
  on(host).forEach((widget) => widget.setPilot(pilot));

export const CitizensPortal: StoryObj = {
  play: check,
  globals: { theme: 'borger' },
  parameters: { pilot: pilotFor('borger') },
  render: () =>
    portal({
      host: 'borger',
      portal: 'Borgerportalen',
      heading: 'Din kontakt med det offentlige',
      bar: ['Post', 'Samtykker', 'Log ud'],
      aside: html`<section class="box">
          <h2>Har du brug for hjælp?</h2>
          <p>Ring til Borgerservice i Fjordby Kommune på 00&nbsp;00&nbsp;00&nbsp;00.</p>
          <p>Mandag til fredag kl. 9–15</p>
        </section>
        <section class="box">
          <h2>Svar på andres vegne</h2>
          <p>Med en fuldmagt kan du svare for din mor, din nabo eller dit barn.</p>
        </section>`,
    }),
};

export const BusinessPortal: StoryObj = {
  play: check,
  globals: { theme: 'virk' },
  parameters: { pilot: pilotFor('virk') },
  render: () =>
    portal({
      host: 'virk',
      portal: 'Virksomhedsportalen',
      heading: 'Prøvebageriet ApS',
      bar: ['Overblik', 'Indberet', 'Post', 'Log ud'],
      aside: html`<skranke-deadline-list types="besked"></skranke-deadline-list>`,
    }),
};

export const Intranet: StoryObj = {
  play: check,
  globals: { theme: 'intranet' },
  parameters: { pilot: pilotFor('intranet') },
  render: () =>
    html`<style>
        :root {
          --skranke-brand: #7a1f5c;
        }
      </style>
      ${portal({
        host: 'intranet',
        portal: 'Fjordby Kommunes intranet',
        heading: 'Digital Post for sagsbehandlere',
        bar: ['Nyheder', 'Værktøjer', 'Find en kollega'],
        aside: html`<ul class="side">
          <li aria-current="page">Digital Post</li>
          <li>Sager</li>
          <li>Vejledninger</li>
        </ul>`,
      })}`,
};
