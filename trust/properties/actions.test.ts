/** Sequences of a user's, a host's and a backend's doings, with answers of any kind in any order. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { watchPage } from '../page-watch.js';
import type { Subject, Widget } from '../subject.js';
import { subjects } from '../subjects.js';
import { domFaults } from './check-dom.js';
import { changes, hostileText } from './hostile.js';
import { useInstantTime } from './instant-time.js';
import { check, countSteps, saveCovered } from './run.js';
import { LATE, SlowClient, type Outcome } from './slow-client.js';

type Step =
  | { readonly do: 'answer'; readonly which: number; readonly outcome: Outcome }
  | { readonly do: 'click'; readonly which: number }
  | { readonly do: 'type'; readonly text: string }
  | { readonly do: 'reload' | 'move' | 'remove' | 'online' | 'new client' }
  | { readonly do: 'lang'; readonly lang: 'da' | 'en' };

const STATUSES = [400, 401, 403, 404, 409, 412, 413, 422, 429, 500, 503];

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ body: [] }) },
  { weight: 5, arbitrary: changes.map((body) => ({ body })) },
  { weight: 2, arbitrary: fc.constantFrom(...STATUSES).map((status) => ({ status })) },
  { weight: 1, arbitrary: fc.constant('broken' as const) },
);
const which = fc.nat({ max: 40 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('answer' as const), which, outcome }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('click' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('type' as const), text: hostileText }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'reload' as const,
        'move' as const,
        'remove' as const,
        'online' as const,
        'new client' as const,
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('lang' as const),
      lang: fc.constantFrom('da' as const, 'en' as const),
    }),
  },
);
const story = fc.array(step, { minLength: 4, maxLength: 14 });

/** A widget, its client, and the place that it is in. */
class Play {
  readonly place = document.createElement('div');
  readonly element: Widget;
  client = new SlowClient();

  constructor(subject: Subject) {
    this.element = subject.make();
    this.element.client = this.client;
    this.place.append(this.element);
    document.body.append(this.place);
  }

  take(step: Step): void {
    const { element } = this;
    if (step.do === 'answer') this.client.answer(step.which, step.outcome);
    else if (step.do === 'click') this.#click(step.which);
    else if (step.do === 'type') this.#type(step.text);
    else if (step.do === 'reload') element.reload();
    else if (step.do === 'remove') element.remove();
    else if (step.do === 'move') this.place.append(element);
    else if (step.do === 'online') window.dispatchEvent(new Event('online'));
    else if (step.do === 'lang') element.lang = step.lang;
    else element.client = this.client = new SlowClient();
  }

  #click(which: number): void {
    const buttons = [
      ...this.element.shadowRoot!.querySelectorAll<HTMLElement>('button, summary, input[type=radio]'),
    ];
    buttons[which % Math.max(1, buttons.length)]?.click();
  }

  #type(text: string): void {
    const field = this.element.shadowRoot!.querySelector<HTMLInputElement>(
      'input:not([type=radio]), textarea',
    );
    if (!field) return;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
}

async function runStory(subject: Subject, steps: readonly Step[], flush: () => Promise<void>): Promise<void> {
  const play = new Play(subject);
  try {
    await flush();
    for (const step of steps) {
      const { client } = play;
      const before = client.writes;
      play.take(step);
      await flush();
      expect(domFaults(play.element), JSON.stringify(step)).to.deep.equal([]);
      expect(play.element.shadowRoot!.textContent, 'what comes too late').not.to.contain(LATE);
      expect(client.writes - before, 'a write a click').to.be.at.most(step.do === 'click' ? 1 : 0);
      const writes = client.waiting.filter(({ isWrite }) => isWrite).map(({ key }) => key);
      expect(new Set(writes).size, 'no two writes at once').to.equal(writes.length);
    }
    countSteps(steps.length);
  } finally {
    play.place.remove();
  }
}

describe('whatever users and backends do', () => {
  const flush = useInstantTime();
  const { found, lines } = watchPage();
  for (const subject of subjects) {
    it(`${subject.name} stays whole`, async function () {
      this.timeout(600_000);
      await check(
        fc.asyncProperty(story, (steps) => runStory(subject, steps, flush)),
        subjects.length,
      );
    });
  }

  it('the check itself finds what must not be there', () => {
    const element = document.createElement('p');
    const host = document.createElement('div');
    const bad = document.createElement('a');
    bad.setAttribute('href', ' java\tscript:alert(1)');
    bad.setAttribute('onclick', '');
    bad.setAttribute('style', 'color: red');
    host.attachShadow({ mode: 'open' }).append(document.createElement('script'), bad, element);
    expect(domFaults(host)).to.deep.equal([
      '<script>',
      'a: href=javascript:',
      'a: handler onclick',
      'a: style attribute',
      'states: none',
    ]);
  });

  it('no exception, no unhandled rejection, and only the kit’s own lines in the console', () => {
    expect(found).to.deep.equal([]);
    expect(lines.filter((line) => !line.startsWith('[skranke] '))).to.deep.equal([]);
  });
});

after(saveCovered('actions'));
