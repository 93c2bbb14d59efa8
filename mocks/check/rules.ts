/**
 * What `skranke check` judges: one row a rule, with the section of the backend contract that it comes from. The ids are
 * stable: a team may write them into its own build.
 */

interface Rule {
  /** Section of the contract. */
  readonly section: string;
  /** What a backend that keeps the rule does. */
  readonly says: string;
}

const GENERAL = '3';
const TIMES = '2 (time-outs)';
const ERRORS = '3 (errors)';
const HEADERS = '3 (headers)';
const SCHEMAS = '3 (schemas)';
const LISTS = '3 (lists)';
const POST = '3 (Digital Post)';
const MIT_VIRK = '3 (Mit Virk)';
const CONSENT = '3 (Digitalt Samtykke)';

export const rules = {
  'answer.status': { section: GENERAL, says: 'success has the status of the contract' },
  'answer.json': { section: GENERAL, says: 'a body is JSON, and its Content-Type says so' },
  'answer.utf8': { section: GENERAL, says: 'JSON is in UTF-8' },
  'answer.language': { section: HEADERS, says: 'answers say Content-Language' },
  'answer.redirect': { section: TIMES, says: 'no redirect: it is not followed with a token' },
  'answer.time': { section: TIMES, says: 'an answer comes within the time limit, body included' },
  'answer.size': { section: TIMES, says: 'a page is 8 MB at most' },
  'answer.server-error': { section: ERRORS, says: 'what a client may ask is never a server error' },
  'body.schema': { section: SCHEMAS, says: 'the body fits the strict schema' },
  'id.shape': {
    section: GENERAL,
    says: 'ids are strings (numbers accepted); those of Digital Post are UUID-shaped',
  },
  'id.asked': { section: GENERAL, says: 'the answer is about the id that was asked for' },
  'time.format': { section: GENERAL, says: '…At is RFC 3339 with an offset' },
  'date.format': { section: GENERAL, says: 'a date is YYYY-MM-DD (fristDato also dd-MM-yyyy) and exists' },
  'status.known': { section: SCHEMAS, says: 'a status is one of those in the contract' },
  'type.known': { section: SCHEMAS, says: 'a type is one of those in the contract' },
  'targets.known': { section: POST, says: 'targets are CITIZEN, COMPANY, AUTHORITY, each once' },
  'url.format': { section: SCHEMAS, says: 'an address is absolute, http or https' },
  'unknown.query': { section: GENERAL, says: 'an unknown query parameter is ignored' },
  'unknown.field': { section: GENERAL, says: 'an unknown field in a body is ignored' },
  'problem.media-type': { section: ERRORS, says: 'an error is application/problem+json' },
  'problem.body': {
    section: ERRORS,
    says: 'a problem has a type that ends in a slug; title is text and status the one sent, if there',
  },
  'problem.slug': { section: ERRORS, says: "a problem's type ends in the slug that belongs to its status" },
  'problem.not-found': { section: ERRORS, says: 'an unknown id is 404 not-found' },
  'problem.invalid': {
    section: ERRORS,
    says: 'what is invalid is 422 invalid with errors {field: message}',
  },
  'auth.no-token': {
    section: GENERAL,
    says: 'without a token personal data are 401, and nothing is carried out',
  },
  'auth.bad-token': { section: GENERAL, says: 'with a token that nobody has personal data are 401' },
  'auth.not-permitted': { section: GENERAL, says: 'what belongs to another is 403 not-permitted' },
  'auth.persona': { section: GENERAL, says: 'who has not the right gets 403 not-permitted' },
  'privacy.refusal': { section: GENERAL, says: 'a refusal comes before any personal data' },
  'privacy.location': { section: GENERAL, says: 'no CPR number in an address that an answer names' },
  'cache.no-store': { section: HEADERS, says: 'personal answers are Cache-Control: no-store' },
  'cors.origin': {
    section: HEADERS,
    says: 'an exact origin, never * with credentials, on errors too; Allow-Credentials for a cookie',
  },
  'cors.expose': {
    section: HEADERS,
    says: 'Access-Control-Expose-Headers: ETag, Retry-After, Location, Content-Language',
  },
  'cors.preflight': { section: HEADERS, says: 'a preflight lets through what the widgets send' },
  'etag.form': { section: HEADERS, says: 'an ETag is a quoted text' },
  'etag.stable': { section: HEADERS, says: 'the same content has the same ETag' },
  'etag.changes': { section: HEADERS, says: 'other content has another ETag' },
  'etag.revalidate': {
    section: HEADERS,
    says: 'If-None-Match with the ETag is answered 304, without a body',
  },
  'if-match.current': { section: HEADERS, says: 'a write with the ETag that was read is carried out' },
  'if-match.stale': { section: HEADERS, says: 'a write with an old ETag is 412 precondition-failed' },
  'if-match.state-first': { section: HEADERS, says: 'a state problem (409) wins over 412' },
  'idempotency.repeat': {
    section: HEADERS,
    says: 'a write repeated with its Idempotency-Key gets the first answer again',
  },
  'idempotency.reused': {
    section: ERRORS,
    says: 'the same key with another body is 422 idempotency-key-reused',
  },
  'list.envelope': {
    section: LISTS,
    says: 'envelope {currentPage, totalPages, elementsOnPage, totalElements, items}',
  },
  'list.page-number': { section: LISTS, says: 'pages count from 0, and currentPage is the one asked for' },
  'list.count': { section: LISTS, says: 'elementsOnPage is the number of items that came' },
  'list.total-pages': { section: LISTS, says: 'totalPages is totalElements by the size of a page' },
  'list.size': { section: LISTS, says: 'no page holds more than the size asked for' },
  'list.default-size': { section: LISTS, says: 'without size at most 100 come' },
  'list.max-size': { section: LISTS, says: 'at most 500 come, whatever is asked for' },
  'list.pages': { section: LISTS, says: 'the pages together hold every item once' },
  'list.beyond': { section: LISTS, says: 'a page beyond the last is 200 with no items' },
  'recipients.two-letters': { section: POST, says: 'one letter is 422 invalid, or finds nothing' },
  'recipients.finds': { section: POST, says: 'from two letters an authority or a unit is found' },
  'contact.organisation': { section: POST, says: 'the list holds what belongs to the organisation' },
  'contact.resolves': {
    section: POST,
    says: 'the id of a point alone leads to its organisation',
  },
  'contact.groups': { section: POST, says: 'a group that stands as a bare id is in /contact-groups' },
  'contact.hidden': { section: POST, says: 'a hidden point is answered by its id, with visible false' },
  'contact.inactive': { section: POST, says: 'active means active with a receiving system' },
  'deep-links.shown': { section: POST, says: 'what can be used has a link for each of its audiences' },
  'deep-links.rows': { section: POST, says: 'one row a URL' },
  'deep-links.reason': { section: POST, says: 'no links: 200, an empty list and a reason; else no reason' },
  'deep-links.platform': { section: POST, says: 'citizens use borger.dk, companies and authorities Virk' },
  'deep-links.hosts': { section: POST, says: 'links are https, on a host that the kit shows' },
  'message.outcome': { section: POST, says: 'a message is as its fixture says' },
  'message.reveal': { section: POST, says: 'a masked recipient is given whole by /recipient' },
  'recall.allowed': {
    section: POST,
    says: 'recall is allowed before the value date only, and not for what is delivered, recalled or rejected',
  },
  'recall.until': { section: POST, says: 'recall.until lies before the value date' },
  'recall.done': { section: POST, says: 'a recall answers the message, RECALLED, with recalledAt' },
  'recall.stored': { section: POST, says: 'what was recalled is read as recalled' },
  'recall.already-recalled': { section: POST, says: 'recalled before: 409 already-recalled' },
  'recall.already-delivered': { section: POST, says: 'delivered: 409 already-delivered' },
  'recall.value-date-passed': { section: POST, says: 'the value date has come: 409 value-date-passed' },
  'recall.no-value-date': { section: POST, says: 'no value date: 409 no-value-date' },
  'activities.types': { section: MIT_VIRK, says: 'type chooses which types come' },
  'activities.shown': { section: MIT_VIRK, says: "the company's activities are in its list" },
  'activities.closed-case': { section: MIT_VIRK, says: 'a closed case is not sent' },
  'activities.others': { section: MIT_VIRK, says: "another company's activities are not sent" },
  'dismissal.done': { section: MIT_VIRK, says: 'a dismissed notice is 204 and gone from the list' },
  'dismissal.only-notice': { section: MIT_VIRK, says: 'only a notice (besked) can be dismissed' },
  'consent.outcome': { section: CONSENT, says: 'a request is as its fixture says' },
  'consent.texts': { section: CONSENT, says: 'no text that a citizen must have is missing' },
  'consent.ids': { section: CONSENT, says: 'each consent of a request has an id of its own' },
  'consent.status': { section: CONSENT, says: "a request's status follows from its consents" },
  'consent.last-day': { section: CONSENT, says: 'answerBy is inclusive: the last day is still open' },
  'consent.answer': { section: CONSENT, says: 'an answer gets a receipt, its status and its decisions' },
  'consent.stored': { section: CONSENT, says: 'what was answered is read back' },
  'consent.once': { section: CONSENT, says: 'answered before: 409 already-answered' },
  'consent.expired': { section: CONSENT, says: 'run out: 409 expired' },
  'consent.version': {
    section: CONSENT,
    says: 'another version of the declaration: 412 declaration-changed',
  },
  'consent.decisions': { section: CONSENT, says: 'each consent is decided, given or refused, else 422' },
  'withdrawal.done': { section: CONSENT, says: 'a withdrawal answers {status, withdrawnAt}, and is stored' },
  'withdrawal.not-given': { section: CONSENT, says: 'a consent that is not given: 409 not-given' },
} as const satisfies Record<string, Rule>;

/** A rule's short name, as in `recall.already-recalled`. */
export type RuleId = keyof typeof rules;

export const ruleIds = Object.keys(rules) as RuleId[];

/** The rule as a report names it. */
export function ruleText(rule: RuleId): string {
  return `contract ${rules[rule].section}, ${rule}: ${rules[rule].says}`;
}
