/**
 * Searching a contact structure. Source of the rules: issue 3 (order of hits) and the domain notes, section 6
 * (Danish folding).
 */
import type { ContactGroup, ContactPoint } from '../shared/backend/readers/digital-post-contact.js';
import { findWord, foldWords, isWordStart, matchRanges, type TextRange } from '../shared/i18n/collation.js';
import type { ContactStructure, Settled } from './contact-structure.js';
import { isReached, wayTo } from './structure-graph.js';
import type { PointEntry } from './structure-nodes.js';

/** A point that was found, with the parts to be marked. */
export interface Hit {
  readonly point: ContactPoint;
  /** The way to it: the shortest, or else the first that explains the hit. */
  readonly path: readonly ContactGroup[];
  readonly nameRanges: readonly TextRange[];
  /** For each group of `path`, the parts of its name that the point's own name does not explain. */
  readonly pathRanges: readonly (readonly TextRange[])[];
  /** The first keyword that matched, when the name alone does not explain the hit. */
  readonly keyword: { readonly text: string; readonly ranges: readonly TextRange[] } | undefined;
}

/** The answer to a search. */
export interface SearchResult {
  /** The best hits, at most as many as were asked for. */
  readonly hits: readonly Hit[];
  /** How many there are in all. */
  readonly total: number;
}

/** An earlier search, for narrowing. */
interface Past {
  readonly words: readonly string[];
  readonly found: readonly PointEntry[];
}

// The classes of hits after those whose name begins with what was typed. A hit is of the class of its worst word.
const WORD_START = 1;
const KEYWORD = 2;
const REST = 3;
type Rank = typeof WORD_START | typeof KEYWORD | typeof REST;

/** Further words are not looked at: they are bits of one number while groups are searched. */
const MAX_WORDS = 30;
const MAX_PAST = 8;

/** Searches one structure, as far as it has come; keeps what the last searches found, to begin from there. */
export class ContactSearch {
  readonly #structure: ContactStructure;
  #past: Past[] = [];
  #version: number | undefined;
  /** The names of all groups in one text, folded: it is searched ten times as fast as name by name. */
  #groupNames = '';

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
    if (settled.version !== this.#version) {
      this.#past = [];
      this.#groupNames = settled.groups.map(({ text }) => text).join('\n');
    }
    this.#version = settled.version;
    const words = foldWords(query).slice(0, MAX_WORDS);
    const inGroups = markGroups(settled, this.#groupNames, words);
    const best = new Best(words, limit, inGroups);
    const found = (this.#narrowest(words) ?? settled.entries).filter(
      (entry) => entry.listed && best.add(entry),
    );
    this.#past = [{ words, found }, ...this.#past].slice(0, MAX_PAST);
    return { hits: best.hits.map((entry) => hitOf(entry, words, settled)), total: found.length };
  }

  /** The shortest list of earlier hits in which all of these must be: each earlier word is part of one of today's. */
  #narrowest(words: readonly string[]): readonly PointEntry[] | undefined {
    return this.#past
      .filter((past) => past.words.every((earlier) => words.some((word) => word.includes(earlier))))
      .map(({ found }) => found)
      .sort((a, b) => a.length - b.length)[0];
  }
}

/**
 * Sets each group's `words`.
 * @param names the groups' names, a line each
 * @returns whether any word stands in any group's name
 */
function markGroups({ groups, skipped }: Settled, names: string, words: readonly string[]): boolean {
  let any = false as boolean;
  for (const node of groups) node.words = 0;
  words.forEach((word, bit) => {
    let at = names.indexOf(word);
    let end = -1;
    for (const node of groups) {
      if (at < 0) break;
      end += node.text.length + 1;
      if (at >= end) continue;
      node.words |= 1 << bit;
      any = true;
      at = names.indexOf(word, end);
    }
  });
  for (const node of any ? groups : []) {
    if (!isReached(node) || node === skipped) node.words = 0;
    else for (const parent of node.parents) node.words |= parent.words;
  }
  return any;
}

/** Finds the matches and picks the best of them: the first `limit` of each class, without sorting the rest. */
class Best {
  readonly #words: readonly string[];
  readonly #limit: number;
  readonly #inGroups: boolean;
  readonly #start: string;
  readonly #classes: [PointEntry[], PointEntry[], PointEntry[], PointEntry[]] = [[], [], [], []];

  constructor(words: readonly string[], limit: number, inGroups: boolean) {
    this.#words = words;
    this.#limit = limit;
    this.#inGroups = inGroups;
    this.#start = words.join(' ');
  }

  get hits(): PointEntry[] {
    return this.#classes.flat().slice(0, this.#limit);
  }

  /** @returns whether every word stands in the point or in the name of a group above */
  add(entry: PointEntry): boolean {
    const { text, groups } = entry;
    let worst: Rank = WORD_START;
    let bit = 1;
    for (const word of this.#words) {
      const at = text.indexOf(word);
      if (at < 0 && !(this.#inGroups && groups.some((node) => node.words & bit))) return false;
      const rank = rankOf(entry, word, at);
      if (rank > worst) worst = rank;
      bit <<= 1;
    }
    this.#keep(this.#classes[text.startsWith(this.#start) ? 0 : worst], entry);
    return true;
  }

  #keep(best: PointEntry[], entry: PointEntry): void {
    let at = best.length;
    if (at === this.#limit && (best[at - 1]?.rank ?? 0) < entry.rank) return;
    while (at > 0 && (best[at - 1]?.rank ?? 0) > entry.rank) at -= 1;
    best.splice(at, 0, entry);
    best.length = Math.min(best.length, this.#limit);
  }
}

/** @param at where the word stands first; -1 when it stands only in the name of a group */
function rankOf({ text, nameEnd, keywordsEnd }: PointEntry, word: string, at: number): Rank {
  let next = at;
  if (at >= 0 && at < nameEnd) {
    if (isWordStart(text, at) || isWordStart(text, findWord(text, word, nameEnd))) return WORD_START;
    next = text.indexOf(word, nameEnd);
  }
  return next >= 0 && next < keywordsEnd ? KEYWORD : REST;
}

function hitOf(entry: PointEntry, words: readonly string[], settled: Settled): Hit {
  const { point, text, nameEnd } = entry;
  // Where a word stands only in the name of a group, the way leads through that group.
  const wanted = words.reduce((bits, word, bit) => (text.includes(word) ? bits : bits | (1 << bit)), 0);
  const path = wayTo(entry.groups, settled.skipped, wanted);
  const name = text.slice(0, nameEnd);
  const unexplained = words.filter((word) => !name.includes(word));
  let keyword: Hit['keyword'];
  for (const term of unexplained.length ? point.keywords : []) {
    const ranges = matchRanges(term, unexplained);
    keyword ??= ranges.length ? { text: term, ranges } : undefined;
  }
  return {
    point,
    path,
    nameRanges: matchRanges(point.name, words),
    pathRanges: path.map((group) => matchRanges(group.name, unexplained)),
    keyword,
  };
}
