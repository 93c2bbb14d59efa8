/** What is said of a model whose mutants have run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';

/** The changed line, in one line. */
function changedLine(lines, { location: { start, end }, replacement }) {
  const before = lines[start.line].slice(0, start.column);
  const after = lines[end.line].slice(end.column);
  return `${before}${replacement}${after}`.replaceAll(/\s+/g, ' ').trim();
}

/**
 * @param mutants as the runner gives them
 * @param left changed lines that nothing notices, by the reason
 * @returns the figures (what ends by time-out is noticed); `unknown`: what was not noticed, and why is not said; `stale`: what is said to be left but is not
 */
export function reportOf(model, mutants, left = {}) {
  const lines = readFileSync(join(ROOT, `components/${model}.ts`), 'utf8').split('\n');
  const unnoticed = mutants.filter(({ status }) => !['noticed', 'timeout'].includes(status));
  const known = new Set(Object.values(left).flat());
  const found = unnoticed.map((mutant) => changedLine(lines, mutant));
  return {
    model,
    all: mutants.length,
    noticed: mutants.length - unnoticed.length,
    timeouts: mutants.filter(({ status }) => status === 'timeout').length,
    unknown: unnoticed.flatMap(({ location, mutatorName, status }, at) =>
      known.has(found[at]) ? [] : [`${location.start.line + 1} ${mutatorName} ${status}: ${found[at]}`],
    ),
    stale: [...known].filter((line) => !found.includes(line)),
    reasons: Object.entries(left).map(([reason, of]) => [
      reason,
      found.filter((line) => of.includes(line)).length,
    ]),
  };
}

export const percent = ({ noticed, all }) => (100 * noticed) / all;

const START = '<!-- mutations:start -->';
const END = '<!-- mutations:end -->';

const cell = (text) => text.replaceAll('|', '\\|');

function rowOf(report) {
  const left = report.reasons.map(([reason, count]) => `${count}: ${cell(reason)}`).join('; ');
  return `| \`${report.model}\` | ${percent(report).toFixed(1)} % of ${report.all} | ${left} |`;
}

/** The document with the rows of these models renewed. */
export function withRows(text, reports) {
  const [before, rest] = text.split(START);
  const [table, after] = rest.split(END);
  const rows = new Map([...table.matchAll(/^\| `([^`]+)`.*$/gm)].map(([row, model]) => [model, row]));
  for (const report of reports) rows.set(report.model, rowOf(report));
  const sorted = [...rows].sort().map(([, row]) => row);
  const lines = ['| model | noticed | left |', '| --- | --- | --- |', ...sorted];
  return `${before}${START}\n\n${lines.join('\n')}\n\n${END}${after}`;
}
