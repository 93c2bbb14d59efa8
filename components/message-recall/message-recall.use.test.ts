import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { messageTestIds as messages } from '../../mocks/index.js';
import { makeMessage } from '../../mocks/messages/factories.js';
import { recalls, restarted, showRecall, stored } from '../../stories/message-recall.fixture.js';
import { configure } from '../shared/page-state.js';
import { captureConsole } from '../shared/testing/console-lines.js';
import { record } from '../shared/testing/expect-event.js';
import { resetConfiguration } from '../shared/testing/page.js';
import type { MessageRecallHarness } from './message-recall.harness.js';

const { id } = messages.recallable;
const CPR = '1112131016';

/** Goes on with Tab until the focus is on what has this role and name. */
async function tabTo(recall: MessageRecallHarness, what: RegExp, press = 'Tab'): Promise<void> {
  for (let stop = 0; stop < 12; stop++) {
    await sendKeys({ press });
    if (what.test(recall.focus)) return;
  }
  throw new Error(`Tab never comes to ${String(what)}`);
}

describe('message recall: the whole main task by keyboard alone', () => {
  it('looks up, reads, says no in three ways, and recalls, with every announcement', async () => {
    const { recall, told, pilot } = await showRecall(undefined, (one) => one.setLatency(40));
    expect(recall.announcements, 'a page that opens says nothing of itself').to.deep.equal([]);
    await tabTo(recall, /^textbox MeddelelsesID$/);
    await sendKeys({ press: 'Enter' });
    await recall.hears('Skriv hele MeddelelsesID');
    expect(recall.focus).to.equal('textbox MeddelelsesID');
    await sendKeys({ type: ` {${id.replaceAll('-', '').toUpperCase()}} ` });
    await sendKeys({ press: 'Enter' });
    await recall.hears('Der er 9 dage tilbage.');

    await tabTo(recall, /^button Vis CPR-nummer$/);
    await sendKeys({ press: 'Space' });
    await recall.shows('CPR 111213-1016');
    expect(recall.focus).to.equal('button Skjul CPR-nummer');
    await sendKeys({ press: 'Space' });
    await recall.hears('CPR 111213-****');

    for (const no of ['Escape', 'Luk', 'Fortryd']) {
      if (no === 'Escape') await tabTo(recall, /^button Tilbagekald$/);
      await sendKeys({ press: 'Enter' });
      await recall.quiet();
      expect(recall.dialog).to.match(
        /^Vil du tilbagekalde meddelelsen\?: .*Indkaldelse til samtale Modtageren får den ikke\. Det kan ikke fortrydes\./,
      );
      expect(recall.focus, 'on nothing that answers').to.equal('heading Vil du tilbagekalde meddelelsen?');
      if (no !== 'Escape') await tabTo(recall, new RegExp(`^button ${no}$`));
      await sendKeys({ press: no === 'Escape' ? no : 'Enter' });
      await recall.quiet();
      expect([recall.dialog, recall.focus]).to.deep.equal(['', 'button Tilbagekald']);
    }
    expect(recalls(pilot)).to.deep.equal([]);

    await sendKeys({ press: 'Enter' });
    await tabTo(recall, /^button Bekræft tilbagekald$/);
    // A live region takes a moment before it is heard.
    await recall.quiet();
    await sendKeys({ press: 'Enter' });
    await recall.hears('Meddelelsen er tilbagekaldt');
    expect(recall.focus).to.equal('heading Kvittering for tilbagekald');
    await tabTo(recall, /^button Hent kvittering$/);

    expect(recall.announcements).to.deep.equal([
      'Skriv hele MeddelelsesID’et: 32 tal og bogstaver fra a til f, med eller uden bindestreger.',
      'Henter …',
      'Indkaldelse til samtale. Kan tilbagekaldes til og med 1. december 2026. Der er 9 dage tilbage.',
      'CPR-nummeret vises',
      'CPR 111213-****',
      'Tilbagekalder …',
      'Meddelelsen er tilbagekaldt. Modtageren får den ikke.',
    ]);
    expect(told().map((line) => line.split(' ')[0])).to.deep.equal([
      'skranke-ready',
      'skranke-ready',
      'skranke-message-recalled',
    ]);
    expect(await stored(pilot, id)).to.equal(1);
  }).timeout(30_000);
});

describe('message recall: a CPR number', () => {
  const lines = captureConsole();
  resetConfiguration();

  it('is nowhere until it is asked for, and away again after a look-up and with the element', async () => {
    const { recall, told, pilot, place } = await showRecall(id);
    const { element } = recall;
    const shown = () => (element.shadowRoot?.innerHTML ?? '') + document.documentElement.outerHTML;
    const asked = () => pilot.requests().map(({ path, query }) => `${path}?${query}`);
    const everywhere = () =>
      [shown(), told(), lines(), asked(), JSON.stringify([localStorage, sessionStorage])].join();
    const isShown = () => /1112131016|111213-1016/.test(everywhere());
    expect([isShown(), recall.fact('Modtager')]).to.deep.equal([false, 'CPR 111213-**** Vis CPR-nummer']);
    await recall.toggleNumber();
    expect(recall.fact('Modtager')).to.equal('CPR 111213-1016 Skjul CPR-nummer');
    expect([told(), lines(), asked(), document.documentElement.outerHTML].join()).not.to.contain('1016');
    await recall.lookUp(id);
    expect([isShown(), recall.fact('Modtager')]).to.deep.equal([false, 'CPR 111213-**** Vis CPR-nummer']);
    await recall.toggleNumber();
    element.remove();
    await element.updateComplete;
    expect(isShown()).to.equal(false);
    place.append(element);
    await recall.settled();
    await recall.recall();
    expect([isShown(), recall.state]).to.deep.equal([false, 'ready']);
  });

  it('is masked again by a reload, and by another language', async () => {
    const { recall } = await showRecall(id);
    for (const again of [() => recall.element.reload(), () => (recall.element.lang = 'en')]) {
      await recall.toggleNumber();
      expect(recall.fact(/^(Modtager|Recipient)$/)).to.contain('CPR 111213-1016');
      again();
      await restarted(recall);
      expect(recall.fact(/^(Modtager|Recipient)$/)).to.contain('CPR 111213-****');
    }
  });

  it('describes the button that shows it', async () => {
    const { recall } = await showRecall(id);
    const place = recall.one('button', 'Vis CPR-nummer').getAttribute('aria-describedby')!;
    expect(recall.element.shadowRoot!.getElementById(place)?.textContent).to.equal('CPR 111213-****');
  });

  it('is fetched only then where the backend masks it, and that may fail', async () => {
    const { recall, pilot, told } = await showRecall(messages.maskedRecipient.id, (one) =>
      one.addFault({ match: 'GET /messages/*/recipient', status: 403, times: 1 }),
    );
    const asks = () => pilot.requests().filter(({ path }) => path.endsWith('/recipient')).length;
    expect(asks()).to.equal(0);
    await recall.toggleNumber();
    await recall.hears('Vi kunne ikke hente CPR-nummeret.');
    expect(recall.text).to.contain('Vi kunne ikke hente CPR-nummeret.');
    expect(told().at(-1)).to.contain('"status":403');
    await recall.toggleNumber();
    await recall.shows('CPR 111213-1016');
    expect(recall.fact('Modtager')).to.equal('CPR 111213-1016 Skjul CPR-nummer');
    await recall.toggleNumber();
    expect([recall.fact('Modtager'), asks()]).to.deep.equal(['CPR 111213-**** Vis CPR-nummer', 2]);
    expect([told(), lines()].join()).not.to.contain(CPR);
  });

  /** A message whose sender has this number. */
  const sentBy = (senderID: string) =>
    showRecall(id, (one) =>
      one.addFault({
        match: 'GET /messages/*',
        body: makeMessage({ messageUUID: id, sender: { senderID, idType: 'CPR' } }),
      }),
    );

  it('of a sender is shown and hidden likewise, apart from the recipient’s', async () => {
    const { recall } = await sentBy('0102031234');
    const { element } = recall;
    const isShown = () => element.shadowRoot!.innerHTML.includes('1234');
    expect([recall.fact('Afsender'), isShown()]).to.deep.equal(['CPR 010203-**** Vis CPR-nummer', false]);
    await recall.toggleNumber();
    await recall.hears('CPR-nummeret vises');
    expect(recall.fact('Afsender')).to.equal('CPR 010203-1234 Skjul CPR-nummer');
    expect(recall.fact('Modtager')).to.equal('CPR 111213-**** Vis CPR-nummer');
    const described = recall.all('button', /CPR/).map((one) => one.getAttribute('aria-describedby') ?? '');
    expect(described.map((one) => element.shadowRoot!.getElementById(one)?.textContent)).to.deep.equal([
      ...['CPR 010203-1234', 'CPR 111213-****'],
    ]);
    await recall.toggleNumber();
    await recall.hears('CPR 010203-****');
    await recall.toggleNumber();
    element.reload();
    await recall.settled();
    expect([recall.fact('Afsender'), isShown()]).to.deep.equal(['CPR 010203-**** Vis CPR-nummer', false]);
  });

  it('of a sender that the backend masks cannot be asked for', async () => {
    const { recall } = await sentBy('010203****');
    expect(recall.fact('Afsender')).to.equal('CPR 010203-****');
    expect(recall.fact('Modtager')).to.equal('CPR 111213-**** Vis CPR-nummer');
  });

  it('of a company is no secret', async () => {
    const { recall } = await showRecall(messages.toCompany.id);
    expect(recall.fact('Modtager')).to.equal('Prøvebageriet ApS CVR 99000001');
  });
});

describe('message recall: the language', () => {
  captureConsole();
  resetConfiguration();

  it('of the content stands on what the authority has written, and on nothing else', async () => {
    const { recall } = await showRecall(id);
    recall.element.lang = 'en';
    await recall.shows('Can be recalled');
    await recall.recall();
    await recall.shows('Receipt for the recall');
    const marked = [...recall.element.shadowRoot!.querySelectorAll('[lang=da]')];
    expect(marked.map(({ textContent }) => textContent)).to.deep.equal([
      ...['Indkaldelse til samtale', 'Indkaldelse til samtale', 'Fjordby Kommune'],
    ]);
    expect(recall.fact('Title')).to.equal('Indkaldelse til samtale');
  });
});

describe('message recall: languages', () => {
  it('marks what the sender wrote as Danish, and its own words not', async () => {
    const { recall } = await showRecall(messages.toCompany.id);
    const { element } = recall;
    element.lang = 'en';
    await restarted(recall);
    const langOf = (text: string) =>
      [...element.shadowRoot!.querySelectorAll('*')]
        .filter((node) => node.childElementCount === 0 && node.textContent.trim() === text)
        .map((node) => node.closest('[lang]')?.getAttribute('lang'));
    expect(langOf('Prøvebageriet ApS')).to.deep.equal(['da']);
    expect(langOf(recall.headings[1]!.slice(2))).to.deep.equal(['da']);
    expect(langOf('Recipient')).to.deep.equal(['en']);
  });
});

describe('message recall: looking up', () => {
  const lines = captureConsole();
  resetConfiguration();

  it('asks for the id in lower case with hyphens, however it is written', async () => {
    const { recall, pilot } = await showRecall();
    await recall.lookUp(`  { ${id.toUpperCase()} }\n`);
    await recall.shows('Indkaldelse til samtale');
    await recall.lookUp(messages.noValueDate.id.replaceAll('-', ''));
    await recall.shows('Nye åbningstider');
    const paths = pilot.requests().map(({ path }) => path.split('/').at(-1));
    expect(paths).to.deep.equal([id, messages.noValueDate.id]);
  });

  it('takes the first message away at once, and says what is wrong with an id', async () => {
    const { recall, pilot } = await showRecall(id);
    await recall.lookUp('63fe3b8e');
    expect([recall.summary, recall.focus]).to.deep.equal(['', 'textbox MeddelelsesID']);
    expect(recall.field.getAttribute('aria-invalid')).to.equal('true');
    expect(pilot.requests()).to.have.length(1);
    await recall.lookUp(messages.unknown.id);
    await recall.hears('Vi kan ikke finde meddelelsen.');
    expect(recall.field.hasAttribute('aria-invalid')).to.equal(false);
  });

  it('lets no inner event out, and has the browser remember no id', async () => {
    const { recall, place } = await showRecall();
    const out = record(place, ['input', 'change', 'submit']);
    recall.field.focus();
    await sendKeys({ type: id });
    await sendKeys({ press: 'Enter' });
    await recall.shows('Indkaldelse til samtale');
    expect(out).to.deep.equal([]);
    expect(recall.field.autocomplete).to.equal('off');
  });

  it('reads out nothing of what the host asks for, also after a look-up that failed', async () => {
    const { recall } = await showRecall();
    await recall.lookUp(messages.unknown.id);
    await recall.hears('Vi kan ikke finde meddelelsen.');
    recall.forget();
    recall.element.messageId = id;
    await recall.shows('Indkaldelse til samtale');
    await recall.quiet();
    expect(recall.announcements).to.deep.equal([]);
  });

  it('tells the host of a wrong id, of ready and of errors, in order', async () => {
    const { told } = await showRecall('63fe3b8e');
    expect(told()).to.deep.equal([
      'skranke-ready {"complete":true}',
      'skranke-error {"kind":"config","retryable":false}',
    ]);
    expect(lines()).to.deep.equal([
      '[skranke] skranke-message-recall: bad-id message-id: 36 characters, or 32 hex digits',
    ]);
    const unknown = await showRecall(messages.unknown.id);
    expect(unknown.told().map((line) => line.split(' ')[0])).to.deep.equal([
      'skranke-ready',
      'skranke-error',
    ]);
    expect(unknown.recall.state).to.equal('ready');
  });

  it('keeps what is typed over reload() and configure(), and follows message-id', async () => {
    const { recall } = await showRecall(id);
    recall.write('abc');
    recall.element.reload();
    configure({ timeoutMs: 5_000 });
    await restarted(recall);
    expect([recall.field.value, recall.fact('MeddelelsesID')]).to.deep.equal(['abc', id]);
    recall.element.messageId = messages.toCompany.id;
    await restarted(recall);
    expect([recall.field.value, recall.fact('MeddelelsesID')]).to.deep.equal([
      messages.toCompany.id,
      messages.toCompany.id,
    ]);
  });

  it('never shows another message than the one asked for', async () => {
    const { recall } = await showRecall(id, (pilot) =>
      pilot.addFault({
        match: 'GET /messages/*',
        body: { messageUUID: messages.toCompany.id, label: 'En anden' },
      }),
    );
    expect([recall.state, recall.text.includes('En anden')]).to.deep.equal(['error', false]);
  });
});
