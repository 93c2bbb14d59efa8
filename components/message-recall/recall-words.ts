import type { BackendError } from '../shared/backend/backend-error.js';
import type { ErrorText } from '../shared/i18n/common.messages.js';
import { describeFailure, describeWrite, spoken } from '../shared/i18n/describe-failure.js';
import type { MessageKind } from '../shared/templates.js';
import type { MessageRecallMessages } from './message-recall.messages.js';
import type { Hindrance } from './recall-standing.js';
import type { Outcome } from './recalls.js';

/** What is said of a message, of a look-up that failed, or of what came of a recall. */
export interface Box extends ErrorText {
  readonly kind: MessageKind;
  /** To look it up again is the way on. */
  readonly retries?: boolean;
}

/** No access to the message, or no such message: another try would end the same way. */
export const isFinal = ({ info: { status = 0 } }: BackendError): boolean => [403, 404].includes(status);

/** What failed. */
export function failureBox(failure: BackendError, texts: MessageRecallMessages): Box {
  const { kind, retryable } = failure.info;
  const retries = !isFinal(failure) && (kind !== 'config' || retryable);
  return { kind: 'error', ...describeFailure(failure.info, texts), retries };
}

/** Why the message cannot be recalled. */
export function hindranceBox(hindrance: Hindrance, isDone: boolean, texts: MessageRecallMessages): Box {
  if (hindrance !== 'already-recalled') return { kind: 'warning', ...texts.errors[hindrance] };
  return isDone ? { kind: 'success', ...texts.done } : { kind: 'info', ...texts.errors[hindrance] };
}

/** What is said of a recall that was not carried out, or of which nobody knows. */
export function outcomeBox({ is, failures }: Outcome, texts: MessageRecallMessages): Box {
  const { unknown, changed, notDone, errors } = texts;
  const [failure] = failures;
  const code = failure?.info.code;
  if (is === 'unknown') return { kind: 'warning', ...unknown, retries: true };
  if (code === 'not-permitted') return { kind: 'warning', ...errors['not-permitted'] };
  if (code === 'precondition-failed') return { kind: 'warning', ...changed };
  const text = failure ? spoken(describeWrite(failure.info, texts)) : notDone.text;
  return { kind: 'error', heading: notDone.heading, text };
}
