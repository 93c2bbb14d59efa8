import type { BackendErrorInfo } from '../backend/backend-error.js';
import type { CommonMessages, ErrorText } from './common.messages.js';

/** A text with its heading, as it is read out or stands in one line. */
export const spoken = ({ heading, text }: ErrorText): string => `${heading}. ${text}`;

/** The words for a failure, with the time to wait where the backend named one. */
export function describeFailure(info: BackendErrorInfo, { errors, waitHint }: CommonMessages): ErrorText {
  const known: ErrorText = errors[info.code] ?? errors.http;
  const wait = info.retryAfterMs;
  return wait ? { heading: known.heading, text: waitHint(Math.ceil(wait / 1000)) } : known;
}

/** Likewise of something that was sent: unlike a read, it is not sent again as soon as the browser is online. */
export function describeWrite(info: BackendErrorInfo, texts: CommonMessages): ErrorText {
  return describeFailure(info.code === 'offline' ? { ...info, code: 'network' } : info, texts);
}
