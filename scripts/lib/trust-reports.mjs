/** What is made of the results of the trust tests: the fault matrix and the summaries. */

const PHASES = ['first load', 'refresh', 'submit'];
const unique = (list) => [...new Set(list)];
const cell = (text) => text.replaceAll('|', '\\|');

/** Faults with the same outcome stand in one row. */
function tableOf(rows) {
  const byOutcome = new Map();
  for (const { fault, sees, retry, event } of rows) {
    const outcome = [sees, retry, event].map(cell).join(' | ');
    byOutcome.set(outcome, [...(byOutcome.get(outcome) ?? []), cell(fault)]);
  }
  const lines = [...byOutcome].map(([outcome, faults]) => `| ${faults.join(', ')} | ${outcome} |`);
  return ['| fault | the user sees | way on | the host is told |', '|---|---|---|---|', ...lines].join('\n');
}

function widgetPart(widget, rows) {
  const tables = PHASES.map((phase) => [
    phase,
    rows.filter((row) => row.widget === widget && row.phase === phase),
  ])
    .filter(([, inPhase]) => inPhase.length > 0)
    .map(([phase, inPhase]) => `### ${phase}\n\n${tableOf(inPhase)}`);
  return `## ${widget}\n\n${tables.join('\n\n')}`;
}

const INTRO = `# Fault matrix

What the user sees when something goes wrong between a widget and its backend, in each phase: the first load, a refresh
of what is there, and the last step of the task (\`submit\`: what is sent, or what else is asked for then). **Made by the tests**
(\`trust/faults\`): \`npm run test:faults\` checks it, \`npm run test:faults -- --write\` renews it.

Each cell is a test. Whatever the fault, it also asserts: exactly one state; nothing of the backend's own words on screen,
in an event or in the console; no exception and no unhandled rejection on the page; at most three tries of a read, one of a
write; what was on screen stays after a refresh that fails (unless access is lost or the backend's no is final); what the
user wrote or chose stays; once the fault is over the way on leads to the content; a write is carried out at most once over
all tries, also when only its answer was lost.

\`(the content)\`: as usual. Connections are broken over real sockets; a time-out and a drip end after 0.25 s here instead of 8 s.
`;

export function faultMatrix(rows) {
  const widgets = unique(rows.map(({ widget }) => widget)).sort();
  return [INTRO, ...widgets.map((widget) => widgetPart(widget, rows))].join('\n');
}

const count = (rows, name) => unique(rows.map((row) => row[name])).length;

/** The counts of several files of tests, added up. */
function total(all) {
  const sums = {};
  for (const [name, number] of all.flatMap(Object.entries)) sums[name] = (sums[name] ?? 0) + number;
  return sums;
}

export const summaries = {
  faults: (rows) =>
    `Fault matrix: ${count(rows, 'widget')} widgets × ${count(rows, 'fault')} faults × ${count(rows, 'phase')} phases, ${rows.length} cells.`,
  properties: (all) => {
    const { parts, cases, steps } = total(all);
    const [{ seed }] = all;
    return `Properties: ${parts} properties, ${cases} generated cases, ${steps} steps of users and backends. Seed ${seed}: npm run test:properties -- --seed ${seed}`;
  },
  leaks: (all) =>
    `Leaks: ${Object.entries(total(all))
      .map(([name, number]) => `${number} ${name}`)
      .join(', ')}.`,
};
