import { html } from 'lit/html.js';
import { captureConsole } from './testing/console-lines.js';
import { expectAccessible } from './testing/expect-accessible.js';
import { json, problem, silence } from './testing/fake-fetch.js';
import './testing/test-widget.js';
import { cleanPage, fakeBackend, mount, part, statesOf, until } from './testing/widget-page.js';

captureConsole();
cleanPage();

for (const lang of ['da', 'en']) {
  describe(`every widget is accessible (${lang})`, () => {
    for (const [state, reply] of [
      ['ready', json({ name: 'Moms' })],
      ['empty', json({})],
      ['error', problem('not-found', 404)],
    ] as const) {
      it(`when it is ${state}`, async () => {
        const { client } = fakeBackend(reply);
        const widget = mount(html`<test-widget lang=${lang} .client=${client}></test-widget>`);
        await until(() => statesOf(widget).join() === state);
        await widget.updateComplete;
        await expectAccessible(widget);
      });
    }

    it('while it loads', async () => {
      const { client } = fakeBackend(silence);
      const widget = mount(html`<test-widget lang=${lang} .client=${client}></test-widget>`);
      await until(() => part(widget, '.skeleton') !== null);
      await expectAccessible(widget);
    });
  });
}
