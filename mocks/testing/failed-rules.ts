/** What `skranke check --write` finds wrong with a backend behind a filter. */
import { organisationTestIds } from '../contacts/test-ids.js';
import type { CheckPersona } from '../check/fixtures.js';
import { pilotFixtures, pilotToken } from '../check/pilot-fixtures.js';
import { checkBackend } from '../check/run-check.js';
import { wrongBackend, type Defect, type Filter } from './wrong-backends.js';

/** A structure that is small enough to be read a hundred times. */
const organisations = { known: organisationTestIds.region.id, unknown: organisationTestIds.unknown.id };
const byToken = (persona: CheckPersona) =>
  Promise.resolve({ Authorization: `Bearer ${pilotToken(persona)}` });
const byCookie = (persona: CheckPersona) => Promise.resolve({ Cookie: `session=${pilotToken(persona)}` });

const isFactory = (filter: Defect['filter']): filter is () => Filter => filter.length === 0;

export async function failedRules({
  only,
  filter,
  fixtures,
  pilot,
  timeoutMs,
  withCookie,
}: Omit<Defect, 'name' | 'expects'>) {
  const { fetch } = wrongBackend(isFactory(filter) ? filter() : filter, pilot);
  const report = await checkBackend({
    url: 'http://pilot.test',
    fixtures: { ...pilotFixtures, organisations, ...fixtures },
    write: true,
    only,
    credentials: withCookie ? byCookie : byToken,
    fetch,
    // On a busy machine an answer may be late: only one defect is about that.
    timeoutMs: timeoutMs ?? 60_000,
  });
  return report.findings.filter(({ outcome }) => outcome === 'failed');
}
