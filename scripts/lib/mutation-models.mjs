/** Percent of a model's changes that must be noticed. */
export const LEAST = 90;

/**
 * The models, which is all that works on plain data (what is known, asked, chosen and said), each with the test files
 * that must notice when it is changed, by their paths below `components/`. `left`: changes that no test notices, as the
 * line stands after them, by the reason. A change that is neither noticed nor here fails the run.
 */
export const MODELS = {
  'consent-request/consent-case': {
    tests: ['consent-request/consent-case', 'consent-request/consent-case.answers'],
    left: {
      'there is an act, or a failure, whenever it is asked; the compiler does not know': [
        'const isInDoubt = [...this.#tries.keys()].some(({ consentId }) => consentId === this.act.consentId);',
        'if (isOpen && (this.isDone || OVER_PROBLEMS.includes(`${this.failure.info.code}`))) {',
      ],
    },
  },
  'consent-request/declaration-changes': { tests: ['consent-request/consent-models'] },
  'consent-request/decisions': { tests: ['consent-request/consent-models'] },
  'consent-request/receipt': { tests: ['consent-request/consent-models'] },
  'consent-request/return-url': { tests: ['consent-request/consent-models'] },
  'contact-point-picker/contact-search': {
    tests: ['contact-point-picker/contact-search', 'contact-point-picker/contact-search-narrowing'],
    left: {
      'nothing is kept before the first search': [
        '#groupNames = "Stryker was here!";',
        '#best: readonly Match[] = ["Stryker was here"];',
      ],
      'only slower': [
        'if (true) at = text.indexOf(word, since) & NOWHERE;',
        'if (at <= since) at = text.indexOf(word, since) & NOWHERE;',
        'found[length++] = isThere ? at : +1;',
        'const isFirst = false ? at === start : text.startsWith(begin, start);',
        'const entry = order <= end ? entries[place] : undefined;',
      ],
      'no two points have the same rank': ['while (Number(best[at - 1]?.[1]) >= match[1]) at -= 1;'],
      'cannot be otherwise; the compiler does not know': [
        'if (!isThere && !(bit && entries[place].groups.some((node) => node.words & bit))) continue;',
      ],
      'beyond the end there is nothing': ['for (; next <= from.length; next += 2) {'],
      'what is no group is not reached': ['for (const node of any ? groups : ["Stryker was here"]) {'],
      'no word begins with the line feed that stands there, and no name is empty': [
        'if (at > end) continue;',
        'if (at >= 0 && at <= nameEnd) {',
        'worst = Math.max(worst, (at & NOWHERE) <= keywordsEnd ? KEYWORD : REST);',
      ],
    },
  },
  'contact-point-picker/contact-structure': {
    tests: [
      'contact-point-picker/contact-structure',
      'contact-point-picker/contact-structure-graph',
      'contact-point-picker/contact-structure-settling',
      'contact-point-picker/picker-list',
    ],
    left: {
      'cannot be otherwise; the compiler does not know': [
        'if (true) entry.rank = rank;',
        'return true ? compareNamed(left.point, right.point, this.#keys[a], this.#keys[b]) : 0;',
        'return left || right ? compareNamed(left.point, right.point, this.#keys[a], this.#keys[b]) : 0;',
      ],
      'only slower': [
        'if (true) this.#layout = undefined;',
        'if (!node.group || node.declared.size >= edges) this.#layout = undefined;',
        'this.#keys = ["Stryker was here"];',
        'listed: listed,',
        'node.key &&= sortKey(node.group.name);',
        'if (false) return;',
      ],
      'is never given out: no structure has its version': [
        'const NOTHING: Settled = {};',
        'sheets: ["Stryker was here"],',
        'entries: ["Stryker was here"],',
        'groups: ["Stryker was here"],',
        'top: {},',
        'top: { children: ["Stryker was here"], points: [] },',
        'top: { children: [], points: ["Stryker was here"] },',
      ],
      'is filled in before anybody reads it': [
        'const sheet: Sheet = { first, starts: [0], text: "Stryker was here!" };',
      ],
    },
  },
  'contact-point-picker/picker-list': {
    tests: ['contact-point-picker/picker-list'],
    left: {
      'the top level is always there; the compiler does not know': [
        'const shown = level ?? structure.browse([], this.#limit) ?? {};',
        'const shown = level ?? structure.browse([], this.#limit) ?? { path: ["Stryker was here"], rows: [], total: 0, count };',
        'const shown = level ?? structure.browse([], this.#limit) ?? { path: [], rows: ["Stryker was here"], total: 0, count };',
      ],
    },
  },
  'contact-point-picker/structure-graph': {
    tests: [
      'contact-point-picker/contact-structure',
      'contact-point-picker/contact-structure-graph',
      'contact-point-picker/contact-structure-settling',
      'contact-point-picker/contact-search',
      'contact-point-picker/picker-list',
    ],
    left: {
      'what is no group is not reached': ['node.children = ["Stryker was here"];'],
      'only slower': ['for (let from = 0; from <= entries.length; from += SLICE) {'],
      'cannot be otherwise; the compiler does not know': [
        'const child = below.get(node)[step.next++];',
        'if (!admits(node.group.audiences ?? [], audience)) node.depth = Infinity;',
        'if (!admits(node.group?.audiences ?? ["Stryker was here"], audience)) node.depth = Infinity;',
        'if (!node.shown || !isReached(node)) continue;',
      ],
    },
  },
  'contact-point-picker/structure-loading': {
    tests: ['contact-point-picker/structure-loading'],
    left: {
      'only slower': [
        'await slices.do(structure.add(data.items, true ? [...groups, ...data.groups] : data.groups));',
        '"" in globalThis',
        'for (let tries = true ? MOST_TRIES : 0; tries && !structure.isSettled; tries--) {',
      ],
    },
  },
  'contact-point-picker/structure-nodes': {
    tests: [
      'contact-point-picker/contact-structure',
      'contact-point-picker/contact-structure-graph',
      'contact-point-picker/contact-structure-settling',
      'contact-point-picker/contact-search',
    ],
    left: {
      'what is never listed has no place': ['let at = +1;'],
      'only slower': ['key = "Stryker was here!";', 'if (false) return left < right ? -1 : 1;'],
      'the two differ': ['if (left && right && left !== right) return left <= right ? -1 : 1;'],
      'no two points have the same place': [
        'if (compare(Number(into[middle]), place) <= 0) low = middle + 1;',
      ],
    },
  },
  'contact-point-picker/unfolding': { tests: ['contact-point-picker/unfolding'] },
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
        'if (true && Number.isInteger(wanted) && wanted >= 1 && wanted <= 100) return wanted;',
      ],
      '0 is answered before': [
        "if (typeof wanted === 'number' && wanted >= 0 && wanted < Infinity) return Math.max(1, wanted) * 1000;",
      ],
    },
  },
  'deadline-list/deadlines': {
    tests: ['deadline-list/deadlines'],
    left: {
      'undefined is never less; the compiler does not know': ['return true && dueDate < today;'],
    },
  },
  'deadline-list/list-view': {
    tests: ['deadline-list/list-view'],
    left: { 'nothing is shown before the first list': ['#sections = divide(["Stryker was here"]);'] },
  },
  'deadline-list/notice-dismissal': {
    tests: ['deadline-list/notice-dismissal'],
    left: { 'a 500 can be tried again anyway': ['return (retryable || status > 500) && status !== 429;'] },
  },
  'deep-link-card/card-links': { tests: ['deep-link-card/card-links'] },
  'deep-link-card/qr-code': {
    tests: ['deep-link-card/qr-code'],
    left: {
      'beyond the code all is light': [
        'for (let y = 0; y <= bitmap.size; y++) {',
        'for (let x = 0; x <= bitmap.size; x++) {',
      ],
    },
  },
  'message-recall/cpr-number': { tests: ['message-recall/recalls'] },
  'message-recall/message-id': { tests: ['message-recall/recall-model'] },
  'message-recall/recall-receipt': { tests: ['message-recall/recall-model'] },
  'message-recall/recall-standing': {
    tests: ['message-recall/recall-model'],
    left: {
      'undefined is neither less nor more; the compiler does not know': [
        'return allowed && true && day < readOn ? readOn : day;',
        'if (true && today > last) return late;',
      ],
      'the same day, whichever of the two is given': [
        'return allowed && day !== undefined && day <= readOn ? readOn : day;',
      ],
    },
  },
  'message-recall/recall-words': { tests: ['message-recall/recall-model'] },
  'message-recall/recalls': { tests: ['message-recall/recalls'] },
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
  'shared/backend/digitalt-samtykke': {
    tests: ['shared/backend/digitalt-samtykke'],
    left: {
      'what is said of each is seen in consent-request.refusal.test.ts': [
        'export const OVER_PROBLEMS = [];',
        `export const OVER_PROBLEMS = ["", 'expired', 'deleted', 'not-given'];`,
        `export const OVER_PROBLEMS = ['already-answered', "", 'deleted', 'not-given'];`,
        `export const OVER_PROBLEMS = ['already-answered', 'expired', "", 'not-given'];`,
        `export const OVER_PROBLEMS = ['already-answered', 'expired', 'deleted', ""];`,
      ],
    },
  },
  'shared/backend/intentions': { tests: ['shared/backend/intentions'] },
  'shared/backend/mit-virk': { tests: ['shared/backend/mit-virk'] },
  'shared/backend/paged-read': {
    tests: ['shared/backend/paged-read'],
    left: {
      'a page without data is a known one; the compiler does not know': [
        'pages[number] = { page, etag: etag ?? (data ? undefined : known.etag) };',
      ],
      'without a failure no page is missing': [
        'const all = false ? pages : pages.map((page, at) => page ?? previous?.pages[at]);',
      ],
      'what is asked anew is seen in structure-loading.test.ts': [
        'const isAgain = true;',
        'const isAgain = restarts >= 0;',
      ],
    },
  },
  'shared/backend/read-fields': { tests: ['shared/backend/read-fields'] },
  'shared/backend/readers/digital-post-contact': {
    tests: [
      'shared/backend/readers/digital-post-contact',
      'shared/backend/readers/digital-post-contact-groups',
      'shared/backend/digital-post-links',
    ],
    left: {
      'the largest size itself is as good as the one below it': [
        "typeof mb === 'number' && mb > 0 && mb < 99.5 * SLACK ? mb : undefined,",
      ],
      'a list of one is always read; the compiler does not know': [
        'return page.items.length ? page : undefined;',
        'return page.leftOut ? undefined : page;',
      ],
      'no group has such an id, and no object such a field': [
        `groups.get(addGroups(raw, groups, '', bad) ?? "Stryker was here!"),`,
        `export function audiencesOf(wire: Fields, list = 'targets', single = "Stryker was here!"): Audience[] {`,
      ],
      'a list that is absent has no entry that could be noted': [
        'const entries = (wire.list(name) ?? ["Stryker was here"]).slice(0, max).map(read);',
      ],
    },
  },
  'shared/i18n/collation': {
    tests: ['shared/i18n/collation'],
    left: {
      'made once a page, before the change': [
        "collator ??= new Intl.Collator('da', {});",
        "collator ??= new Intl.Collator('da', { numeric: false });",
      ],
      'equal texts have had their answer': ['return collator.compare(a, b) || (a <= b ? -1 : 1);'],
      'marks before the first letter fold to nothing': [
        'const CHARACTERS = /\\P{M}[\\p{M}\\uff9e\\uff9f]*|\\p{M}/gu;',
        'const CHARACTERS = /\\P{M}[\\p{M}\\uff9e\\uff9f]*|\\P{M}+/gu;',
      ],
      'a short way to the same answer': [
        'if (false) return lower;',
        'if (false) return [];',
        'const { starts, ends } = originOf(text, Math.max(...found.map(() => undefined)));',
        'if (false) break;',
        'if (starts.length > count) break;',
        'const plain = false;',
        "const plain = character.length === 1 && character < '~';",
        'const plain = character.length === 1 && character <= "";',
      ],
      'empty words are left out': ['return [...new Set(fold(query).split(/\\s/))].filter(Boolean);'],
      'the very start is the first place too': [
        'for (let at = first; at > 0 && at <= last; at = folded.indexOf(word, at + 1)) {',
      ],
    },
  },
  'shared/i18n/dates': { tests: ['shared/i18n/dates'] },
  'shared/i18n/describe-failure': { tests: ['shared/i18n/describe-failure'] },
  'shared/i18n/identifiers': {
    tests: ['shared/i18n/identifiers'],
    left: { 'a function that just ends gives undefined as well': ['} catch {}'] },
  },
};
