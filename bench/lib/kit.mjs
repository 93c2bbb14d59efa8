/** Skranke on a page, against its pilot: the elements, and each widget's main task as a user does it. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, findWidgets } from '../../scripts/lib/project.mjs';

/** Ids of the pilot's own table, docs/pilot.md. */
const ID = {
  municipality: '14d6e9ad-fc0e-3918-0000-00000000f001',
  point: '163710ae-5078-350c-0000-0000000f1001',
  request: 'cr-1',
  message: '5e57d000-0000-4000-8000-000000000001',
};

/** Attributes of each element, and its main task: what must be done before all that it needs is there. */
const USES = {
  'contact-point-picker': {
    attributes: `organisation-id="${ID.municipality}"`,
    task: async (widget) => {
      await widget.getByRole('searchbox').fill('pas');
      await widget
        .getByRole('button', { name: /Fornyelse af pas/ })
        .first()
        .click();
      await widget.getByRole('link', { name: /^Skriv besked/ }).waitFor();
    },
  },
  'deep-link-card': {
    attributes: `contact-point-id="${ID.point}"`,
    task: (widget) => widget.getByRole('img').first().waitFor(),
  },
  'deadline-list': {
    attributes: '',
    task: async (widget) => {
      // A row whose text holds markup: the sanitiser is fetched.
      await widget.getByRole('button', { name: /Indsend årsregnskab/ }).click();
      await widget.locator('[part~=panel] a, [part~=panel] p').first().waitFor();
    },
  },
  'consent-request': {
    attributes: `request-id="${ID.request}"`,
    task: async (widget) => {
      for (const yes of await widget.getByRole('radio', { name: /^Ja, / }).all()) await yes.check();
      await widget.getByRole('button', { name: 'Gå videre', exact: true }).click();
      await widget.getByRole('button', { name: 'Send svar', exact: true }).click();
      await widget.getByRole('heading', { name: 'Kvittering for dit svar' }).waitFor();
    },
  },
  'message-recall': {
    attributes: `message-id="${ID.message}"`,
    task: async (widget) => {
      await widget.getByRole('button', { name: 'Tilbagekald', exact: true }).click();
      await widget.getByRole('button', { name: 'Bekræft tilbagekald', exact: true }).click();
      await widget.getByRole('heading', { name: 'Kvittering for tilbagekald' }).waitFor();
    },
  },
};

export const widgets = findWidgets();

/** A host page with these widgets. */
export function kitPage(names, backend, script) {
  const elements = names.map(
    (name) => `<skranke-${name} backend-url="${backend}" ${USES[name].attributes}></skranke-${name}>`,
  );
  return `<!doctype html><html lang="da"><meta charset="utf-8"><title>Skranke</title>
<script type="module" src="${script}"></script><body>${elements.join('\n')}</body></html>`;
}

/** Waits until each widget on the page can be used. */
export async function whenReady(page, names) {
  for (const name of names) await page.locator(`skranke-${name}:state(ready)`).waitFor();
}

/** Does the main task of each widget on the page. */
export async function doMainTasks(page, names) {
  for (const name of names) await USES[name].task(page.locator(`skranke-${name}`));
}

/** A pilot on a free port. */
export async function startPilot(...options) {
  const cli = join(DIST, 'cli/skranke.mjs');
  if (!existsSync(cli)) throw new Error('Run npm run build first.');
  const child = spawn(process.execPath, [cli, 'pilot', '--port', '0', ...options]);
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(data);
      if (found) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error('the pilot does not start')));
  });
  return { url, close: () => child.kill() };
}
