/** Every widget × every fault × every phase; the rows become docs/fault-matrix.md (`npm run test:faults`). */
import { expect } from '@open-wc/testing';
import { readOptions, save } from '../machine.js';
import { watchPage } from '../page-watch.js';
import type { Subject } from '../subject.js';
import { subjects } from '../subjects.js';
import { faults, type Fault } from './faults.js';
import { Cell, firstLoad, refresh, submit, type Row } from './matrix.js';
import { pageFaults } from './page-faults.js';
import { useQuickTime } from './quick-time.js';

const PHASES = { 'first load': firstLoad, refresh, submit };
const rows: Row[] = [];

type Play = (cell: Cell, subject: Subject, fault: Fault) => Promise<Row>;

async function run(subject: Subject, fault: Fault, play: Play): Promise<Row | Error> {
  const cell = new Cell(subject, await readOptions(), fault.patienceMs);
  try {
    return await play(cell, subject, fault);
  } catch (error) {
    return error as Error;
  } finally {
    cell.place.remove();
  }
}

for (const subject of subjects) {
  for (const phase of ['first load', 'refresh', 'submit'] as const) {
    if (phase === 'submit' && !subject.submit) continue;
    describe(`${subject.name}, ${phase}`, () => {
      useQuickTime();
      const { found, lines } = watchPage();
      const outcomes = new Map<Fault, Row | Error>();
      // Side by side: each has a backend of its own, and most of the time they wait.
      before(async function () {
        this.timeout(60_000);
        const play = (list: readonly Fault[]) =>
          Promise.all(
            list.map(async (fault) => outcomes.set(fault, await run(subject, fault, PHASES[phase]))),
          );
        await play(faults.filter(({ patienceMs }) => !patienceMs));
        // On a busy page their short patience would end before a good answer is read.
        await play(faults.filter(({ patienceMs }) => patienceMs));
      });

      for (const fault of faults) {
        it(fault.name, () => {
          const outcome = outcomes.get(fault)!;
          if (outcome instanceof Error) throw outcome;
          rows.push(outcome);
        });
      }

      it('no exception, no unhandled rejection, and only the kit’s own lines in the console', () => {
        expect(found).to.deep.equal([]);
        expect(
          lines.filter((line) => !line.startsWith('[skranke] ') || line.includes('SECRET')),
        ).to.deep.equal([]);
      });
    });
  }
}

describe('the page itself', () => {
  useQuickTime();
  const { found } = watchPage();
  for (const subject of subjects) {
    for (const { name, play } of pageFaults) {
      it(`${subject.name}: ${name}`, async () => {
        const cell = new Cell(subject, await readOptions());
        try {
          rows.push(...(await play(cell, subject)));
        } finally {
          cell.place.remove();
        }
      });
    }
  }

  it('no exception, no unhandled rejection', () => expect(found).to.deep.equal([]));

  after(() => save('faults', rows));
});
