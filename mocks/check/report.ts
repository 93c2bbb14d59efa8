/** A report for people: what failed and why, then one line a rule. */
import type { Finding, Outcome } from './book.js';
import { ruleIds } from './rules.js';
import type { CheckReport } from './run-check.js';

const columns: readonly Outcome[] = ['failed', 'passed', 'not supported', 'not checked'];

function failureLines({ rule, endpoint, fixture, section, says, received }: Finding): string[] {
  return [
    `  ${endpoint}${fixture === undefined ? '' : ` (fixture ${fixture})`}`,
    `    ${rule}  (contract ${section}) ${says}`,
    `    received: ${received ?? ''}`,
  ];
}

function ruleTable(findings: readonly Finding[]): string[] {
  const met = ruleIds.filter((id) => findings.some(({ rule }) => rule === id));
  const width = Math.max(...met.map((id) => id.length));
  const lines = met.map((id) => {
    const cells = columns.map((outcome) => {
      const count = findings.filter((finding) => finding.rule === id && finding.outcome === outcome).length;
      return (count === 0 ? '·' : String(count)).padStart(outcome.length);
    });
    return `  ${id.padEnd(width)}  ${cells.join('  ')}`;
  });
  return [`  ${'rule'.padEnd(width)}  ${columns.join('  ')}`, ...lines];
}

/** What was not shown either way: by reason, so that a team sees which fixture to add. */
function reasonLines(findings: readonly Finding[], outcome: Outcome): string[] {
  const byReason = new Map<string, string[]>();
  for (const { rule, endpoint, received = '' } of findings.filter((finding) => finding.outcome === outcome))
    byReason.set(received, [...(byReason.get(received) ?? []), `${rule} (${endpoint})`]);
  return [...byReason].map(([reason, names]) => {
    const more = names.length > 2 ? ` and ${names.length - 2} more` : '';
    return `  ${reason}: ${names.slice(0, 2).join(', ')}${more}`;
  });
}

/** The lines of a report. */
export function reportLines({ url, write, requests, counts, findings }: CheckReport): string[] {
  const failures = findings.filter(({ outcome }) => outcome === 'failed');
  const block = (title: string, lines: readonly string[]) => (lines.length > 0 ? ['', title, ...lines] : []);
  return [
    `skranke check ${url}: ${requests} requests, ${write ? 'with writes' : 'reads only'}`,
    ...block('Rules, and how often they were judged', ruleTable(findings)),
    ...block('Not supported (the contract leaves it open)', reasonLines(findings, 'not supported')),
    ...block('Not checked', reasonLines(findings, 'not checked')),
    ...block('Failed', failures.flatMap(failureLines)),
    '',
    columns.map((outcome) => `${counts[outcome]} ${outcome}`).join(', '),
  ];
}
