/** The authority's side of the contact structure: `/digital-post/contact-points` and `/digital-post/contact-groups`. */
import { paginate, readPaging, type FieldErrors } from '../contract/common.js';
import type { StoredGroup, StoredPoint } from '../contract/contacts-authority.js';
import { ProblemError, problemAnswer, type Answer } from '../pilot/answer.js';
import type { Rule, RuleContext, ServiceCore } from '../pilot/service.js';
import { FJORDBY_ID, MADE, groupId, pointId } from './ids.js';
import * as rules from './rules.js';
import type { ContactStore } from './store.js';
import type { StructureView } from './structure.js';

/** The persona `authority` is Fjordby Kommune; `all` may act for anybody. */
function checkMayActFor(organisationId: string, { persona }: RuleContext): void {
  if (persona === 'all' || organisationId === FJORDBY_ID) return;
  const detail = 'Fjordby Kommune kan kun arbejde med sin egen kontaktstruktur.';
  throw new ProblemError(problemAnswer('not-permitted', { detail }));
}

function refuse(errors: FieldErrors): void {
  if (Object.keys(errors).length > 0) throw new ProblemError(problemAnswer('invalid', { errors }));
}

function sentOrganisation(body: unknown): string | undefined {
  const sent = (body as { organisationId?: string | undefined }).organisationId;
  return sent?.toLowerCase();
}

interface Owned {
  readonly id: string;
  readonly organisationId: string;
}

/** How points or groups are found, judged and stored. */
interface Format<Item extends Owned> {
  readonly path: string;
  readonly listName: string;
  newId(number: number): string;
  all(view: StructureView, organisationId: string): readonly Item[];
  find(view: StructureView, id: string): Item | undefined;
  fromBody(id: string, organisationId: string, body: unknown): Item;
  errors(item: Item, view: StructureView): FieldErrors;
  put(item: Item): void;
  delete(id: string): void;
}

function finder<Item extends Owned>(store: ContactStore, format: Format<Item>) {
  return (context: RuleContext): Item => {
    const item = format.find(store.view, (context.params['id'] ?? '').toLowerCase());
    if (!item) throw new ProblemError(problemAnswer('not-found'));
    checkMayActFor(item.organisationId, context);
    return item;
  };
}

function readRules<Item extends Owned>(store: ContactStore, format: Format<Item>) {
  const find = finder(store, format);
  return {
    list: (context: RuleContext): Answer => {
      const organisationId = (context.query.get('organisationId') ?? FJORDBY_ID).toLowerCase();
      checkMayActFor(organisationId, context);
      const { page, size } = readPaging(context.query);
      const { envelope, onPage } = paginate(format.all(store.view, organisationId), page, size);
      return { status: 200, body: { ...envelope, [format.listName]: onPage } };
    },
    get: (context: RuleContext): Answer => ({ status: 200, body: find(context) }),
  };
}

function writeRules<Item extends Owned>(store: ContactStore, core: ServiceCore, format: Format<Item>) {
  const find = finder(store, format);
  return {
    create: (context: RuleContext): Answer => {
      const organisationId = sentOrganisation(context.body) ?? FJORDBY_ID;
      checkMayActFor(organisationId, context);
      if (!store.view.organisations.has(organisationId))
        refuse({ organisationId: 'Myndigheden findes ikke' });
      // Judged first: what is refused uses up no number.
      refuse(format.errors(format.fromBody(format.newId(0), organisationId, context.body), store.view));
      const id = format.newId(Number(core.newId('').slice(1)));
      const item = format.fromBody(id, organisationId, context.body);
      format.put(item);
      return { status: 201, body: item, headers: { Location: `${format.path}/${id}` } };
    },
    replace: (context: RuleContext): Answer => {
      const before = find(context);
      context.checkIfMatch(before);
      const organisationId = sentOrganisation(context.body) ?? before.organisationId;
      if (organisationId !== before.organisationId) refuse({ organisationId: 'Kan ikke ændres' });
      const item = format.fromBody(before.id, organisationId, context.body);
      refuse(format.errors(item, store.view));
      format.put(item);
      return { status: 200, body: item };
    },
    delete: (context: RuleContext): Answer => {
      const before = find(context);
      context.checkIfMatch(before);
      format.delete(before.id);
      return { status: 204 };
    },
  };
}

function crudRules<Item extends Owned>(store: ContactStore, core: ServiceCore, format: Format<Item>) {
  return { ...readRules(store, format), ...writeRules(store, core, format) };
}

function asRules(
  crud: Readonly<Record<'list' | 'create' | 'get' | 'replace' | 'delete', Rule['run']>>,
  noun: string,
): Record<string, Rule> {
  return {
    [`list-own-${noun}s`]: { run: crud.list },
    [`create-${noun}`]: { run: crud.create },
    [`get-own-${noun}`]: { run: crud.get },
    [`replace-${noun}`]: { run: crud.replace },
    [`delete-${noun}`]: { run: crud.delete },
  };
}

export function authorityRules(store: ContactStore, core: ServiceCore): Record<string, Rule> {
  const points: Format<StoredPoint> = {
    path: '/digital-post/contact-points',
    listName: 'contactPoints',
    newId: (number) => pointId(MADE, number),
    all: (view, organisationId) => view.pointsOf(organisationId),
    find: (view, id) => view.points.get(id),
    fromBody: rules.pointFrom,
    errors: rules.pointErrors,
    put: (point) => store.putPoint(point),
    delete: (id) => store.deletePoint(id),
  };
  const groups: Format<StoredGroup> = {
    path: '/digital-post/contact-groups',
    listName: 'contactGroups',
    newId: (number) => groupId(MADE, number),
    all: (view, organisationId) => view.groupsOf(organisationId),
    find: (view, id) => view.groups.get(id),
    fromBody: rules.groupFrom,
    errors: rules.groupErrors,
    put: (group) => store.putGroup(group),
    delete: (id) => store.deleteGroup(id),
  };
  return {
    ...asRules(crudRules(store, core, points), 'contact-point'),
    ...asRules(crudRules(store, core, groups), 'contact-group'),
  };
}
