import type { BackendErrorInfo, ErrorKind } from './backend/backend-error.js';

/** Base of all events: they bubble and cross shadow borders. */
export class WidgetEvent<Detail> extends CustomEvent<Detail> {
  constructor(type: string, detail: Detail) {
    super(type, { bubbles: true, composed: true, detail });
  }
}

/** First when the widget can be used; once more with `complete: true` when all pages are in. */
export class SkrankeReadyEvent extends WidgetEvent<{ complete: boolean }> {
  constructor(complete: boolean) {
    super('skranke-ready', { complete });
  }
}

/** Detail of `skranke-error`. Nothing in it is personal, and nothing is a text of the backend's. */
export interface SkrankeErrorDetail {
  readonly kind: ErrorKind;
  /** HTTP status, when there was an answer. */
  readonly status?: number;
  /** Type and status of an RFC 9457 problem, when the backend sent one. */
  readonly problem?: { readonly type: string; readonly status: number };
  readonly retryable: boolean;
}

/** A request failed, or something cannot be shown. */
export class SkrankeErrorEvent extends WidgetEvent<SkrankeErrorDetail> {
  constructor({ kind, status, problem, retryable }: BackendErrorInfo) {
    super('skranke-error', {
      kind,
      retryable,
      ...(status !== undefined && { status }),
      ...(problem && { problem }),
    });
  }
}

/** The backend answered 401, also with a new token: the host signs the user in and calls `retry()`. */
export class SkrankeAuthRequiredEvent extends WidgetEvent<{ retry: () => void }> {
  constructor(retry: () => void) {
    super('skranke-auth-required', { retry });
  }
}

/** The events that every widget fires. */
export interface CommonEventMap {
  'skranke-ready': SkrankeReadyEvent;
  'skranke-error': SkrankeErrorEvent;
  'skranke-auth-required': SkrankeAuthRequiredEvent;
}
