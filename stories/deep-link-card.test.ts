import { expect } from '@open-wc/testing';
import { scan } from '../components/deep-link-card/testing/fixtures.js';
import { DeepLinkCardHarness } from '../components/testing.js';
import { contactPointTestIds as points } from '../mocks/index.js';
import * as stories from './deep-link-card.stories.js';
import { mountStory, usePilot } from './fixtures.js';
import { testStories } from './story-tests.js';

testStories('deep-link card', stories, async ({ canvas }) => {
  const { codes, urls } = DeepLinkCardHarness.in(canvas);
  expect(await Promise.all(codes.map(scan))).to.deep.equal(urls.map(({ shown }) => shown));
  expect(urls.map(({ href }) => href)).to.deep.equal(urls.map(({ shown }) => shown));
});

describe('the deep-link card and the authority', () => {
  it('gets its links when the point becomes active', async () => {
    const { baseUrl } = await usePilot();
    const canvas = await mountStory(stories, stories.Inactive, 'da');
    const card = DeepLinkCardHarness.in(canvas);
    await card.settled();
    expect([card.state, card.codes.length]).to.deep.equal(['empty', 0]);

    const address = `${baseUrl}/digital-post/contact-points/${points.inactive.id}`;
    const stored = (await (await fetch(address)).json()) as object;
    const answer = await fetch(address, { method: 'PUT', body: JSON.stringify({ ...stored, active: true }) });
    expect(answer.status).to.equal(200);

    await card.retry();
    await card.hears(/link(s)? er klar/);
    expect(card.state).to.equal('ready');
    expect(await Promise.all(card.codes.map(scan))).to.deep.equal(card.urls.map(({ shown }) => shown));
    expect(card.urls.every(({ shown }) => shown.endsWith(`/${points.inactive.id}/`))).to.equal(true);
  });
});
