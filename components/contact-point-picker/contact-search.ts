/**
 * Searching a contact structure. Source of the rules: issue 3 (order of hits) and the domain notes, section 6
 * (Danish folding).
 */
import type { ContactGroup, ContactPoint } from '../shared/backend/readers/digital-post-contact.js';
import {
  findWord,
  fold,
  foldWords,
  isWordStart,
  matchRanges,
  type TextRange,
} from '../shared/i18n/collation.js';
import type { ContactStructure, Settled } from './contact-structure.js';
import { isReached, wayTo } from './structure-graph.js';
import { textOf, type PointEntry } from './structure-nodes.js';

/** A text with the parts of it to be marked. */
export interface MarkedText {
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

/** A point that was found, with the parts to be marked. */
export interface Hit {
  readonly point: ContactPoint;
  /** The way to it: the shortest, or else the first that explains the hit. */
  readonly path: readonly ContactGroup[];
  readonly nameRanges: readonly TextRange[];
  /** For each group of `path`, the parts of its name that the point's own name does not explain. */
  readonly pathRanges: readonly (readonly TextRange[])[];
  /** The first keyword that matched, when the name alone does not explain the hit. */
  readonly keyword: MarkedText | undefined;
  /** When all these do not explain the hit, or another hit looks the same without it. */
  readonly description: MarkedText | undefined;
}

/** The answer to a search. */
export interface SearchResult {
  /** The best hits, at most as many as were asked for. */
  readonly hits: readonly Hit[];
  /** How many there are in all. */
  readonly total: number;
}

/**
 * Points that were found: the place of each in all that could be listed, in that order, and after it where on its sheet the
 * last word stands first; -1 when it stands only in the name of a group.
 */
type Found = Int32Array;

/** A point that was found, and its place in the order of hits. */
type Match = readonly [PointEntry, number];

// The classes of hits after those whose name begins with what was typed. A hit is of the class of its worst word. With
// a point's place in Danish order added, they are its place among the hits.
const WORD_START = 1e7;
const KEYWORD = 2e7;
const REST = 3e7;

/** Further words are not looked at: they are bits of one number while groups are searched. */
const MAX_WORDS = 30;
const MAX_KNOWN = 8;
/** Beyond the end of every sheet; its bits make it of -1, and leave every other place as it is. */
const NOWHERE = 2 ** 30 - 1;

/** Searches one structure, as far as it has come; keeps what the last searches found, to begin from there. */
export class ContactSearch {
  readonly #structure: ContactStructure;
  #settled: Settled | undefined;
  /** The names of all groups in one text, folded: it is searched ten times as fast as name by name. */
  #groupNames = '';
  /** What was found for the last queries, their words with a blank in between. */
  readonly #known = new Map<string, Found>();
  /** Which words stand in the name of a group, as bits. */
  #inGroups = 0;
  #best: readonly Match[] = [];

  constructor(structure: ContactStructure) {
    this.#structure = structure;
  }

  /**
   * Finds the listed points in which every word stands somewhere: in the name, a keyword, the description or the
   * name of a group above. Ordered by where the words stand (the name begins with it, a word of the name does, in a
   * keyword, elsewhere), and in Danish order inside each. An empty search finds all.
   * @param limit hits to give
   */
  find(query: string, limit = 50): SearchResult {
    const settled = this.#structure.settled();
    if (settled !== this.#settled) {
      this.#known.clear();
      this.#groupNames = settled.groups.map(({ text }) => text).join('\n');
    }
    this.#settled = settled;
    const words = foldWords(query).slice(0, MAX_WORDS);
    this.#inGroups = markGroups(settled, this.#groupNames, words);
    // Without a word, all are found by one that stands everywhere.
    const { length } = this.#found(words.length ? words : [''], settled, limit);
    return { hits: hitsOf(this.#best, words, settled), total: length / 2 };
  }

  /** The listed points in which every word stands. Sets the best of them. */
  #found(words: readonly string[], settled: Settled, limit = 0): Found {
    if (words.length === 0) return settled.listed;
    const known = this.#known;
    const query = words.join(' ');
    // Typed letter by letter, a word stands only where it stood before.
    const before = known.get(query) ?? known.get(query.slice(0, -1));
    const from = before ?? this.#found(words.slice(0, -1), settled);
    const found = this.#match(words, from, Boolean(before), settled, limit);
    if (known.size === MAX_KNOWN) known.clear();
    known.set(query, found);
    return found;
  }

  /**
   * Those in which the last word stands, or in the name of a group above. Entries are hardly looked at: they lie all over
   * the memory, which takes longer than reading the sheets from end to end.
   * @param isLonger the word stands nowhere before where `from` says
   */
  #match(
    words: readonly string[],
    from: Found,
    isLonger: boolean,
    { sheets, entries, ranks }: Settled,
    limit: number,
  ): Found {
    const word = String(words.at(-1));
    const begin = words.join(' ');
    const bit = this.#inGroups & (1 << (words.length - 1));
    const best: Match[] = [];
    const found = new Int32Array(from.length);
    let end = limit && Infinity;
    let length = 0;
    let next = 0;
    for (const { first, starts, text } of sheets) {
      const last = first + starts.length - 1;
      let at = -1;
      for (; next < from.length; next += 2) {
        const place = from[next] as number;
        if (place >= last) break;
        const start = starts[place - first] as number;
        const since = isLonger ? (from[next + 1] as number) : start;
        if (at < since) at = text.indexOf(word, since) & NOWHERE;
        const isThere = at >= start && at < (starts[place - first + 1] as number);
        if (!isThere && !(bit && entries[place]?.groups.some((node) => node.words & bit))) continue;
        found[length++] = place;
        found[length++] = isThere ? at : -1;
        const isFirst = word === begin ? at === start : text.startsWith(begin, start);
        const order = (ranks[place] as number) + (isFirst ? 0 : WORD_START);
        // Finding out the class takes several times as long as all else: of most it need not be known.
        const entry = order < end ? entries[place] : undefined;
        if (entry) end = insert(best, [entry, isFirst ? order : entry.rank + classOf(entry, words)], limit);
      }
    }
    this.#best = best;
    return found.slice(0, length);
  }
}

/** Puts a match among the best, at most `limit`. @returns from where on in their order others are only counted */
function insert(best: Match[], match: Match, limit: number): number {
  let at = best.length;
  while (Number(best[at - 1]?.[1]) > match[1]) at -= 1;
  best.splice(at, 0, match);
  best.splice(limit);
  return best[limit - 1]?.[1] ?? Infinity;
}

/**
 * Sets each group's `words`.
 * @param names the groups' names, a line each
 * @returns which words stand in any, as bits
 */
function markGroups({ groups, skipped }: Settled, names: string, words: readonly string[]): number {
  let any = 0;
  for (const node of groups) node.words = 0;
  words.forEach((word, bit) => {
    let at = names.indexOf(word);
    let end = -1;
    for (const node of groups) {
      if (at < 0) break;
      end += node.text.length + 1;
      if (at >= end) continue;
      node.words |= 1 << bit;
      any |= 1 << bit;
      at = names.indexOf(word, end);
    }
  });
  for (const node of any ? groups : []) {
    if (!isReached(node) || node === skipped) node.words = 0;
    else for (const parent of node.parents) node.words |= parent.words;
  }
  return any;
}

/** The class of a match whose name does not begin with what was typed. */
function classOf(entry: PointEntry, words: readonly string[]): number {
  const { nameEnd, keywordsEnd } = entry;
  const text = textOf(entry);
  let worst = WORD_START;
  for (const word of words) {
    let at = text.indexOf(word);
    if (at >= 0 && at < nameEnd) {
      if (isWordStart(text, findWord(text, word, nameEnd))) continue;
      at = text.indexOf(word, nameEnd);
    }
    worst = Math.max(worst, (at & NOWHERE) < keywordsEnd ? KEYWORD : REST);
  }
  return worst;
}

/** The hits; only for these is worked out what they show. */
function hitsOf(best: readonly Match[], words: readonly string[], { skipped }: Settled): Hit[] {
  const shown = best.map(([entry]) => {
    const text = textOf(entry);
    // Where a word stands only in the name of a group, the way leads through that group.
    const wanted = words.reduce((bits, word, bit) => (text.includes(word) ? bits : bits | (1 << bit)), 0);
    const path = wayTo(entry.groups, skipped, wanted);
    return { entry, path, look: namesOf([entry.point, ...path]) };
  });
  return shown.map((one) =>
    hitOf(
      one,
      words,
      shown.some((other) => other !== one && other.look === one.look),
    ),
  );
}

/** @param isTwin another hit has the same name and path */
function hitOf(
  { entry, path }: { readonly entry: PointEntry; readonly path: readonly ContactGroup[] },
  words: readonly string[],
  isTwin: boolean,
): Hit {
  const { point, nameEnd } = entry;
  const name = textOf(entry).slice(0, nameEnd);
  const unexplained = words.filter((word) => !name.includes(word));
  const mark = (text: string): MarkedText => ({ text, ranges: matchRanges(text, unexplained) });
  const keyword = point.keywords.map(mark).find(({ ranges }) => ranges[0]);
  const needsMore =
    isTwin || unexplained.some((word) => !fold(`${namesOf(path)}\n${keyword?.text ?? ''}`).includes(word));
  return {
    point,
    path,
    nameRanges: matchRanges(point.name, words),
    pathRanges: path.map((group) => matchRanges(group.name, unexplained)),
    keyword,
    description: needsMore && point.description ? mark(point.description) : undefined,
  };
}

const namesOf = (of: readonly { readonly name: string }[]) => of.map(({ name }) => name).join('\n');
