/** Probes of a list: envelope, size, pages, what lies beyond them. */
import type { Answer } from './exchange.js';
import { fieldsOf, listOf, missingIn, recordOf, type Area, type Probe, type Prober } from './probe.js';
import { describeAnswer, isProblem, ProbeEnd } from './session.js';
import { isSuccess } from './judge-answer.js';

export interface ListAsked {
  readonly area: Area;
  readonly endpoint: string;
  /** Name of the items in the envelope. */
  readonly items: string;
  /** Name of a fixture → its value. */
  readonly needs: Readonly<Record<string, string | undefined>>;
  /** Query without page and size. */
  readonly query: string;
}

type Item = Readonly<Record<string, unknown>>;

interface Page {
  readonly answer: Answer;
  readonly items: readonly Item[];
  readonly total: number;
  readonly totalPages: number;
}

const MAX_DEFAULT = 100;
const MAX_SIZE = 500;
/** Longer lists are looked at in samples. */
const MAX_WHOLE = 3 * MAX_SIZE;

/** One page, judged alone. @throws ProbeEnd when it is no success */
export async function readPage(
  p: Prober,
  asked: ListAsked,
  paging: { page?: number; size?: number },
): Promise<Page> {
  const wanted = Object.entries(paging).map(([name, value]) => `${name}=${value}`);
  const query = [asked.query, ...wanted].filter((part) => part !== '').join('&');
  const answer = await p.read(asked.endpoint, { query });
  const body = fieldsOf(answer);
  const items = listOf(body[asked.items]);
  const [total, totalPages] = [body['totalElements'], body['totalPages']];
  if (typeof total !== 'number' || typeof totalPages !== 'number')
    throw new ProbeEnd('the envelope is not whole');
  p.verdict(
    'list.count',
    body['elementsOnPage'] === items.length,
    `${String(body['elementsOnPage'])}, but ${items.length} came`,
  );
  p.same('list.page-number', 'currentPage', body['currentPage'], paging.page ?? 0);
  if (paging.size !== undefined)
    p.verdict('list.size', items.length <= paging.size, `${items.length} for size=${paging.size}`);
  return { answer, items, total, totalPages };
}

const keyOf = ({ id, kind, type }: Item) => JSON.stringify([kind, type, id]);

function judgeTotalPages(p: Prober, { items, total, totalPages }: Page): void {
  // The server may give less than was asked for: what the first page holds is its size.
  const expected = items.length === 0 ? 0 : Math.ceil(total / items.length);
  const isRight = totalPages === expected || (total === 0 && totalPages === 1);
  p.verdict('list.total-pages', isRight, `${totalPages} pages of ${items.length} for ${total}`);
}

async function judgePages(p: Prober, asked: ListAsked, total: number): Promise<void> {
  if (total < 2) {
    p.unchecked('list.pages', 'a list of two or more is needed');
    return;
  }
  const size = Math.min(MAX_SIZE, Math.ceil(total / 3));
  const first = await readPage(p, asked, { page: 0, size });
  judgeTotalPages(p, first);
  const last = first.totalPages - 1;
  const numbers =
    total <= MAX_WHOLE && last <= 6
      ? Array.from({ length: Math.max(0, last) }, (_, at) => at + 1)
      : [1, last];
  const seen = new Set(first.items.map(keyOf));
  let count = first.items.length;
  for (const page of numbers) {
    const next = await readPage(p, asked, { page, size });
    if (next.total !== total) {
      p.unchecked('list.pages', 'the list changed meanwhile');
      return;
    }
    next.items.forEach((item) => seen.add(keyOf(item)));
    count += next.items.length;
  }
  const isWhole = numbers.length === last;
  const isRight = seen.size === count && (!isWhole || count === total);
  p.verdict(
    'list.pages',
    isRight,
    `${seen.size} different items of ${count} on the pages, totalElements ${total}`,
  );
  await judgeBeyond(p, asked, { page: first.totalPages + 1, size, total });
}

async function judgeBeyond(
  p: Prober,
  asked: ListAsked,
  { page, size, total }: { page: number; size: number; total: number },
): Promise<void> {
  const query = [asked.query, `page=${page}`, `size=${size}`].filter((part) => part !== '').join('&');
  const answer = await p.ask(asked.endpoint, { query });
  const body = fieldsOf(answer);
  const items = listOf(body[asked.items]);
  const isRight = answer.status === 200 && items.length === 0 && body['totalElements'] === total;
  p.verdict('list.beyond', isRight, isSuccess(answer) ? `${items.length} items` : describeAnswer(answer));
}

async function judgeMaxSize(p: Prober, asked: ListAsked, total: number): Promise<void> {
  if (total <= MAX_SIZE) {
    p.unchecked('list.max-size', `the list holds ${total}; it takes over ${MAX_SIZE} to show`);
    return;
  }
  const query = [asked.query, 'size=1000'].filter((part) => part !== '').join('&');
  const answer = await p.ask(asked.endpoint, { query });
  const items = listOf(fieldsOf(answer)[asked.items]);
  const isRight = isProblem(answer, 'invalid') === true || (isSuccess(answer) && items.length <= MAX_SIZE);
  p.verdict('list.max-size', isRight, isSuccess(answer) ? `${items.length} items` : describeAnswer(answer));
}

async function judgeWrongPage(p: Prober, asked: ListAsked): Promise<void> {
  const query = [asked.query, 'page=-1'].filter((part) => part !== '').join('&');
  const answer = await p.ask(asked.endpoint, { query });
  if (isSuccess(answer)) {
    p.unsupported('problem.invalid', 'page=-1 is taken for another page');
    return;
  }
  judgeInvalid(p, answer, 'page');
}

/** 422 `invalid`, with a message for the field. */
export function judgeInvalid(p: Prober, answer: Answer, field: string): void {
  const isRight = isProblem(answer, 'invalid');
  if (isRight === undefined) {
    p.unchecked('problem.invalid', 'the answer is no problem');
    return;
  }
  const message = recordOf(fieldsOf(answer)['errors'])[field];
  const received = isRight ? `no message for ${field}` : describeAnswer(answer);
  p.verdict('problem.invalid', isRight && typeof message === 'string', received);
}

/** Everything about a list that holds for all lists. */
export function listProbe(asked: ListAsked): Probe {
  return {
    ...asked,
    rules: [
      'list.envelope',
      'list.page-number',
      'list.count',
      'list.total-pages',
      'list.size',
      'list.default-size',
      'list.max-size',
      'list.pages',
      'list.beyond',
      'problem.invalid',
    ],
    missing: missingIn(asked.needs),
    run: async (p) => {
      const first = await readPage(p, asked, {});
      p.verdict('list.default-size', first.items.length <= MAX_DEFAULT, `${first.items.length} items`);
      await judgePages(p, asked, first.total);
      await judgeMaxSize(p, asked, first.total);
      await judgeWrongPage(p, asked);
    },
  };
}

/** A server may give fewer on a page than are asked for; then there are more pages, but never without end. */
const MAX_PAGES = 15;

/** Why something is not said to be missing. */
export const PAGES_LEFT = `not within the first ${MAX_PAGES} pages, and there are more`;

/**
 * The items of a list, 500 a page and 15 pages at most, for probes that look for one. `isWhole` false: pages were left,
 * and what was not found may stand on them.
 */
export async function readAll(
  p: Prober,
  asked: ListAsked,
): Promise<{ readonly items: readonly Item[]; readonly isWhole: boolean }> {
  const found: Item[] = [];
  for (let page = 0; page < MAX_PAGES; page++) {
    const { items, totalPages } = await readPage(p, asked, { page, size: MAX_SIZE });
    found.push(...items);
    if (page + 1 >= totalPages) return { items: found, isWhole: true };
  }
  return { items: found, isWhole: false };
}
