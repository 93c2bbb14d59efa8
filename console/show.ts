/** Puts the console on its page, with the kit as it is published. */
import type { Api } from './api.js';
import './define.js';
import { PilotConsole, type Configure } from './pilot-console.js';

/** The pilot must answer before this is called: the kit's elements ask as soon as they are registered. */
export async function showConsole(api: Api, { inPage }: { readonly inPage: boolean }): Promise<void> {
  const kit = new URL('../cdn/skranke.js', document.baseURI).href;
  const { configure } = (await import(/* @vite-ignore */ kit)) as { configure: Configure };
  const view = new PilotConsole();
  Object.assign(view, { api, configure, inPage });
  document.querySelector('#console')?.replaceWith(view);
}
