/** Mit Virk in the pilot: its data, and the rules behind its endpoints. */
import { dateInCopenhagen } from '../../components/shared/i18n/dates.js';
import { paginate, readPaging } from '../contract/common.js';
import * as wire from '../contract/mit-virk.js';
import { ProblemError, problemAnswer, type Answer } from '../pilot/answer.js';
import { AUTHORITY_NAME, COMPANY_CVR } from '../pilot/personas.js';
import type { Rule, RuleContext, Service, ServiceCore } from '../pilot/service.js';
import * as rules from './rules.js';
import { mitVirkData } from './test-data.js';

/** The state, with the index brought up to date before every look at it. */
class Store {
  #state = rules.loadedState([]);

  constructor(private readonly core: ServiceCore) {}

  get state(): rules.MitVirkState {
    this.#state = rules.settle(this.#state, this.core.monotonic(), this.core.indexDelayMs());
    return this.#state;
  }

  set state(state: rules.MitVirkState) {
    this.#state = state;
  }

  send(id: string, item: wire.AuthorityItem | null): void {
    this.state = rules.send(this.state, id, item, this.core.monotonic());
  }

  /** An item of the authority's own, or the problem `not-found`. */
  find(type: wire.ActivityType, id: string | undefined): wire.AuthorityItem {
    const item = this.state.items.find((other) => other.id === id && other.type === type);
    if (!item) throw new ProblemError(problemAnswer('not-found'));
    return item;
  }
}

function list(items: readonly unknown[], name: string, query: URLSearchParams): Answer {
  const { page, size } = readPaging(query);
  const { envelope, onPage } = paginate(items, page, size);
  return { status: 200, body: { ...envelope, [name]: onPage } };
}

function companyRules(store: Store): Record<string, Rule> {
  return {
    'list-activities': {
      run: ({ query }) =>
        list(rules.activitiesFor(store.state, COMPANY_CVR, query.getAll('type')), 'activities', query),
    },
    'dismiss-activity': {
      run: ({ params }) => {
        const outcome = rules.dismiss(store.state, COMPANY_CVR, params['id'] ?? '');
        if (outcome === 'not-found') return problemAnswer('not-found');
        if (outcome === 'not-a-notice') {
          return problemAnswer('invalid', { errors: { id: 'Kun en besked kan fjernes' } });
        }
        store.state = outcome;
        return { status: 204 };
      },
    },
  };
}

/** How one kind of item is read from and given to the authority. */
interface ItemFormat {
  readonly type: wire.ActivityType;
  readonly path: string;
  readonly listName: string;
  toWire(item: wire.AuthorityItem): unknown;
  fromWire(id: string, body: unknown, before?: wire.AuthorityItem): wire.AuthorityItem;
  readonly check?: Rule['check'];
}

function crudRules(store: Store, core: ServiceCore, format: ItemFormat) {
  const { type, path, toWire, fromWire } = format;
  const check = format.check ? { check: format.check } : {};
  const find = ({ params }: RuleContext) => store.find(type, params['id']);
  return {
    list: {
      run: ({ query }: RuleContext) => {
        const own = store.state.items.filter((item) => item.type === type);
        return list(own.map(toWire), format.listName, query);
      },
    },
    create: {
      ...check,
      run: ({ body }: RuleContext) => {
        const item = fromWire(core.newId(type[0] ?? 'x'), body);
        store.send(item.id, item);
        return { status: 201, body: toWire(item), headers: { Location: `${path}/${item.id}` } };
      },
    },
    get: { run: (context: RuleContext) => ({ status: 200, body: toWire(find(context)) }) },
    replace: {
      ...check,
      run: (context: RuleContext) => {
        const before = find(context);
        context.checkIfMatch(toWire(before));
        const item = fromWire(before.id, context.body, before);
        store.send(item.id, item);
        return { status: 200, body: toWire(item) };
      },
    },
    delete: {
      run: (context: RuleContext) => {
        const before = find(context);
        context.checkIfMatch(toWire(before));
        store.send(before.id, null);
        return { status: 204 };
      },
    },
  } satisfies Record<string, Rule>;
}

function authorityRules(store: Store, core: ServiceCore): Record<string, Rule> {
  const all: Record<string, Rule> = {};
  for (const collection of Object.keys(wire.collections) as wire.Collection[]) {
    const type = wire.collections[collection];
    const crud = crudRules(store, core, {
      type,
      path: `/mit-virk/${collection}`,
      listName: collection,
      toWire: (item) => item,
      fromWire: (id, body) => rules.itemFrom(id, type, body, AUTHORITY_NAME),
    });
    all[`list-${collection}`] = crud.list;
    all[`create-${type}`] = crud.create;
    all[`get-${type}`] = crud.get;
    all[`replace-${type}`] = crud.replace;
    all[`delete-${type}`] = crud.delete;
  }
  return all;
}

function calendarRules(store: Store, core: ServiceCore): Record<string, Rule> {
  const crud = crudRules(store, core, {
    type: 'frist',
    path: '/calendar/1/frister',
    listName: 'frister',
    toWire: rules.toCalendar,
    fromWire: (id, body, before) => rules.itemFromCalendar(id, body, AUTHORITY_NAME, before),
    check: (body) => rules.calendarErrors(body, dateInCopenhagen(core.now())),
  });
  return {
    'calendar-list': crud.list,
    'calendar-create': crud.create,
    'calendar-get': crud.get,
    'calendar-replace': crud.replace,
    'calendar-delete': crud.delete,
  };
}

/** Makes the service. */
export function createMitVirk(core: ServiceCore): Service<wire.MitVirkSnapshot> {
  const store = new Store(core);
  return {
    rules: { ...companyRules(store), ...authorityRules(store, core), ...calendarRules(store, core) },
    load: (dataSet) => {
      store.state = rules.loadedState(mitVirkData(dataSet, dateInCopenhagen(core.now()), core.seed));
    },
    snapshot: () => {
      const { items, index, pending, dismissed } = store.state;
      return {
        items: [...items],
        index: [...index],
        pending: pending.map(({ id, item }) => ({ id, item })),
        dismissed: [...dismissed],
      };
    },
    restore: ({ pending, ...rest }) => {
      const sentAt = core.monotonic();
      store.state = { ...rest, pending: pending.map((entry) => ({ ...entry, sentAt })) };
    },
  };
}
