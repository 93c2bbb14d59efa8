import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { contactPointTestIds as ids } from '../../mocks/contacts/test-ids.js';
import { makePicker, type Page } from '../../stories/contact-point-picker.fixture.js';
import { nameOf, textOf, tidy, until } from '../shared/testing/harness.js';
import type { ContactPointPickerHarness } from './contact-point-picker.harness.js';

const ROLES = ['heading', 'navigation', 'region', 'searchbox', 'link', 'button', 'list', 'listitem'];

/** Goes on with Tab (or back with Shift+Tab) until the focus is on what has this role and name. */
async function tabTo(picker: ContactPointPickerHarness, what: RegExp, press = 'Tab'): Promise<void> {
  for (let stop = 0; stop < 60; stop++) {
    await sendKeys({ press });
    if (what.test(picker.focus)) return;
  }
  throw new Error(`Tab never comes to ${String(what)}`);
}

async function press(picker: ContactPointPickerHarness, key: string): Promise<void> {
  await sendKeys({ press: key });
  await picker.quiet();
}

/** What an attribute adds to role and name. */
function more(element: HTMLElement): string {
  const words = element.getAttribute('aria-describedby');
  const described = words && (element.getRootNode() as ShadowRoot).getElementById(words);
  return [
    element.getAttribute('aria-current') && ' [current]',
    element.getAttribute('aria-invalid') && ' [invalid]',
    element.getAttribute('role') && ' [role]',
    element.localName === 'li' && !element.parentElement?.matches('ul, ol') && ' [in no list]',
    described && ` (${tidy(textOf(described))})`,
  ]
    .filter(Boolean)
    .join('');
}

/** The first three things of each role that a screen reader finds in the picker, with name, state and description. */
const outline = (picker: ContactPointPickerHarness, most = 3) =>
  ROLES.flatMap((role) =>
    picker
      .all(role)
      .slice(0, most)
      .map((element) => {
        // A list is known by what is in it.
        const name = role === 'list' ? '' : ` ${nameOf(element)}`;
        return `${role}${name}${more(element)}`.replace(/(region [^]{0,40})[^]*/, '$1');
      }),
  );

/** In a form as a field that is required, with a label and a button. */
async function showForm(): Promise<Page & { readonly send: HTMLButtonElement }> {
  const page = await makePicker({ id: 'picker', required: '' }, (pilot) => {
    pilot.addFault({ match: 'GET */contact-points?*page=3&*', status: 500, times: 1 });
    pilot.addFault({ match: 'GET */deep-links', status: 500, times: 1 });
  });
  const form = document.createElement('form');
  const label = document.createElement('label');
  label.htmlFor = 'picker';
  label.textContent = 'Modtager';
  const send = document.createElement('button');
  send.textContent = 'Send';
  form.append(label, page.picker.element, send);
  page.place.append(form);
  await page.picker.settled();
  return { ...page, send };
}

describe('contact point picker: the whole main task by keyboard alone', () => {
  it("finds an authority, finds 'pas', chooses, and comes to the link", async () => {
    const { picker, events, send } = await showForm();
    expect(picker.announcements, 'a page that opens says nothing of itself').to.deep.equal([]);

    // An authority.
    await tabTo(picker, /^searchbox Modtager: Navn på myndighed eller enhed/);
    await sendKeys({ type: 'fjordby' });
    await picker.hears('2 resultater');
    expect(outline(picker)).to.deep.equal([
      'heading Hvem vil du skrive til?',
      'searchbox Modtager: Navn på myndighed eller enhed (Skriv mindst to bogstaver.)',
      'button Fjordby Kommune',
      'button Fjordby Sygehus Region Øresø',
      'list [role]',
      'listitem Fjordby Kommune',
      'listitem Fjordby Sygehus Region Øresø',
    ]);
    await tabTo(picker, /^button Fjordby Kommune$/);
    await press(picker, 'Enter');
    await picker.hears(/^\d+ kontaktpunkter$/);
    expect(picker.focus).to.equal('heading Find det rette sted at skrive til');
    await picker.shows('Listen er ikke komplet');
    expect(outline(picker)).to.deep.equal([
      'heading Find det rette sted at skrive til',
      'heading Alle emner',
      'region Alle emner',
      'searchbox Modtager: Hvad vil du skrive om? (Søg, fx efter pas, eller vælg på listen.)',
      'button Skift myndighed',
      'button Prøv igen',
      'button Affald, vand og miljø 13 kontaktpunkter',
      'list [role]',
      'listitem Affald, vand og miljø 13 kontaktpunkter',
      'listitem Arbejde og ydelser 12 kontaktpunkter',
      'listitem Begravelse 1 kontaktpunkt',
    ]);

    // What comes in by itself leaves the focus on its row, and says how many there are now.
    await tabTo(picker, /^searchbox Modtager: Hvad vil du skrive om\?/);
    await sendKeys({ type: 'børn' });
    await picker.hears(/^\d{2,} resultater$/);
    for (let tab = 0; tab < 12; tab++) await sendKeys({ press: 'Tab' });
    const { focus, rows } = picker;
    const row = focus.slice('button '.length);
    picker.element.reload();
    await until('the rows of the missing page', () => picker.rows.indexOf(row) > rows.indexOf(row));
    expect(picker.focus).to.equal(`button ${row}`);
    await until('the new count', () => /^\d{2,} resultater$/.test(picker.announcements[4] ?? ''));

    // The rest of the rows.
    send.focus();
    await tabTo(picker, /^button Vis flere$/, 'Shift+Tab');
    await press(picker, 'Enter');
    await picker.hears(/^Viser \d+ af \d+$/);
    expect(picker.focus).to.equal(`button ${picker.rows[50]!}`);

    // Sent too early: to what is missing.
    send.focus();
    await press(picker, 'Enter');
    await picker.shows('Der er problemer');
    picker.searchField.blur();
    await tabTo(picker, /^link Vælg, hvem du vil skrive til$/);
    await press(picker, 'Enter');
    expect(picker.focus).to.match(/^searchbox/);
    expect(outline(picker, 2)).to.deep.equal([
      'heading Find det rette sted at skrive til',
      'searchbox Modtager: Hvad vil du skrive om? [invalid] (Søg, fx efter pas, eller vælg på listen. Fejl: Vælg, hvem du vil skrive til)',
      'link Vælg, hvem du vil skrive til',
      'button Skift myndighed',
      `button ${picker.rows[0]!}`,
      'list [role]',
      `listitem ${picker.rows[0]!}`,
      `listitem ${picker.rows[1]!}`,
    ]);

    // A contact point.
    await sendKeys({ press: 'Escape' });
    await sendKeys({ type: 'fornyelse pas dit' });
    await picker.hears('1 resultat');
    await tabTo(picker, /^button Fornyelse af pas/);
    await press(picker, 'Enter');
    await picker.shows('Der er en fejl i systemet');
    expect(picker.focus).to.equal('heading Du har valgt: Fornyelse af pas');
    await tabTo(picker, /^button Prøv igen$/);
    await press(picker, 'Enter');
    await picker.shows('Skriv besked');
    await picker.hears('Du har valgt: Fornyelse af pas');
    expect(picker.focus).to.equal('heading Find det rette sted at skrive til');
    expect(outline(picker)).to.deep.equal([
      'heading Find det rette sted at skrive til',
      'heading Du har valgt: Fornyelse af pas',
      'region Du har valgt: Fornyelse af pas',
      'link Skriv besked (åbner i nyt vindue)',
      'button Skift myndighed',
      'button Vælg en anden',
    ]);
    await tabTo(picker, /^link Skriv besked \(åbner i nyt vindue\)$/);

    // Another one.
    await tabTo(picker, /^button Vælg en anden$/);
    await press(picker, 'Space');
    expect(picker.focus).to.match(/^button Fornyelse af pas/);

    // By browsing.
    await tabTo(picker, /^searchbox/, 'Shift+Tab');
    await press(picker, 'Escape');
    await picker.shows('Alle emner');
    await tabTo(picker, /^button ID /);
    await press(picker, 'Enter');
    expect(picker.focus).to.equal('heading ID');
    expect(outline(picker, 4)).to.deep.equal([
      'heading Find det rette sted at skrive til',
      'heading ID',
      'navigation Du er her',
      'region ID',
      'searchbox Modtager: Hvad vil du skrive om? (Søg, fx efter pas, eller vælg på listen.)',
      'button Skift myndighed',
      'button Alle emner',
      'button Tilbage til Alle emner',
      'button MitID 3 kontaktpunkter',
      'list [role]',
      'listitem Alle emner',
      'listitem ID [current]',
      'listitem MitID 3 kontaktpunkter',
      'listitem Navn og køn 3 kontaktpunkter',
    ]);
    await tabTo(picker, /^button Tilbage til Alle emner$/, 'Shift+Tab');
    await press(picker, 'Enter');
    expect(picker.focus).to.equal('heading Alle emner');

    // Another authority.
    await tabTo(picker, /^button Skift myndighed$/, 'Shift+Tab');
    await press(picker, 'Enter');
    expect(picker.focus).to.match(/^searchbox Modtager: Navn på myndighed eller enhed/);

    expect(picker.announcements.map((text) => text.replaceAll(/\d{2,}/g, 'N'))).to.deep.equal([
      '2 resultater',
      'Henter …',
      'N kontaktpunkter',
      'N resultater',
      'N resultater',
      'Viser N af N',
      '1 resultat',
      'Der er en fejl i systemet',
      'Henter …',
      'Du har valgt: Fornyelse af pas',
    ]);
    expect(events.map(({ type }) => type.replace('skranke-', ''))).to.deep.equal([
      ...['ready', 'ready', 'error', 'ready'],
      ...['input', 'change', 'error', 'contact-point-chosen', 'ready'],
    ]);
    expect(picker.element.value).to.equal(ids.passport.id);
  }).timeout(30_000);
});
