/** Digitalt Samtykke: reads of consent requests. */
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
import { describeValue } from './privacy.js';
import { fieldsOf, listOf, missingIn, type Probe, type Prober } from './probe.js';

const area = 'consents' as const;
export const READ = 'get-consent-request';
type Name = keyof NonNullable<Fixtures['consentRequests']>;

const statuses: Partial<Record<Name, string>> = {
  open: 'created',
  lastDay: 'created',
  accepted: 'accepted',
  partlyAccepted: 'partly-accepted',
  rejected: 'rejected',
  revoked: 'revoked',
  expired: 'expired',
  deleted: 'deleted',
};

/** The statuses that consents in such a state can have, as the contract defines them. */
export function fitsConsents(status: unknown, consents: readonly unknown[]): boolean {
  const is =
    (...wanted: string[]) =>
    (consent: unknown) =>
      wanted.includes(String(consent));
  switch (status) {
    case 'created':
      return consents.every(is('pending'));
    case 'expired':
      // With the request, what was not decided may have run out too.
      return consents.every(is('pending', 'expired'));
    case 'accepted':
      return consents.every(is('given', 'expired'));
    case 'rejected':
      return consents.every(is('refused'));
    case 'revoked':
      return consents.some(is('withdrawn')) && !consents.some(is('given', 'pending'));
    case 'partly-accepted':
      return (
        consents.some(is('given', 'expired')) &&
        consents.some(is('refused', 'withdrawn')) &&
        !consents.some(is('pending'))
      );
    default:
      return true;
  }
}

/** The statuses of a request's consents, in order. */
const consentStatuses = (answer: Answer) => listOf(fieldsOf(answer)['consents']).map(({ status }) => status);

export function judgeStatus(p: Prober, answer: Answer): void {
  const { status } = fieldsOf(answer);
  const consents = consentStatuses(answer);
  p.verdict(
    'consent.status',
    fitsConsents(status, consents),
    `${String(status)} with ${consents.map(String).join(', ')}`,
  );
}

/** Decisions and withdrawals name a consent by its id: two with the same cannot be told apart. */
function judgeIds(p: Prober, answer: Answer): void {
  const ids = listOf(fieldsOf(answer)['consents']).map(({ id }) => String(id));
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  p.verdict('consent.ids', twice === undefined, `two consents with ${describeValue(twice, 'id')}`);
}

function outcomeProbe(name: Name, id: string | undefined): Probe {
  return {
    area,
    endpoint: READ,
    fixture: name,
    rules: [name === 'lastDay' ? 'consent.last-day' : 'consent.outcome', 'consent.ids', 'consent.status'],
    missing: missingIn({ [`consentRequests.${name}`]: id }),
    run: async (p) => {
      const answer = await p.read(READ, { params: { id: id ?? '' } });
      const { status, answerBy } = fieldsOf(answer);
      if (name === 'lastDay')
        p.verdict('consent.last-day', status === 'created' && answerBy !== undefined, String(status));
      else p.verdict('consent.outcome', status === statuses[name], `${name} is ${String(status)}`);
      judgeIds(p, answer);
      judgeStatus(p, answer);
    },
  };
}

/** Probes that read. */
export function consentProbes(fixtures: Fixtures): Probe[] {
  const { consentRequests: ids = {}, forbidden = {} } = fixtures;
  const asked = (name: Name, endpoint = READ) => ({
    area,
    endpoint,
    needs: { [`consentRequests.${name}`]: ids[name] },
  });
  const open = asked('open');
  // A preflight is about the route: any id of a consent will do.
  const withdrawal = {
    area,
    endpoint: 'withdraw-consent',
    needs: { 'consentRequests.open': ids.open, consentId: '1' },
  };
  return [
    readProbe(open, 'id'),
    preflightProbe(open, fixtures),
    preflightProbe(asked('open', 'answer-consent-request'), fixtures),
    preflightProbe(withdrawal, fixtures),
    ...(Object.keys(statuses) as Name[]).map((name) => outcomeProbe(name, ids[name])),
    unknownProbe(asked('unknown')),
    tokenProbe(open, fixtures),
    personaProbe(open, 'consentRequests', forbidden.consentRequests),
    foreignProbe(asked('notPermitted')),
  ];
}
