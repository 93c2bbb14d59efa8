/** Digital Post's contact structure in the pilot: the rules behind its endpoints. */
import { paginate, readPaging } from '../contract/common.js';
import type { ContactsSnapshot, StoredGroup, StoredPoint } from '../contract/contacts-authority.js';
import { ProblemError, problemAnswer, type Answer } from '../pilot/answer.js';
import type { Rule, RuleContext, Service, ServiceCore } from '../pilot/service.js';
import { authorityRules } from './authority-rules.js';
import { hostileAnswer } from './hostile-answers.js';
import * as rules from './rules.js';
import { ContactStore } from './store.js';
import { toContactGroup, toContactPoint, toOrganisation } from './views.js';

/** The structure is no secret and no one's own: it may be kept, but must be asked about each time (ETag, 304). */
const REVALIDATE = { 'Cache-Control': 'no-cache' };

function one(body: unknown): Answer {
  return { status: 200, body, headers: REVALIDATE };
}

/** One page; only what is on it is made into the wire's form. */
function list<Item>(
  items: readonly Item[],
  name: string,
  query: URLSearchParams,
  toWire: (item: Item) => unknown,
): Answer {
  const { page, size } = readPaging(query);
  const { envelope, onPage } = paginate(items, page, size);
  return one({ ...envelope, [name]: onPage.map(toWire) });
}

function notFound(): never {
  throw new ProblemError(problemAnswer('not-found'));
}

const idOf = ({ params }: RuleContext) => (params['id'] ?? '').toLowerCase();

function findPoint(store: ContactStore, context: RuleContext): StoredPoint {
  return store.view.points.get(idOf(context)) ?? notFound();
}

function findGroup(store: ContactStore, context: RuleContext): StoredGroup {
  return store.view.groups.get(idOf(context)) ?? notFound();
}

/** The organisation that a list is about; an unknown one is 404, so that a mistyped id is not taken for an empty structure. */
function organisationId(store: ContactStore, query: URLSearchParams): string {
  const id = (query.get('organisationId') ?? '').toLowerCase();
  return store.view.organisations.has(id) ? id : notFound();
}

function listRules(store: ContactStore): Record<string, Rule> {
  return {
    'find-recipients': {
      run: ({ query }) => {
        const found = rules.findRecipients(store.view, query.get('q') ?? '');
        // What somebody looks for is that person's own affair: not kept.
        return { ...list(found, 'recipients', query, (item) => item), headers: {} };
      },
    },
    'list-contact-groups': {
      run: ({ query }) => {
        const { view } = store;
        const groups = view.groupsOf(organisationId(store, query));
        return list(groups, 'contactGroups', query, (group) => toContactGroup(group, view));
      },
    },
    'list-contact-points': {
      run: ({ query }) => {
        const { view } = store;
        const points = view.pointsOf(organisationId(store, query));
        return list(points, 'contactPoints', query, (point) => toContactPoint(point, view));
      },
    },
  };
}

function itemRules(store: ContactStore): Record<string, Rule> {
  return {
    'get-organisation': {
      run: (context) => {
        const organisation = store.view.organisations.get(idOf(context)) ?? notFound();
        return one(toOrganisation(organisation, store.view));
      },
    },
    'get-contact-group': {
      run: (context) => one(toContactGroup(findGroup(store, context), store.view)),
    },
    'get-contact-point': {
      run: (context) => one(toContactPoint(findPoint(store, context), store.view)),
    },
    'get-contact-point-links': { run: (context) => one(rules.pointLinks(findPoint(store, context))) },
    'get-contact-group-links': {
      run: (context) => one(rules.groupLinks(findGroup(store, context), store.view)),
    },
  };
}

/** While the structure is the hostile one, what it has an answer to is answered by it. */
function withHostile(store: ContactStore, userRules: Readonly<Record<string, Rule>>): Record<string, Rule> {
  const wrapped = Object.entries(userRules).map(([id, rule]): [string, Rule] => {
    const run = (context: RuleContext) =>
      (store.kind === 'hostile' ? hostileAnswer(id, context) : undefined) ?? rule.run(context);
    return [id, { ...rule, run }];
  });
  return Object.fromEntries(wrapped);
}

/** Makes the service. */
export function createContacts(core: ServiceCore): Service<ContactsSnapshot> {
  const store = new ContactStore(core);
  return {
    rules: {
      ...withHostile(store, { ...listRules(store), ...itemRules(store) }),
      ...authorityRules(store, core),
    },
    load: (dataSet) => store.load(dataSet),
    snapshot: () => store.snapshot(),
    restore: (snapshot) => store.restore(snapshot),
  };
}
