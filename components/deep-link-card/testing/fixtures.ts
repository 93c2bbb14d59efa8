import { fixture } from '@open-wc/testing';
import type decode from 'jsqr';
import * as scanner from 'jsqr';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { createBackendClient, type BackendClient } from '../../shared/backend/client.js';
import { FakeFetch, json, type Reply } from '../../shared/testing/fake-fetch.js';
import { DeepLinkCardHarness } from '../deep-link-card.harness.js';
import '../deep-link-card.define.js';

/** The package is a script that leaves a global behind. */
/** In a bundle the scanner is a module like any other; as it is, it puts itself on the window. */
const inBundle: Partial<typeof scanner> = scanner;
const jsQR = () => inBundle.default ?? (window as unknown as { jsQR: typeof decode }).jsQR;

// The guides' own example ids and addresses (domain notes, section 2).
export const ORGANISATION = '14d6e9ad-fc0e-3918-0000-0000000000ea';
export const POINT = 'bb6b168a-29a4-4a4a-ba61-29bbc6d42077';
export const GROUP = 'fd8ca657-157c-3ffe-0000-000000001b2a';
export const BORGER = `https://post.demo.borger.dk/send/${ORGANISATION}/${POINT}/`;
export const VIRK = `https://pilot.virk.dk/digitalpost/new/${ORGANISATION}/${POINT}/`;

export const forCitizens = { targets: ['CITIZEN'], platform: 'borger.dk', url: BORGER };
export const forBusiness = { targets: ['COMPANY'], platform: 'virk.dk', url: VIRK };
export const forOthers = { ...forBusiness, targets: ['COMPANY', 'AUTHORITY'] };

/** An answer with these links. */
export const links = (...deepLinks: unknown[]): Response => json({ deepLinks });

/** An answer without a link, and why. */
export const noLinks = (reason?: string): Response => json({ deepLinks: [], reason });

interface Setting {
  readonly pointId?: string | undefined;
  readonly groupId?: string | undefined;
  readonly organisationId?: string;
  readonly audience?: string;
  readonly lang?: string;
}

/** A client with a backend that gives these replies in turn. */
export function clientOf(...replies: Reply[]): { client: BackendClient; backend: FakeFetch } {
  const backend = new FakeFetch(...replies);
  return {
    backend,
    client: createBackendClient({ backendUrl: 'https://backend.test', fetch: backend.fetch }),
  };
}

function card(client: BackendClient, setting: Setting): TemplateResult {
  const { pointId, groupId, organisationId, audience, lang = 'da' } = setting;
  return html`<skranke-deep-link-card
    contact-point-id=${pointId ?? nothing}
    contact-group-id=${groupId ?? nothing}
    organisation-id=${organisationId ?? nothing}
    audience=${audience ?? nothing}
    lang=${lang}
    .client=${client}
  ></skranke-deep-link-card>`;
}

/** A card that has loaded, and its backend. */
export async function mount(
  reply: Reply | readonly Reply[],
  setting: Setting = { pointId: POINT },
): Promise<{ card: DeepLinkCardHarness; backend: FakeFetch }> {
  const { client, backend } = clientOf(...(Array.isArray(reply) ? (reply as Reply[]) : [reply as Reply]));
  const place = await fixture<HTMLElement>(html`<div>${card(client, setting)}</div>`);
  place.style.background = 'var(--skranke-surface, Canvas)';
  const harness = DeepLinkCardHarness.in(place);
  await harness.settled();
  return { card: harness, backend };
}

const PIXELS = 4;

/** What a scanner reads in a drawing of this size in modules. */
function read(picture: CanvasImageSource, edge: number): string | undefined {
  const canvas = new OffscreenCanvas(edge, edge);
  const context = canvas.getContext('2d')!;
  context.drawImage(picture, 0, 0, edge, edge);
  const { data } = context.getImageData(0, 0, edge, edge);
  return jsQR()(data, edge, edge, { inversionAttempts: 'dontInvert' })?.data;
}

async function readUrl(url: string, edge: number): Promise<string | undefined> {
  const picture = new Image(edge, edge);
  picture.src = url;
  await picture.decode();
  return read(picture, edge);
}

/** What a scanner reads in a code as it stands on the page: with the colours that it has there. */
export async function scan(code: SVGSVGElement): Promise<string | undefined> {
  const edge = code.viewBox.baseVal.width * PIXELS;
  const copy = code.cloneNode(true) as SVGSVGElement;
  code.querySelectorAll('path').forEach((path, index) => {
    copy.querySelectorAll('path')[index]!.setAttribute('fill', getComputedStyle(path).fill);
  });
  copy.setAttribute('width', String(edge));
  copy.setAttribute('height', String(edge));
  const url = URL.createObjectURL(
    new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }),
  );
  return readUrl(url, edge);
}

/** What a scanner reads in a saved file. */
export async function scanFile(file: Blob): Promise<string | undefined> {
  const url = URL.createObjectURL(file);
  const picture = new Image();
  picture.src = url;
  await picture.decode();
  return readUrl(url, Math.max(1000, picture.naturalWidth));
}

/** Puts something in the place of the clipboard for each test: undefined is a browser without one. */
export function replaceClipboard(write: ((text: string) => Promise<void>) | undefined): void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: write && { writeText: write } });
}

/** Gives the browser's own clipboard back. */
export function restoreClipboard(): void {
  Reflect.deleteProperty(navigator, 'clipboard');
}
