import { expect } from '@open-wc/testing';
import { GENERAL_SLUGS, OWN_CODES, type BackendErrorInfo } from '../backend/backend-error.js';
import { commonMessages } from './common.messages.js';
import { describeFailure, describeWrite, spoken } from './describe-failure.js';
import { writeErrors } from './write-errors.messages.js';

const CODES = [...GENERAL_SLUGS, ...OWN_CODES];
const failure = (code: string, retryAfterMs?: number): BackendErrorInfo => ({
  kind: 'http',
  code,
  retryable: true,
  retryAfterMs,
});

for (const lang of ['da', 'en'] as const) {
  const common = commonMessages[lang];
  const texts = { ...common, errors: { ...common.errors, ...writeErrors[lang] } };

  describe(`words for a failure (${lang})`, () => {
    for (const code of CODES.filter((one) => one !== 'http')) {
      it(`of ${code} differ from the general ones`, () => {
        const { heading, text } = describeFailure(failure(code), texts);
        expect([heading, text]).not.to.include(texts.errors.http.heading);
        expect([heading, text]).not.to.include(texts.errors.http.text);
      });
    }

    it('differ from each other, both what happened and what happened with what to do', () => {
      const all = CODES.map((code) => describeFailure(failure(code), texts));
      expect(new Set(all.map(({ heading }) => heading)).size).to.equal(CODES.length);
      expect(new Set(all.map(({ heading, text }) => `${heading} ${text}`)).size).to.equal(CODES.length);
    });

    it('end as sentences do, and headings without a full stop', () => {
      for (const { heading, text } of CODES.map((code) => describeFailure(failure(code), texts))) {
        expect(text).to.match(/^\p{Lu}.*\.$/u);
        expect(heading).to.match(/^\p{Lu}.*[^.!]$/u);
      }
    });

    it('are the general ones for a code that nobody knows', () => {
      const { heading, text } = describeFailure(failure('on-holiday'), texts);
      expect([heading, text]).to.deep.equal([texts.errors.http.heading, texts.errors.http.text]);
    });
  });
}

it('a text with its heading is said as two sentences', () => {
  expect(spoken({ heading: 'Vi kan ikke læse svaret', text: 'Prøv igen.' })).to.equal(
    'Vi kan ikke læse svaret. Prøv igen.',
  );
});

it('what is said of something sent promises no try that nobody makes', () => {
  const texts = { ...commonMessages.da, errors: { ...commonMessages.da.errors, ...writeErrors.da } };
  expect(describeWrite(failure('offline'), texts)).to.equal(texts.errors.network);
  expect(describeWrite(failure('timeout'), texts)).to.equal(texts.errors.timeout);
});

describe('time to wait', () => {
  for (const [ms, da, en] of [
    [200, 'Vent 1 sekund, og prøv igen.', 'Wait 1 second, then try again.'],
    [1_000, 'Vent 1 sekund, og prøv igen.', 'Wait 1 second, then try again.'],
    [30_500, 'Vent 31 sekunder, og prøv igen.', 'Wait 31 seconds, then try again.'],
    [90_000, 'Vent 2 minutter, og prøv igen.', 'Wait 2 minutes, then try again.'],
    [3_600_000, 'Vent 60 minutter, og prøv igen.', 'Wait 60 minutes, then try again.'],
  ] as const) {
    it(`is said where the backend named one: ${ms} ms`, () => {
      const bodies = (['da', 'en'] as const).map(
        (lang) => describeFailure(failure('rate-limited', ms), commonMessages[lang]).text,
      );
      expect(bodies).to.deep.equal([da, en]);
    });
  }

  it('is not said where it is over', () => {
    const { errors } = commonMessages.da;
    expect(describeFailure(failure('unavailable', 0), commonMessages.da).text).to.equal(
      errors.unavailable.text,
    );
  });
});
