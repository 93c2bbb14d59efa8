/** One cell of the matrix: a widget, a phase, a fault. What the user sees, and what must hold whatever it is. */
import { expect } from '@open-wc/testing';
import { record } from '../../components/shared/testing/expect-event.js';
import { tidy, textOf } from '../../components/shared/testing/harness.js';
import type { Harness, Subject } from '../subject.js';
import { FaultyBackend } from './backend.js';
import type { Fault, Sockets } from './faults.js';
import { realPause } from './quick-time.js';

export type Phase = 'first load' | 'refresh' | 'submit';

/** A row of the table. */
export interface Row {
  readonly widget: string;
  readonly phase: Phase;
  readonly fault: string;
  /** Headings of the message boxes. */
  readonly sees: string;
  readonly retry: string;
  readonly event: string;
}

const EVENTS = ['skranke-ready', 'skranke-error', 'skranke-auth-required'];
const RETRY = 'Prøv igen';
/** Events after which what was on screen may be gone. */
const LOST = /auth-required|error http (400|403|404|413|422)/;
const IDLE_TURNS = 6;
const WAIT_MS = 8_000;

/** A widget on the page, and its backend. */
export class Cell {
  readonly backend: FaultyBackend;
  readonly harness: Harness;
  readonly events: CustomEvent[];
  readonly place = document.createElement('div');
  readonly #subject: Subject;

  constructor(subject: Subject, sockets: Sockets, timeoutMs?: number) {
    this.#subject = subject;
    this.backend = new FaultyBackend(subject, sockets, timeoutMs);
    const element = subject.make();
    element.client = this.backend.client;
    this.events = record(element, EVENTS);
    this.harness = subject.harness(element);
    this.place.append(element);
  }

  show(): Promise<void> {
    document.body.append(this.place);
    return this.rest();
  }

  /** Waits until nothing is asked for, nothing loads and nothing changes any more. */
  async rest(): Promise<void> {
    const { element } = this.harness;
    const end = performance.now() + WAIT_MS;
    let idleTurns = 0;
    const observer = new MutationObserver(() => (idleTurns = 0));
    observer.observe(element.shadowRoot!, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    // Turns rather than milliseconds: on a busy page everything comes later, and so do these.
    while (idleTurns < IDLE_TURNS && performance.now() < end) {
      await realPause(12);
      idleTurns += 1;
      if (this.backend.underWay > 0 || this.harness.state === 'loading') idleTurns = 0;
    }
    observer.disconnect();
    if (idleTurns < IDLE_TURNS) throw new Error(`does not come to rest: ${this.harness.text}`);
  }

  get boxes(): readonly string[] {
    const boxes = [...this.harness.element.shadowRoot!.querySelectorAll('[part~=message]')];
    return boxes
      .filter((box) => box.checkVisibility())
      .map((box) =>
        tidy(textOf(box.querySelector('p')!)).replace(/^(Fejl|Advarsel|Information|Udført): /, ''),
      );
  }

  get offersRetry(): boolean {
    return this.harness.buttons.includes(RETRY);
  }

  /** The user tries again, or, where that is not offered, the host does. */
  async recover(): Promise<void> {
    this.backend.heal();
    if (this.offersRetry) await this.harness.press(RETRY);
    else this.harness.element.reload();
    await this.rest();
  }

  /** What the user sees now. */
  row(phase: Phase, fault: Fault, retry = this.offersRetry ? RETRY : '–'): Row {
    this.#checkAlways();
    return {
      widget: this.#subject.name,
      phase,
      fault: fault.name,
      sees: this.boxes.join(' · ') || '(the content)',
      retry,
      event: this.events.map(eventText).join(', ') || '–',
    };
  }

  get hasContent(): boolean {
    return this.harness.text.includes(this.#subject.content);
  }

  #checkAlways(): void {
    expect(this.harness.state, 'one state').not.to.equal(undefined);
    expect(this.harness.text, 'nothing of the backend’s error').not.to.include('SECRET');
    const details = JSON.stringify(this.events.map(({ detail }) => detail as unknown));
    expect(details, 'nothing of the backend’s error in an event').not.to.include('SECRET');
  }
}

function eventText({ type, detail }: CustomEvent): string {
  const { kind, status, retryable, complete } = detail as Record<string, unknown>;
  const words = [
    type.replace('skranke-', ''),
    kind,
    status,
    retryable === true && 'retryable',
    complete === false && 'incomplete',
  ];
  return words.filter(Boolean).map(String).join(' ');
}

/** The first answer fails. */
export async function firstLoad(cell: Cell, subject: Subject, fault: Fault): Promise<Row> {
  cell.backend.strike(fault, subject.isRead);
  await cell.show();
  const row = cell.row('first load', fault);
  if (fault.harmless) expect(cell.hasContent, 'content').to.equal(true);
  else {
    expect(cell.boxes.length, 'said on screen').to.be.greaterThan(0);
    expect(row.event, 'told to the host').to.match(/error|auth-required/);
  }
  expect(cell.backend.count(subject.isRead), 'requests').to.be.lessThan(4);
  await cell.recover();
  expect(cell.hasContent, 'all is there once the fault is over').to.equal(true);
  expect(cell.boxes, 'and no message is left').to.deep.equal([]);
  return row;
}

/** All is there, and then it is asked for anew. */
export async function refresh(cell: Cell, subject: Subject, fault: Fault): Promise<Row> {
  await cell.show();
  expect(cell.hasContent, 'content').to.equal(true);
  cell.events.length = 0;
  cell.backend.strike(fault, subject.isRead);
  cell.harness.element.reload();
  await cell.rest();
  const row = cell.row('refresh', fault);
  // Only the loss of the right to see it takes away what is there, or the word that it is gone.
  if (!cell.hasContent && !fault.isNews) expect(row.event, 'nothing is lost').to.match(LOST);
  if (!fault.harmless) expect(row.event, 'told to the host').to.match(/error|auth-required/);
  await cell.recover();
  expect(cell.hasContent, 'all is there once the fault is over').to.equal(true);
  expect(cell.boxes, 'and no message is left').to.deep.equal([]);
  return row;
}

/** The last step fails, and is tried again when the fault is over. */
export async function submit(cell: Cell, subject: Subject, fault: Fault): Promise<Row> {
  const { isMine, writes, act, kept } = subject.submit!;
  await cell.show();
  cell.events.length = 0;
  const before = cell.backend.count(isMine);
  cell.backend.strike(fault, isMine);
  await act(cell.harness);
  await cell.rest();
  const isThrough = isDone(cell, subject);
  const row = cell.row('submit', fault, isThrough ? 'done' : cell.offersRetry ? RETRY : 'the same button');
  const sent = cell.backend.count(isMine) - before;
  expect(sent, 'sent').to.be.within(1, writes ? 1 : 3);
  if (!isThrough && !cell.harness.text.includes(kept)) expect(row.event, 'nothing is lost').to.match(LOST);
  cell.backend.heal();
  for (let tries = 0; tries < 3 && !isDone(cell, subject); tries++) await tryAgain(cell, act);
  expect(isDone(cell, subject), `done in the end; there is: ${cell.harness.text}`).to.equal(true);
  expect(cell.backend.carriedOut.size, 'carried out').to.be.lessThan(2);
  return row;
}

async function tryAgain(cell: Cell, act: (harness: Harness) => Promise<void>): Promise<void> {
  const isGone = cell.harness.state === 'error' || (cell.offersRetry && !cell.hasContent);
  if (isGone) await cell.recover();
  else await act(cell.harness);
  await cell.rest();
}

function isDone({ harness }: Cell, { submit }: Subject): boolean {
  const { done } = submit!;
  return 'shows' in done ? harness.text.includes(done.shows) : !harness.text.includes(done.hides);
}
