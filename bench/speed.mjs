/**
 * `npm run bench:speed`: from data to layout, and the work of what a user does then, beside other ways of showing the same.
 * `npm run build` first; README.md beside this file says how to read it.
 *
 *     node bench/speed.mjs [--runs 7] [--sizes 1000,10000,50000] [--only 'picker|lit'] [--part picker|deadlines|qr] [--check]
 *
 * `--check` fails over the limits of the picker. With `--only`, other sizes or fewer runs nothing is written down.
 */
import { parseArgs } from 'node:util';
import { machine, record } from './lib/figures.mjs';
import { openBrowser } from './lib/pages.mjs';
import { benchDeadlines } from './speed/deadlines.mjs';
import { benchPicker } from './speed/picker.mjs';
import { benchQr } from './speed/qr.mjs';

const SIZES = '1000,10000,50000';
/** Fewer are a look, not a result. */
const MIN_RUNS = 7;
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    sizes: { type: 'string', default: SIZES },
    only: { type: 'string', default: '' },
    part: { type: 'string', default: '' },
    check: { type: 'boolean', default: false },
  },
});
const isWhole = !values.only && values.sizes === SIZES && Number(values.runs) >= MIN_RUNS;
const runs = Number(values.runs);
const PARTS = {
  deadlines: { name: 'Speed of the deadline list', run: (browser) => benchDeadlines(browser, { runs }) },
  qr: { name: 'Speed of the QR code', run: (browser) => benchQr(browser, { runs }) },
  picker: {
    name: 'Speed of the picker',
    run: (browser) =>
      benchPicker(browser, {
        runs,
        sizes: values.sizes.split(',').map(Number),
        only: new RegExp(values.only),
      }),
  },
};

const browser = await openBrowser();
let over = 0;
for (const [part, { name, run }] of Object.entries(PARTS)) {
  if (values.part && values.part !== part) continue;
  const result = await run(browser);
  over += result.over ?? 0;
  await record(name, { ...result, on: machine(browser), isWritten: isWhole });
}
await browser.close();
if (values.check && over > 0) process.exitCode = 1;
