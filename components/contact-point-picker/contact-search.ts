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
  /** The words searched for, folded: `matchRanges(text, words)` marks any other text. */
  readonly words: readonly string[];
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
  #version = -1;

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
    if (settled.version !== this.#version) this.#past = [];
    this.#version = settled.version;
    const words = foldWords(query).slice(0, MAX_WORDS);
    const inGroups = markGroups(settled, words);
    const best = new Best(words, limit);
    const found = (this.#narrowest(words) ?? settled.entries).filter((entry) => {
      const matches = entry.listed && isMatch(entry, words, inGroups);
      if (matches) best.add(entry);
      return matches;
    });
    this.#past = [{ words, found }, ...this.#past].slice(0, MAX_PAST);
    return { hits: best.hits.map((entry) => hitOf(entry, words, settled)), total: found.length, words };
  }

  /** The shortest list of earlier hits in which all of these must be: each earlier word is part of one of today's. */
  #narrowest(words: readonly string[]): readonly PointEntry[] | undefined {
    return this.#past
      .filter((past) => past.words.every((earlier) => words.some((word) => word.includes(earlier))))
      .map(({ found }) => found)
      .sort((a, b) => a.length - b.length)[0];
  }
}

/** Sets each group's `words`. @returns whether any word stands in any group's name */
function markGroups({ groups, skipped }: Settled, words: readonly string[]): boolean {
  let any = 0;
  for (const node of groups) {
    node.words = 0;
    if (!isReached(node) || node === skipped) continue;
    for (const parent of node.parents) node.words |= parent.words;
    words.forEach((word, bit) => {
      if (node.text.includes(word)) node.words |= 1 << bit;
    });
    any |= node.words;
  }
  return any !== 0;
}

function isMatch({ text, groups }: PointEntry, words: readonly string[], inGroups: boolean): boolean {
  for (const [bit, word] of words.entries()) {
    if (text.includes(word)) continue;
    if (!inGroups || !groups.some((node) => node.words & (1 << bit))) return false;
  }
  return true;
}

/** Picks the best of what is found: the first `limit` of each class, without sorting the rest. */
class Best {
  readonly #words: readonly string[];
  readonly #limit: number;
  readonly #start: string;
  readonly #classes: [PointEntry[], PointEntry[], PointEntry[], PointEntry[]] = [[], [], [], []];

  constructor(words: readonly string[], limit: number) {
    this.#words = words;
    this.#limit = limit;
    this.#start = words.join(' ');
  }

  get hits(): PointEntry[] {
    return this.#classes.flat().slice(0, this.#limit);
  }

  add(entry: PointEntry): void {
    const [nameStarts] = this.#classes;
    if (entry.text.startsWith(this.#start)) this.#keep(nameStarts, entry);
    // A letter is found in nearly every point; ranking them all would cost more than finding them.
    else if (nameStarts.length < this.#limit) this.#keep(this.#classes[rankOf(entry, this.#words)], entry);
  }

  #keep(best: PointEntry[], entry: PointEntry): void {
    const last = best[this.#limit - 1];
    if (last && last.rank < entry.rank) return;
    let at = best.length;
    while (at > 0 && (best[at - 1]?.rank ?? 0) > entry.rank) at -= 1;
    best.splice(at, 0, entry);
    best.length = Math.min(best.length, this.#limit);
  }
}

function rankOf(entry: PointEntry, words: readonly string[]): Rank {
  let worst: Rank = WORD_START;
  for (const word of words) {
    const rank = rankOfWord(entry, word);
    if (rank > worst) worst = rank;
  }
  return worst;
}

function rankOfWord({ text, nameEnd, keywordsEnd }: PointEntry, word: string): Rank {
  const at = text.indexOf(word);
  const inName = at >= 0 && at < nameEnd;
  if (inName && isWordStart(text, findWord(text, word, nameEnd))) return WORD_START;
  const afterName = inName ? text.indexOf(word, nameEnd) : at;
  return afterName >= 0 && afterName < keywordsEnd ? KEYWORD : REST;
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
