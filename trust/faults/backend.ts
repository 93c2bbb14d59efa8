import { createBackendClient, type BackendClient } from '../../components/shared/backend/client.js';
import type { Call } from '../../components/shared/testing/fake-fetch.js';
import { isWrite, type Subject } from '../subject.js';
import type { Fault, Sockets } from './faults.js';

/**
 * A backend that works, until a fault strikes some of the requests. It keeps an idempotency key's outcome, as the
 * contract has it, so that it can tell how often a write was really carried out.
 */
export class FaultyBackend {
  readonly calls: Call[] = [];
  /** Keys of the writes that were carried out. */
  readonly carriedOut = new Set<string>();
  readonly client: BackendClient;
  /** What the widget waits for, retries and bodies included. */
  underWay = 0;
  readonly #subject: Subject;
  readonly #sockets: Sockets;
  #fault: Fault | undefined;
  #isStruck: (call: Call) => boolean = () => false;

  /** @param timeoutMs how long a request may take, instead of 8 s */
  constructor(subject: Subject, sockets: Sockets, timeoutMs?: number) {
    this.#subject = subject;
    this.#sockets = sockets;
    const client = createBackendClient({ backendUrl: 'https://backend.test', fetch: this.#fetch, timeoutMs });
    this.client = {
      get: (request) => this.#count(client.get(request)),
      send: (request) => this.#count(client.send(request)),
      forget: () => client.forget(),
    };
  }

  /** From now on these requests fail so. */
  strike(fault: Fault, isStruck: (call: Call) => boolean): void {
    this.#fault = fault;
    this.#isStruck = isStruck;
  }

  /** From now on all is well. */
  heal(): void {
    this.#fault = undefined;
  }

  /** The requests that fit. */
  count(isMine: (call: Call) => boolean): number {
    return this.calls.filter(isMine).length;
  }

  readonly #fetch: typeof fetch = async (input, init = {}) => {
    const url = input instanceof Request ? input.url : String(input);
    const call: Call = { url, init, headers: new Headers(init.headers), signal: init.signal! };
    this.calls.push(call);
    return this.#answer(call);
  };

  async #count<Value>(work: Promise<Value>): Promise<Value> {
    this.underWay += 1;
    try {
      return await work;
    } finally {
      this.underWay -= 1;
    }
  }

  async #answer(call: Call): Promise<Response> {
    const fault = this.#isStruck(call) ? this.#fault : undefined;
    const key = call.headers.get('Idempotency-Key') ?? '';
    if (isWrite(call) && (!fault || fault.carriesOut)) this.carriedOut.add(key);
    const good = () => this.#subject.answer(call, this.carriedOut.size > 0);
    return fault ? fault.answer(call, good, this.#sockets) : good();
  }
}
