/** The accessibility tree of a story as a table: what is read, in which order, as what, in which state. */

/** One line of Playwright's snapshot: `- role "name" [state]: text`, the part before the colon maybe in quotes. */
function readLine(line) {
  const depth = line.length - line.trimStart().length;
  const text = line.trim().slice(2);
  const quoted = /^'((?:[^']|'')*)'(?::\s*(.*))?$/.exec(text);
  const plain = /^(\S+?(?: "(?:[^"\\]|\\.)*")?(?: \[[^\]]*\])*)(?::\s*(.*))?$/.exec(text);
  const [, key = text, value = ''] = quoted ?? plain ?? [];
  const [, role, name = '', states = ''] =
    /^(\S+)(?: "((?:[^"\\]|\\.)*)")?((?: \[[^\]]*\])*)$/.exec(quoted ? key.replaceAll("''", "'") : key) ?? [];
  return { depth, role: role ?? key, name, states, value: value.replace(/^"(.*)"$/, '$1') };
}

/** Named by what stands in them, so that this is not read once more. Others are named from elsewhere. */
const NAMED_BY_CONTENT = ['heading', 'button', 'link', 'radio', 'term'];

/** What only groups others, or repeats the name of what it stands in, is left out. */
function rowsOf(snapshot) {
  const rows = [];
  let inside = Infinity;
  for (const line of snapshot.split('\n').filter((one) => /^\s*- /.test(one))) {
    const row = readLine(line);
    if (row.depth <= inside) inside = Infinity;
    const isText = ['text', 'time', 'strong', 'emphasis', 'superscript'].includes(row.role);
    if (row.role.startsWith('/') || (row.depth > inside && isText)) continue;
    // The words of a legend, and of a label that comes after its field.
    if (isText && row.value === rows.at(-1)?.name) continue;
    if (row.name && NAMED_BY_CONTENT.includes(row.role)) inside = Math.min(inside, row.depth);
    const isGroup = ['list', 'listitem', 'paragraph', 'generic'].includes(row.role);
    if (!row.name && !row.value && isGroup) continue;
    const before = rows.at(-1);
    // A heading that is a button: one stop.
    if (before?.role === 'heading' && before.name === row.name && before.depth < row.depth) {
      before.role = `heading, ${row.role}`;
      before.states += row.states;
    } else rows.push(row);
  }
  return rows;
}

const cell = (text) => text.replaceAll('\\"', '"').replaceAll('|', '\\|').replaceAll('<', '&lt;');

/** @returns the table in Markdown, and below it what was announced */
export function tableOf({ name, snapshot, announced }) {
  const rows = rowsOf(snapshot).map(({ role, name: label, states, value }, index) => {
    const state = states.trim().replaceAll(/[[\]]/g, ' ').replaceAll(/\s+/g, ' ').trim();
    return `| ${index + 1} | ${role} | ${cell(label || value)} | ${state} |`;
  });
  return [
    `## ${name}`,
    '',
    '| | role | name or text | state |',
    '| ---: | --- | --- | --- |',
    ...rows,
    '',
    announced.length > 0
      ? `Announced: ${announced.map((text) => `“${cell(text)}”`).join(' then ')}`
      : 'Nothing is announced.',
    '',
  ];
}
