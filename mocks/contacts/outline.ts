/**
 * Made-up structures are written as outlines, so that people can read them. Two blanks a level:
 *
 *     Bolig | Om at bo i kommunen
 *       Tilskud
 *         - Boligstøtte | tilskud, husleje | Søg om hjælp til huslejen | b
 *
 * A group: name | description. A point, after a hyphen: name | keywords | description | audiences (b citizens,
 * v companies, m authorities; left out: all three).
 */
import type { Target } from '../contract/contacts.js';

export interface OutlinePoint {
  readonly name: string;
  readonly keywords: readonly string[];
  readonly description: string;
  readonly targets: readonly Target[];
}

export interface OutlineGroup {
  readonly name: string;
  readonly description: string;
  readonly groups: OutlineGroup[];
  readonly points: OutlinePoint[];
}

const audiences: Readonly<Record<string, Target>> = { b: 'CITIZEN', v: 'COMPANY', m: 'AUTHORITY' };

const cells = (text: string) => text.split('|').map((cell) => cell.trim());

function readPoint(text: string): OutlinePoint {
  const [name = '', keywords = '', description = '', letters = ''] = cells(text);
  return {
    name,
    // A point must have a keyword; its own name's first word does when nothing better is said.
    keywords: keywords ? keywords.split(',').map((word) => word.trim()) : [firstWord(name)],
    description,
    targets: (letters || 'bvm').match(/./g)?.flatMap((letter) => audiences[letter] ?? []) ?? [],
  };
}

const firstWord = (name: string) => (/[\p{L}\p{N}]+/u.exec(name)?.[0] ?? 'post').toLowerCase();

/** The groups at the top of an outline. */
export function readOutline(outline: string): OutlineGroup[] {
  const top: OutlineGroup = { name: '', description: '', groups: [], points: [] };
  const path = [top];
  for (const line of outline.split('\n')) {
    const text = line.trim();
    if (text === '') continue;
    const level = (line.length - line.trimStart().length) / 2;
    path.length = level + 1;
    const parent = path[level];
    if (!parent) throw new Error(`outline: no group above '${text}'`);
    if (text.startsWith('- ')) parent.points.push(readPoint(text.slice(2)));
    else {
      const [name = '', description = ''] = cells(text);
      const group = { name, description, groups: [], points: [] };
      parent.groups.push(group);
      path[level + 1] = group;
    }
  }
  return top.groups;
}
