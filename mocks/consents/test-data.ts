/** Made-up consent requests, dated from a given day: one for each outcome. */
import { addDays, type PlainDate } from '../../components/shared/i18n/dates.js';
import type * as wire from '../contract/consents.js';
import type { DataSet } from '../contract/scenarios.js';
import { startOfDay, timeInCopenhagen } from '../copenhagen.js';
import { CITIZEN_CPR, OTHER_CITIZEN_CPR } from '../pilot/personas.js';
import { loadedTemplates } from './declarations.js';
import { hostileRequests, withHostileTexts } from './hostile-data.js';
import { answered, withdrawn } from './rules.js';
import { requestFrom } from './templates.js';
import { consentTestIds as ids } from './test-ids.js';

const MORNING_MS = 9.25 * 3_600_000;

type Decision = wire.Decision['decision'];

/** Where the citizen came from; a host that tests the way back allows this origin. */
export const RETURN_URL = 'https://portal.example.dk/sag/42';

/** The request, answered with one decision for each of its consents in order. */
function decide(request: wire.StoredRequest, decisions: readonly Decision[], at: string): wire.StoredRequest {
  const { version, language } = request.declaration;
  return answered(
    request,
    {
      declarationVersion: version,
      language,
      decisions: request.consents.map(({ id }, index) => ({
        consentId: id,
        decision: decisions[index] ?? 'refused',
      })),
    },
    at,
  );
}

type Templates = ReturnType<typeof loadedTemplates>;

function openOnes(today: PlainDate, { aids, photo, english, many }: Templates): wire.StoredRequest[] {
  const make = (id: string, fields: Partial<wire.StoredRequest> = {}, { template } = aids) => ({
    ...requestFrom(id, template, { cpr: CITIZEN_CPR, redirectUrl: RETURN_URL }),
    ...fields,
  });
  return [
    make(ids.open.id),
    make(ids.lastDay.id, { answerBy: today }),
    make(ids.expired.id, { answerBy: addDays(today, -1) }),
    make(ids.deleted.id, { deleted: true }),
    make(ids.missingText.id, { quirk: 'no-legal-basis' }),
    make(ids.notYours.id, { cpr: OTHER_CITIZEN_CPR }),
    make(ids.changesOnce.id, { quirk: 'changes-once' }),
    make(ids.english.id, {}, english),
    make(ids.many.id, {}, many),
    requestFrom(ids.single.id, photo.template, { cpr: CITIZEN_CPR }),
  ];
}

function answeredOnes(today: PlainDate, { aids: { template } }: Templates): wire.StoredRequest[] {
  const at = (days: number) => timeInCopenhagen(startOfDay(addDays(today, days)) + MORNING_MS);
  const make = (id: string, decisions: readonly Decision[]) => {
    const request = requestFrom(id, template, { cpr: CITIZEN_CPR, redirectUrl: RETURN_URL });
    return decide(request, decisions, at(-3));
  };
  const oneWithdrawn = withdrawn(make(ids.oneWithdrawn.id, ['given', 'given']), 'c-1', at(-1));
  const bothWithdrawn = withdrawn(make(ids.revoked.id, ['given', 'given']), 'c-1', at(-2));
  const lapsed = make(ids.consentExpired.id, ['given', 'given']);
  return [
    make(ids.accepted.id, ['given', 'given']),
    make(ids.partlyAccepted.id, ['given', 'refused']),
    make(ids.rejected.id, ['refused', 'refused']),
    oneWithdrawn,
    withdrawn(bothWithdrawn, 'c-2', at(-1)),
    {
      ...lapsed,
      answer: lapsed.answer && { ...lapsed.answer, answeredAt: at(-40) },
      consents: lapsed.consents.map((consent) =>
        consent.id === 'c-1' ? { ...consent, validTo: addDays(today, -5) } : consent,
      ),
    },
  ];
}

/** The data set of a scenario; those that are about lists alone stand on the ordinary requests. */
export function consentsData(dataSet: DataSet, today: PlainDate): wire.ConsentsSnapshot {
  if (dataSet === 'empty') return { templates: [], requests: [] };
  const loaded = loadedTemplates(today);
  const templates = Object.values(loaded);
  const requests = [...openOnes(today, loaded), ...answeredOnes(today, loaded)];
  if (dataSet !== 'hostile') return { templates, requests };
  const [open] = requests;
  return {
    templates,
    requests: [...requests.map(withHostileTexts), ...(open ? hostileRequests(open) : [])],
  };
}
