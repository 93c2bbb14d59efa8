/** Mit Virk: the company's list, and the dismissal of a notice. */
import type { Answer } from './exchange.js';
import type { Fixtures } from './fixtures.js';
import { personaProbe, preflightProbe, readProbe, tokenProbe } from './general-probes.js';
import { listProbe, PAGES_LEFT, readAll, type ListAsked } from './list-probes.js';
import { missingIn, type Probe, type Prober } from './probe.js';
import { describeAnswer } from './session.js';
import { judgePersona, judgeRepeat, judgeStrangers, judgeTagChange, newKey } from './writes.js';

const area = 'activities' as const;
const LIST = 'list-activities';
const DISMISS = 'dismiss-activity';

/** Without `type` all four come. */
const all: ListAsked = { area, endpoint: LIST, items: 'activities', needs: {}, query: '' };

const CLOSED = /^(afsluttet|lukket)$/i;

const typesProbe: Probe = {
  area,
  endpoint: LIST,
  rules: ['activities.types'],
  missing: undefined,
  run: async (p) => {
    for (const types of [['frist'], ['frist', 'sag'], ['besked']]) {
      const query = types.map((type) => `type=${type}`).join('&');
      const { items } = await readAll(p, { ...all, query });
      const strange = items.find(({ type }) => !types.includes(String(type)));
      p.verdict('activities.types', strange === undefined, `${String(strange?.['type'])} for ${query}`);
    }
  },
};

function contentProbe({ shown, closedCase, othersActivity }: NonNullable<Fixtures['activities']>): Probe {
  return {
    area,
    endpoint: LIST,
    rules: ['activities.shown', 'activities.closed-case', 'activities.others'],
    missing: undefined,
    run: async (p) => {
      const read = await readAll(p, all);
      const { items, isWhole } = read;
      const ids = new Set(items.map(({ id }) => String(id)));
      const missing = shown?.filter((id) => !ids.has(id)) ?? [];
      if (!shown) p.unchecked('activities.shown', 'no fixture activities.shown');
      else if (missing.length > 0 && !isWhole) p.unchecked('activities.shown', PAGES_LEFT);
      else p.verdict('activities.shown', missing.length === 0, `not in the list: ${missing.join(', ')}`);
      const closed = items.find(({ type, status }) => type === 'sag' && CLOSED.test(String(status)));
      if (closed) p.verdict('activities.closed-case', false, `a case that is ${String(closed['status'])}`);
      judgeAbsent(p, read, 'activities.closed-case', 'closedCase', closedCase);
      judgeAbsent(p, read, 'activities.others', 'othersActivity', othersActivity);
    },
  };
}

function judgeAbsent(
  p: Prober,
  { items, isWhole }: Awaited<ReturnType<typeof readAll>>,
  rule: 'activities.closed-case' | 'activities.others',
  name: string,
  id: string | undefined,
): void {
  if (id === undefined) {
    p.unchecked(rule, `no fixture activities.${name}`);
    return;
  }
  const isThere = items.some((item) => String(item['id']) === id);
  if (!isThere && !isWhole) p.unchecked(rule, PAGES_LEFT);
  else p.verdict(rule, !isThere, `the fixture ${name} is in the list`);
}

/** Reads of the company's list. */
export function activityProbes(fixtures: Fixtures): Probe[] {
  const { activities = {}, forbidden = {} } = fixtures;
  const dismissal = { area, endpoint: DISMISS, needs: { 'activities.besked': activities.besked } };
  return [
    readProbe(all),
    listProbe(all),
    typesProbe,
    contentProbe(activities),
    tokenProbe(all, fixtures),
    personaProbe(all, 'activities', forbidden.activities),
    preflightProbe(all, fixtures),
    preflightProbe(dismissal, fixtures),
  ];
}

const dismiss = (p: Prober, id: string, key = newKey()): Promise<Answer> =>
  p.write(DISMISS, { params: { id }, headers: { 'Idempotency-Key': key } });

/** Dismisses a notice twice with one key, and looks at the list. */
function noticeProbe(id: string | undefined): Probe {
  return {
    area,
    endpoint: DISMISS,
    rules: [
      'answer.status',
      'dismissal.done',
      'idempotency.repeat',
      'auth.no-token',
      'auth.bad-token',
      'auth.persona',
      'etag.changes',
    ],
    isWrite: true,
    missing: missingIn({ 'activities.besked': id }),
    run: async (p) => {
      const write = { endpoint: DISMISS, params: { id: id ?? '' } };
      await judgeStrangers(p, write);
      await judgePersona(p, write, 'activities');
      const before = await p.read(LIST);
      const key = newKey();
      const answer = await dismiss(p, id ?? '', key);
      p.session.judgeSuccess(DISMISS, answer);
      judgeRepeat(p, answer, await dismiss(p, id ?? '', key));
      judgeTagChange(p, before, await p.read(LIST));
      const { items, isWhole } = await readAll(p, all);
      const isGone = !items.some((item) => String(item['id']) === id);
      if (isGone && !isWhole) p.unchecked('dismissal.done', PAGES_LEFT);
      else p.verdict('dismissal.done', isGone, 'it is still in the list');
    },
  };
}

/** Anything but a notice stays. */
function deadlineProbe(id: string | undefined): Probe {
  return {
    area,
    endpoint: DISMISS,
    rules: ['dismissal.only-notice'],
    isWrite: true,
    missing: missingIn({ 'activities.frist': id }),
    run: async (p) => {
      const answer = await dismiss(p, id ?? '');
      p.verdict('dismissal.only-notice', answer.status >= 400 && answer.status < 500, describeAnswer(answer));
    },
  };
}

function strangeProbe(id: string | undefined): Probe {
  return {
    area,
    endpoint: DISMISS,
    rules: ['problem.not-found'],
    isWrite: true,
    missing: missingIn({ 'activities.unknown': id }),
    run: async (p) => p.problem('problem.not-found', await dismiss(p, id ?? ''), 'not-found'),
  };
}

/** Dismissals; the one that changes the list comes last. */
export function dismissalProbes({ activities = {} }: Fixtures): Probe[] {
  return [deadlineProbe(activities.frist), strangeProbe(activities.unknown), noticeProbe(activities.besked)];
}
