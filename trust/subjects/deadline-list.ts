import { DeadlineListHarness } from '../../components/deadline-list/deadline-list.harness.js';
import type { SkrankeDeadlineList } from '../../components/deadline-list/deadline-list.js';
import '../../components/deadline-list/deadline-list.define.js';
import { element, isWrite, page, pathOf, type Subject } from '../subject.js';

const ACTIVITIES = [
  {
    id: 'f-1',
    type: 'frist',
    overskrift: 'Send plan',
    beskrivelse: '',
    myndighed: 'Fjordby Kommune',
    fristDato: '17-11-2031',
  },
  { id: 'b-1', type: 'besked', overskrift: 'Nye tider', beskrivelse: '', myndighed: 'Fjordby Kommune' },
];

export const deadlineList: Subject = {
  name: 'deadline-list',
  make: () =>
    element('skranke-deadline-list', { types: 'frist sag besked', 'refresh-seconds': '0', lang: 'da' }),
  harness: (made) => new DeadlineListHarness(made as unknown as SkrankeDeadlineList),
  answer: (call) => (isWrite(call) ? new Response(null, { status: 204 }) : page('activities', ACTIVITIES)),
  isRead: (call) => pathOf(call).endsWith('/activities'),
  content: 'Send plan',
  submit: {
    name: 'remove a notice',
    isMine: isWrite,
    writes: true,
    act: (list) => (list as unknown as DeadlineListHarness).dismiss('Nye tider'),
    kept: 'Nye tider',
    done: { hides: 'Nye tider' },
  },
};
