import type { BackendErrorInfo } from '../backend/backend-error.js';
import type { CommonMessages, ErrorText } from './common.messages.js';

/** What happened, and what to do now. */
export interface FailureText {
  readonly heading: string;
  readonly body: string;
}

/** The words for a failure, with the time to wait where the backend named one. */
export function describeFailure(info: BackendErrorInfo, { errors, waitHint }: CommonMessages): FailureText {
  const known: ErrorText = errors[info.code] ?? errors.http;
  const wait = info.retryAfterMs;
  return { heading: known.heading, body: wait ? waitHint(Math.ceil(wait / 1000)) : known.text };
}
