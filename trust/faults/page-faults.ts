/** What happens to the page or the machine rather than to an answer. One after the other: they hold for the whole page. */
import { expect } from '@open-wc/testing';
import { configure } from '../../components/shared/page-state.js';
import { restorePage, setHidden, setOnline } from '../../components/shared/testing/page.js';
import type { Subject } from '../subject.js';
import type { Fault } from './faults.js';
import type { Cell, Row } from './matrix.js';

interface PageFault {
  readonly name: string;
  readonly play: (cell: Cell, subject: Subject) => Promise<readonly Row[]>;
}

const broken = (name: string): Fault => ({
  name,
  answer: () => {
    throw new TypeError('offline');
  },
});

/** Off the net when it loads, and back: it comes by itself. Likewise anew, and in the last step. */
async function offline(cell: Cell, subject: Subject): Promise<readonly Row[]> {
  const fault = broken('offline and back');
  const rows: Row[] = [];
  const back = async () => {
    cell.backend.heal();
    setOnline(true);
    await cell.rest();
  };
  try {
    setOnline(false);
    cell.backend.strike(fault, subject.isRead);
    await cell.show();
    rows.push(cell.row('first load', fault));
    await back();
    expect(cell.hasContent, 'comes by itself').to.equal(true);

    cell.events.length = 0;
    setOnline(false);
    cell.backend.strike(fault, subject.isRead);
    cell.harness.element.reload();
    await cell.rest();
    rows.push(cell.row('refresh', fault));
    expect(cell.hasContent, 'stays').to.equal(true);
    await back();
    expect(cell.boxes, 'no message is left').to.deep.equal([]);
    if (subject.submit) rows.push(await offlineSubmit(cell, subject, fault, back));
  } finally {
    restorePage();
  }
  return rows;
}

async function offlineSubmit(
  cell: Cell,
  { submit }: Subject,
  fault: Fault,
  back: () => Promise<void>,
): Promise<Row> {
  const { isMine, writes, act, kept } = submit!;
  cell.events.length = 0;
  setOnline(false);
  cell.backend.strike(fault, isMine);
  await act(cell.harness);
  await cell.rest();
  const row = cell.row('submit', fault, cell.offersRetry ? 'Prøv igen' : 'the same button');
  expect(cell.harness.text).to.include(kept);
  const sent = cell.backend.count(isMine);
  await back();
  // What the user sends is sent by the user only.
  if (writes) {
    expect(cell.backend.count(isMine), 'not sent by itself').to.equal(sent);
    await act(cell.harness);
    await cell.rest();
    expect(cell.backend.carriedOut.size).to.equal(1);
  }
  return row;
}

/** The machine's clock is set: a year ahead, a year back. */
async function clockJump(cell: Cell, subject: Subject): Promise<readonly Row[]> {
  const fault: Fault = { name: 'clock jump', answer: (_, good) => good() };
  const start = Date.parse('2026-11-22T10:00:00+01:00');
  const year = 365 * 86_400_000;
  const rows: Row[] = [];
  try {
    configure({ now: () => start });
    await cell.show();
    const asked = cell.backend.count(subject.isRead);
    for (const offset of [year, -year]) {
      configure({ now: () => start + offset });
      await cell.rest();
      expect(cell.hasContent, 'content').to.equal(true);
    }
    expect(cell.backend.count(subject.isRead), 'nothing is asked for because of it').to.equal(asked);
    rows.push(cell.row('refresh', fault));
  } finally {
    configure({ now: undefined });
  }
  return rows;
}

/** The lid was closed for a day: at most one look for news, and all is as before. */
async function asleep(cell: Cell, subject: Subject): Promise<readonly Row[]> {
  const fault: Fault = { name: 'asleep for a day', answer: (_, good) => good() };
  const now = performance.now.bind(performance);
  let slept = 0;
  try {
    cell.harness.element.setAttribute('refresh-seconds', '60');
    await cell.show();
    cell.events.length = 0;
    const asked = cell.backend.count(subject.isRead);
    setHidden(true);
    slept = 86_400_000;
    performance.now = () => now() + slept;
    setHidden(false);
    await cell.rest();
    expect(cell.hasContent, 'content').to.equal(true);
    expect(cell.backend.count(subject.isRead) - asked, 'looks for news').to.be.lessThan(2);
  } finally {
    Reflect.deleteProperty(performance, 'now');
    restorePage();
  }
  return [cell.row('refresh', fault)];
}

export const pageFaults: readonly PageFault[] = [
  { name: 'offline and back', play: offline },
  { name: 'clock jump', play: clockJump },
  { name: 'asleep for a day', play: asleep },
];
