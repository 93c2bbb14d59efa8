import type { Choice, Consent, ConsentRequest, Decision } from '../shared/backend/digitalt-samtykke.js';

/** What the citizen has chosen so far, by the consents' ids; none to begin with. */
export type Choices = ReadonlyMap<string, Choice>;

/** A write whose outcome is to be known: an answer, or the withdrawal of one consent. */
export type Act =
  | { readonly decisions: readonly Decision[]; readonly consentId?: undefined }
  | { readonly decisions?: undefined; readonly consentId: string };

/** The consents without a choice. */
export function undecided({ consents }: ConsentRequest, choices: Choices): readonly Consent[] {
  return consents.filter(({ id }) => !choices.has(id));
}

/** The choices as they are sent, in the order of the request. */
export function decisionsOf({ consents }: ConsentRequest, choices: Choices): readonly Decision[] {
  return consents.flatMap(({ id }) => {
    const decision = choices.get(id);
    return decision ? [{ consentId: id, decision }] : [];
  });
}

/** Whether something shows that there was an answer. */
export const isAnswered = ({ receiptId, answeredAt }: ConsentRequest): boolean =>
  (receiptId ?? answeredAt) !== undefined;

/** What was decided about a consent, as its status tells; a given one may be withdrawn or out of date since. */
export function decisionOn({ status }: Consent): Choice | undefined {
  if (status === 'pending') return undefined;
  return status === 'refused' ? 'refused' : 'given';
}

const stands = ({ consents }: ConsentRequest, { consentId }: Act) =>
  consents.find(({ id }) => id === consentId)?.status;

/** Whether the act could still be carried out. */
export function isUndone(request: ConsentRequest, act: Act): boolean {
  return act.decisions ? request.status === 'created' : stands(request, act) === 'given';
}

/** Whether what is stored is what the act was to do. */
export function isStored(request: ConsentRequest, act: Act): boolean {
  if (!act.decisions) return stands(request, act) === 'withdrawn';
  return (
    request.status !== 'created' &&
    request.consents.every((consent) => {
      const sent = act.decisions.find(({ consentId }) => consentId === consent.id);
      return sent && sent.decision === decisionOn(consent);
    })
  );
}
