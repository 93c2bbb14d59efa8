import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { consentTestIds as ids } from '../../mocks/index.js';
import { showConsent, told } from '../../stories/consent-request.fixture.js';
import { allAnswered } from '../../stories/fixtures.js';
import type { ConsentRequestHarness } from './consent-request.harness.js';

let keys = 0;

async function press(key: string): Promise<void> {
  keys += 1;
  await sendKeys({ press: key });
}

/** Goes on with Tab (or back with Shift+Tab) until the focus is on what has this role and name. */
async function tabTo(consent: ConsentRequestHarness, what: RegExp, key = 'Tab'): Promise<void> {
  for (let stop = 0; stop < 30; stop++) {
    await press(key);
    if (what.test(consent.focus)) return;
  }
  throw new Error(`Tab never comes to ${String(what)}; focus: ${consent.focus}`);
}

/** From load to receipt with the keyboard alone; gives the number of keys. */
async function answerAll(key: 'Space' | 'ArrowDown', of: { readonly id: string }): Promise<number> {
  const { consent, place } = await showConsent(of);
  keys = 0;
  for (let left = consent.choices.length; left > 0; left--) {
    await tabTo(consent, /^radio Ja, jeg giver samtykke$/);
    await press(key);
  }
  await tabTo(consent, /^button Gå videre$/);
  await press('Enter');
  await tabTo(consent, /^button Send svar$/);
  await press('Enter');
  await consent.shows('Dit svar er modtaget');
  place.remove();
  return keys;
}

/** From load until it is withdrawn. */
async function withdrawOne(): Promise<number> {
  const { consent, place } = await showConsent(ids.accepted);
  keys = 0;
  await tabTo(consent, /^button Tilbagekald samtykke/);
  await press('Enter');
  await tabTo(consent, /^button Ja, tilbagekald$/);
  await press('Enter');
  await consent.shows('Samtykket er tilbagekaldt');
  place.remove();
  return keys;
}

describe('consent request: the whole main task by keyboard alone', () => {
  it('reads, forgets one, puts it right, checks, corrects, sends, and withdraws', async () => {
    const { consent, events } = await showConsent(ids.open, {
      'allowed-return-origins': 'https://portal.example.dk',
      'return-status': '',
    });
    expect(consent.announcements, 'a page that opens says nothing of itself').to.deep.equal([]);

    await tabTo(consent, /^radio Ja, jeg giver samtykke$/);
    await press('Space');
    await tabTo(consent, /^button Gå videre$/);
    await press('Enter');
    await consent.quiet();
    expect(consent.focus).to.equal('group Der er problemer');

    await tabTo(consent, /^link Vælg ja eller nej til: Hente oplysninger om din økonomi/);
    await press('Enter');
    await press('Space');
    await tabTo(consent, /^button Gå videre$/);
    await press('Enter');
    await consent.quiet();
    expect(consent.focus).to.equal('heading Tjek dit svar');

    await tabTo(consent, /^button Ret$/);
    await press('Enter');
    await consent.quiet();
    expect(consent.focus).to.equal('radio Ja, jeg giver samtykke');
    await tabTo(consent, /^radio Ja/);
    await press('ArrowDown');
    expect(consent.focus).to.equal('radio Nej, jeg giver ikke samtykke');

    await tabTo(consent, /^button Gå videre$/);
    await press('Space');
    await tabTo(consent, /^button Send svar$/);
    await press('Enter');
    await consent.shows('Dit svar er modtaget');
    await allAnswered();
    await consent.quiet();
    expect(consent.focus).to.equal('heading Kvittering for dit svar');
    expect(consent.links[0]).to.equal(
      'Tilbage til portal.example.dk https://portal.example.dk/sag/42?consentRequestId=cr-1&status=partly-accepted',
    );

    await tabTo(consent, /^button Tilbagekald samtykke \(Hente oplysninger om dit helbred/);
    await press('Enter');
    await tabTo(consent, /^button Ja, tilbagekald$/);
    await press('Space');
    await consent.shows('Samtykket er tilbagekaldt');
    await consent.quiet();
    expect(consent.focus).to.equal('heading Hente oplysninger om dit helbred fra din læge');

    expect(consent.announcements).to.deep.equal([
      'Vent …',
      'Dit svar er modtaget. Du har givet samtykke til en del af det.',
      'Vent …',
      'Samtykket er tilbagekaldt',
    ]);
    expect(told(events)).to.deep.equal([
      'skranke-consent-answered {"requestId":"cr-1","receiptId":"kv-cr-1","decisions":[{"consentId":"c-1","decision":"given"},{"consentId":"c-2","decision":"refused"}]}',
      'skranke-consent-withdrawn {"requestId":"cr-1","consentId":"c-1"}',
    ]);
  }).timeout(30_000);

  it('takes as many keys for all-yes as for all-no, and withdrawing takes fewer', async () => {
    for (const request of [ids.single, ids.open]) {
      const yes = await answerAll('Space', request);
      expect(await answerAll('ArrowDown', request)).to.equal(yes);
      expect(await withdrawOne()).to.be.lessThan(yes);
    }
  }).timeout(30_000);
});
