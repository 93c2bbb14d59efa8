/** Percent of a model's changes that must be noticed. */
export const LEAST = 90;

/**
 * The models, which is all that works on plain data (what is known, asked, chosen and said), each with the test files
 * that must notice when it is changed, by their paths below `components/`. `left`: changes that no test notices, as the
 * line stands after them, by the reason. A change that is neither noticed nor here fails the run.
 */
export const MODELS = {
  'consent-request/consent-case': { tests: ['consent-request/consent-case'] },
  'consent-request/declaration-changes': { tests: ['consent-request/consent-models'] },
  'consent-request/decisions': { tests: ['consent-request/consent-models'] },
  'consent-request/receipt': { tests: ['consent-request/consent-models'] },
  'consent-request/return-url': { tests: ['consent-request/consent-models'] },
  'contact-point-picker/contact-search': { tests: ['contact-point-picker/contact-search'] },
  'contact-point-picker/contact-structure': {
    tests: ['contact-point-picker/contact-structure', 'contact-point-picker/contact-structure-graph'],
  },
  'contact-point-picker/picker-list': { tests: ['contact-point-picker/picker-list'] },
  'contact-point-picker/structure-graph': {
    tests: [
      'contact-point-picker/contact-structure',
      'contact-point-picker/contact-structure-graph',
      'contact-point-picker/contact-search',
    ],
  },
  'contact-point-picker/structure-loading': { tests: ['contact-point-picker/picker-list'] },
  'contact-point-picker/structure-nodes': {
    tests: [
      'contact-point-picker/contact-structure',
      'contact-point-picker/contact-structure-graph',
      'contact-point-picker/contact-search',
    ],
  },
  'deadline-list/calendar': {
    tests: ['deadline-list/calendar'],
    left: {
      'U+0080 is a control: a blank stands in its place by then': ["octets += char <= '\\x80' ? 1 : 4;"],
    },
  },
  'deadline-list/deadline-options': {
    tests: ['deadline-list/deadline-options'],
    left: {
      'Number.isInteger is false for all but numbers; the compiler does not know': [
        'if (true && Number.isInteger(size) && size >= 1 && size <= 100) return size;',
      ],
    },
  },
  'deadline-list/deadlines': { tests: ['deadline-list/deadlines'] },
  'deadline-list/list-view': { tests: ['deadline-list/list-view'] },
  'deadline-list/notice-dismissal': { tests: ['deadline-list/notice-dismissal'] },
  'deep-link-card/card-links': { tests: ['deep-link-card/card-links'] },
  'deep-link-card/qr-code': { tests: ['deep-link-card/qr-code'] },
  'message-recall/message-id': { tests: ['message-recall/recall-model'] },
  'message-recall/recall-receipt': { tests: ['message-recall/recall-model'] },
  'message-recall/recall-standing': { tests: ['message-recall/recall-model'] },
  'message-recall/recall-words': { tests: ['message-recall/recall-model'] },
  'message-recall/recalls': { tests: ['message-recall/recalls'] },
  'message-recall/recipient-number': { tests: ['message-recall/recalls'] },
  'shared/backend/address': { tests: ['shared/backend/address'] },
  'shared/backend/digital-post-contacts': {
    tests: ['shared/backend/digital-post-contacts'],
  },
  'shared/backend/digital-post-links': {
    tests: ['shared/backend/digital-post-links'],
    left: {
      'a row has at least one audience; the compiler does not know': [
        'if (true) links.set(url, { url, platform: known?.platform ?? platform, audiences: [first, ...rest] });',
      ],
    },
  },
  'shared/backend/digital-post-messages': {
    tests: ['shared/backend/digital-post-messages'],
    left: {
      'any text without a number says the same': [
        `const text = typeof value === 'string' || typeof value === 'number' ? String(value) : "Stryker was here!";`,
      ],
    },
  },
  'shared/backend/digitalt-samtykke': { tests: ['shared/backend/digitalt-samtykke'] },
  'shared/backend/intentions': { tests: ['shared/backend/intentions'] },
  'shared/backend/mit-virk': { tests: ['shared/backend/mit-virk'] },
  'shared/backend/paged-read': { tests: ['shared/backend/paged-read'] },
  'shared/backend/read-fields': { tests: ['shared/backend/read-fields'] },
  'shared/backend/readers/digital-post-contact': {
    tests: [
      'shared/backend/readers/digital-post-contact',
      'shared/backend/readers/digital-post-contact-groups',
    ],
  },
  'shared/i18n/collation': { tests: ['shared/i18n/collation'] },
  'shared/i18n/dates': { tests: ['shared/i18n/dates'] },
  'shared/i18n/describe-failure': { tests: ['shared/i18n/describe-failure'] },
  'shared/i18n/identifiers': { tests: ['shared/i18n/identifiers'] },
};
