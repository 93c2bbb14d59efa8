/** The table engine × test file, on the console and in docs/engines.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from './project.mjs';

const FILE = join(ROOT, 'docs/engines.md');

const isNoted = (run, file, title) => run.notes.some((note) => note.file === file && note.title === title);

/** Tests of a file by outcome; `inPart`: passed, but without media that the engine does not have. */
function count(run, file) {
  const { tests, isWhole, isLeftOut } = run.files[file];
  const of = (outcome) => tests.filter((test) => test.outcome === outcome);
  return {
    passed: of('passed').length,
    failed: Math.max(of('failed').length, isWhole ? 0 : 1),
    inPart: of('passed').filter(({ title }) => isNoted(run, file, title)).length,
    left: isLeftOut ? 1 : of('skipped').length,
  };
}

function cell(run, file) {
  if (!run?.files[file]) return 'not run';
  const { passed, failed, inPart, left } = count(run, file);
  return [
    `${passed} ok${inPart > 0 ? ` (${inPart} in part)` : ''}`,
    failed > 0 && `${failed} FAILED`,
    left > 0 && `${left} n/a`,
  ]
    .filter(Boolean)
    .join(', ');
}

const filesOf = (engines) => [...new Set(engines.flatMap(({ run }) => Object.keys(run?.files ?? {})))].sort();

/** One line each: engine, file, test and reason; tests of one file with one reason together. */
function notesOf(engines) {
  const lines = new Map();
  for (const { name, run } of engines)
    for (const { file, title, reason } of run?.notes ?? []) {
      const key = `${name}, \`${file}\`: ${reason}`;
      lines.set(key, [...(lines.get(key) ?? []), title]);
    }
  return [...lines].map(
    ([key, titles]) => `${key} (${titles.length === 1 ? titles[0] : `${titles.length} tests`})`,
  );
}

const nameOf = ({ name, run }) => [name, run?.version].filter(Boolean).join(' ');

export function printTable(engines) {
  const files = filesOf(engines);
  const width = Math.max(...files.map((file) => file.length), 9);
  const ran = engines.filter(({ run }) => run);
  console.log(`\n${'test file'.padEnd(width)}  ${ran.map((engine) => nameOf(engine).padEnd(24)).join('')}`);
  for (const file of files)
    console.log(`${file.padEnd(width)}  ${ran.map(({ run }) => cell(run, file).padEnd(24)).join('')}`);
  for (const line of notesOf(engines)) console.log(`n/a: ${line}`);
  for (const { name, why } of engines) if (why) console.log(`${name}: ${why}`);
}

/** @returns one line: what each engine passed */
export function summarise(engines) {
  const parts = engines.map((engine) => {
    if (!engine.run) return `${engine.name} not run`;
    const sums = { passed: 0, failed: 0, inPart: 0, left: 0 };
    for (const file of Object.keys(engine.run.files))
      for (const [key, value] of Object.entries(count(engine.run, file))) sums[key] += value;
    const more = [
      sums.failed > 0 && `${sums.failed} failed`,
      engine.run.pageErrors?.length > 0 && `${engine.run.pageErrors.length} page errors`,
      sums.left > 0 && `${sums.left} not applicable`,
      sums.inPart > 0 && `${sums.inPart} in part`,
      // Of a run that was kept only its files are known.
      engine.run.isGood === false && 'NOT GOOD',
    ].filter(Boolean);
    return [`${nameOf(engine)} ${sums.passed} passed`, ...more].join(', ');
  });
  return `Engines: ${parts.join('; ')}.`;
}

export async function writeTable(engines) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  const text = [
    '# The tests in each engine',
    '',
    `Written by \`npm run test:browsers -- --write\`. ${summarise(engines)}`,
    '',
    '`n/a`: the engine, or what drives it, lacks what the test needs; `in part`: all of the test but that. The reasons stand below.',
    '',
    row(['test file', ...engines.map(nameOf)]),
    row(['---', ...engines.map(() => '---')]),
    ...filesOf(engines).map((file) => row([`\`${file}\``, ...engines.map(({ run }) => cell(run, file))])),
    '',
    ...notesOf(engines).map((line) => `- ${line}`),
    ...engines.filter(({ why }) => why).map(({ name, why }) => `- ${name}: ${why}`),
  ].join('\n');
  writeFileSync(FILE, await format(text, { ...(await resolveConfig(FILE)), parser: 'markdown' }));
}
