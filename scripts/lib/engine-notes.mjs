/** What tests could not do in an engine. Chromium can do all of it, so that there nothing is ever left out. */
import { relative } from 'node:path';
import { ROOT } from './project.mjs';

/** `{file, title, media, reason}` of each test that found something missing. */
export const notes = [];

/** The path of a test in the sources; most are bundled before they are run. */
export const sourceOf = (testFile) =>
  relative(ROOT, testFile).replace(/^\.tmp\/unit[^/]*\/(.*)\.js$/, '$1.ts');

export function engineNotesPlugin() {
  return {
    name: 'skranke-engine-notes',
    executeCommand({ command, payload, session }) {
      if (command !== 'engine:note') return undefined;
      if ((process.env.TEST_ENGINE ?? 'chromium') === 'chromium')
        throw new Error(`Chromium must not leave this out: ${payload.reason}`);
      notes.push({ file: sourceOf(session.testFile), ...payload });
      return true;
    },
  };
}
