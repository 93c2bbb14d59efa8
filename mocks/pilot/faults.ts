/** Planned failures (`PUT /pilot/faults`). */
import type { Fault } from '../contract/pilot.js';
import { slugForStatus } from '../contract/common.js';
import { problemAnswer, type Answer, type Reply } from './answer.js';

/** What a fault or a scenario does to a request. */
export interface Effect {
  readonly delayMs?: number;
  /** Absent: the request is carried out and answered as usual, only late. */
  readonly reply?: Reply;
  /** The request is carried out before `reply` is given instead of its answer. */
  readonly after?: boolean;
}

function matches(pattern: string, method: string, path: string, query: string): boolean {
  const [methodPattern, pathPattern] = pattern.includes(' ') ? pattern.split(' ', 2) : ['*', pattern];
  const against = pathPattern?.includes('?') && query ? `${path}?${query}` : path;
  return wildcard(methodPattern ?? '*', method) && wildcard(pathPattern ?? '*', against);
}

function wildcard(pattern: string, text: string): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`, 's').test(text);
}

const NO_BODY = [204, 205, 304];

function faultAnswer(fault: Fault): Answer | undefined {
  if (fault.status === undefined && fault.body === undefined) return undefined;
  const status = fault.status ?? 200;
  const headers = fault.headers ?? {};
  if (NO_BODY.includes(status)) return { status, headers, unchecked: true };
  if (fault.body === undefined && status >= 400) {
    const { body } = problemAnswer(slugForStatus(status));
    return { status, headers, body: { ...(body as object), status }, unchecked: true };
  }
  if (typeof fault.body === 'string') {
    return {
      status,
      headers,
      body: fault.body,
      text: fault.contentType ?? 'text/plain; charset=utf-8',
      unchecked: true,
    };
  }
  const body = fault.body === undefined ? {} : fault.body;
  if (fault.contentType === undefined) return { status, headers, body, unchecked: true };
  return { status, headers, body: JSON.stringify(body), text: fault.contentType, unchecked: true };
}

/** The list of planned failures. Each strikes `times` times and is then gone. */
export class Faults {
  #faults: Fault[] = [];

  list(): Fault[] {
    return this.#faults.map((fault) => ({ ...fault }));
  }

  add(fault: Fault): void {
    this.#faults.push({ ...fault });
  }

  replace(faults: readonly Fault[]): void {
    this.#faults = faults.map((fault) => ({ ...fault }));
  }

  /** The first planned failure that fits the request; uses up one of its times. */
  strike(method: string, path: string, query: string): Effect | undefined {
    const fault = this.#faults.find((candidate) => matches(candidate.match, method, path, query));
    if (!fault) return undefined;
    if (fault.times !== undefined && --fault.times === 0) {
      this.#faults = this.#faults.filter((candidate) => candidate !== fault);
    }
    const reply = fault.network ? 'network-error' : faultAnswer(fault);
    return {
      ...(fault.delayMs === undefined ? {} : { delayMs: fault.delayMs }),
      ...(reply === undefined ? {} : { reply }),
      after: fault.after === true,
    };
  }
}
