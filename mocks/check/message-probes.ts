/** Digital Post's messages: look-up, recipient, recall. */
import type { ProblemSlug } from '../contract/common.js';
import type { Answer } from './exchange.js';
import type { Fixtures } from './fixtures.js';
import {
  foreignProbe,
  personaProbe,
  preflightProbe,
  readProbe,
  tokenProbe,
  unknownProbe,
} from './general-probes.js';
import { fieldsOf, missingIn, recordOf, type Probe, type Prober } from './probe.js';
import type { RuleId } from './rules.js';
import { newKey } from './writes.js';

const area = 'messages' as const;
type Name = keyof NonNullable<Fixtures['messages']>;

/** Which statuses fit a fixture; that it may be recalled or not. */
const outcomes: Partial<Record<Name, { readonly statuses: readonly string[]; readonly allowed?: boolean }>> =
  {
    recallable: { statuses: ['AWAITING_VALUE_DATE', 'VALIDATED'], allowed: true },
    noValueDate: { statuses: ['DELIVERED', 'VALIDATED'], allowed: false },
    valueDatePassed: { statuses: ['DELIVERED', 'AWAITING_VALUE_DATE', 'VALIDATED'], allowed: false },
    alreadyRecalled: { statuses: ['RECALLED'], allowed: false },
    alreadyDelivered: { statuses: ['DELIVERED'], allowed: false },
  };

function judgeRecallField(p: Prober, answer: Answer, expected: boolean | undefined): void {
  const { recall, doNotDeliverUntilDate: valueDate, status } = fieldsOf(answer);
  if (recall === undefined) {
    p.unsupported('recall.allowed', 'no recall in the answer');
    return;
  }
  const { allowed, until } = recordOf(recall);
  // The server's word: only what can never be recalled is held against it.
  const isWaiting = ['VALIDATED', 'AWAITING_VALUE_DATE'].includes(String(status));
  p.verdict('recall.allowed', allowed !== true || isWaiting, `allowed with status ${String(status)}`);
  const isDated = typeof valueDate === 'string';
  p.verdict('recall.allowed', allowed !== true || isDated, 'allowed without a value date');
  const { today } = p.session.options;
  if (allowed === true && typeof valueDate === 'string')
    p.verdict('recall.allowed', valueDate > today, `allowed with value date ${valueDate} on ${today}`);
  if (expected !== undefined) p.same('recall.allowed', 'allowed', allowed, expected);
  if (typeof until === 'string' && typeof valueDate === 'string')
    p.verdict('recall.until', until < valueDate, `until ${until}, value date ${valueDate}`);
}

function outcomeProbe(name: Name, id: string | undefined): Probe {
  const expected = outcomes[name];
  return {
    area,
    endpoint: 'get-message',
    fixture: name,
    rules: [
      'message.outcome',
      'recall.allowed',
      ...(name === 'recallable' ? (['recall.until'] as const) : []),
    ],
    missing: missingIn({ [`messages.${name}`]: id }),
    run: async (p) => {
      const answer = await p.read('get-message', { params: { messageUUID: id ?? '' } });
      const { status } = fieldsOf(answer);
      p.verdict(
        'message.outcome',
        expected?.statuses.includes(String(status)) === true,
        `${name} is ${String(status)}`,
      );
      judgeRecallField(p, answer, expected?.allowed);
    },
  };
}

/** A masked number, and the whole one that is given on reveal: the same day of birth, nothing more is compared. */
function revealProbe(id: string | undefined): Probe {
  const endpoint = 'get-message-recipient';
  return {
    area,
    endpoint,
    rules: ['message.reveal'],
    missing: missingIn({ 'messages.masked': id }),
    run: async (p) => {
      const params = { messageUUID: id ?? '' };
      const masked = String(
        recordOf(fieldsOf(await p.read('get-message', { params }))['recipient'])['recipientID'],
      );
      const whole = String(fieldsOf(await p.read(endpoint, { params }))['recipientID']);
      p.verdict('message.reveal', /^\d{6}\*{4}$/.test(masked), 'the fixture masked does not come masked');
      const isSame = /^\d{10}$/.test(whole) && whole.slice(0, 6) === masked.slice(0, 6);
      p.verdict('message.reveal', isSame, 'the revealed number does not belong to the masked one');
    },
  };
}

/** Recalls that a message's state forbids. */
const refusals: readonly (readonly [Name, RuleId, ProblemSlug])[] = [
  ['noValueDate', 'recall.no-value-date', 'no-value-date'],
  ['valueDatePassed', 'recall.value-date-passed', 'value-date-passed'],
  ['alreadyRecalled', 'recall.already-recalled', 'already-recalled'],
  ['alreadyDelivered', 'recall.already-delivered', 'already-delivered'],
  ['notPermitted', 'auth.not-permitted', 'not-permitted'],
  ['unknown', 'problem.not-found', 'not-found'],
];

function refusalProbe([name, rule, slug]: (typeof refusals)[number], id: string | undefined): Probe {
  const endpoint = 'recall-message';
  return {
    area,
    endpoint,
    rules: [rule],
    isWrite: true,
    missing: missingIn({ [`messages.${name}`]: id }),
    run: async (p) => {
      const headers = { 'Idempotency-Key': newKey() };
      p.problem(rule, await p.write(endpoint, { params: { messageUUID: id ?? '' }, headers }), slug);
    },
  };
}

/** Probes that read. */
export function messageProbes(fixtures: Fixtures): Probe[] {
  const { messages = {}, forbidden = {} } = fixtures;
  const asked = (endpoint: string, name: Name) => ({
    area,
    endpoint,
    needs: { [`messages.${name}`]: messages[name] },
  });
  const message = asked('get-message', 'recallable');
  const recipient = asked('get-message-recipient', 'masked');
  return [
    readProbe(message, 'messageUUID'),
    ...[message, recipient].map((one) => preflightProbe(one, fixtures)),
    ...(Object.keys(outcomes) as Name[]).map((name) => outcomeProbe(name, messages[name])),
    unknownProbe(asked('get-message', 'unknown')),
    readProbe(recipient),
    revealProbe(messages.masked),
    ...[message, recipient].flatMap((one) => [
      tokenProbe(one, fixtures),
      personaProbe(one, 'messages', forbidden.messages),
    ]),
    ...['get-message', 'get-message-recipient'].map((endpoint) =>
      foreignProbe(asked(endpoint, 'notPermitted')),
    ),
    preflightProbe(asked('recall-message', 'recallable'), fixtures),
  ];
}

/** Recalls that must be refused. */
export function recallRefusals({ messages = {} }: Fixtures): Probe[] {
  return refusals.map((refusal) => refusalProbe(refusal, messages[refusal[0]]));
}
