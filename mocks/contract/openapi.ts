/** The OpenAPI 3.1 document of the backend contract, generated from the strict schemas and the table of endpoints. */
import * as z from 'zod/mini';
import { omit } from '../omit.js';
import {
  DEFAULT_PAGE_SIZE,
  MAX_PAGE_SIZE,
  contractBreaches,
  makeProblem,
  problem,
  problemTypes,
  type ProblemSlug,
  type Schema,
} from './common.js';
import type { AnswerSpec, EndpointSpec } from './endpoint.js';
import { endpoints } from './endpoints.js';
import * as consents from './consents.js';
import * as contactsAuthority from './contacts-authority.js';
import * as contacts from './contacts.js';
import * as messages from './messages.js';
import * as mitVirk from './mit-virk.js';
import * as pilot from './pilot.js';

type Json = Record<string, unknown>;

/** Schemas with a name of their own in `components.schemas`; all others are written where they are used. */
const named: Readonly<Record<string, Schema>> = {
  Problem: problem,
  Activity: mitVirk.activity,
  ActivityList: mitVirk.activityList,
  AuthorityItem: mitVirk.authorityItem,
  CalendarBody: mitVirk.calendarBody,
  CalendarFrist: mitVirk.calendarFrist,
  CalendarList: mitVirk.calendarList,
  CalendarErrors: mitVirk.errorMap,
  MitVirkState: mitVirk.mitVirkState,
  ConsentRequest: consents.consentRequest,
  ConsentTemplate: consents.template,
  ConsentAuthority: consents.consentAuthority,
  Declaration: consents.declaration,
  AuthorityConsentRequest: consents.authorityRequest,
  ContactPoint: contacts.contactPoint,
  ContactGroup: contacts.contactGroup,
  NestedContactGroup: contacts.nestedContactGroup,
  Organisation: contacts.organisation,
  Recipient: contacts.recipient,
  DeepLinkList: contacts.deepLinkList,
  StoredContactPoint: contactsAuthority.storedPoint,
  StoredContactGroup: contactsAuthority.storedGroup,
  Message: messages.message,
  AuthorityMessage: messages.authorityMessage,
  Fault: pilot.fault,
  LoggedRequest: pilot.loggedRequest,
  PilotState: pilot.pilotState,
};

const REF = '#/components/schemas/';

/** Turns each schema into JSON Schema once; a named one that stands inside another becomes a reference. */
function createSchemas() {
  const registry = z.registry<{ id: string }>();
  const ids = new Map<Schema, string>();
  const register = (schema: Schema, id: string) => {
    if (ids.has(schema)) return;
    ids.set(schema, id);
    registry.add(schema, { id });
  };
  for (const [id, schema] of Object.entries(named)) register(schema, id);
  // `io: input` leaves `additionalProperties` open: the contract lets clients ignore unknown fields.
  const build = () =>
    z.toJSONSchema(registry, { io: 'input', uri: (id) => REF + id }).schemas as Record<string, Json>;
  const collect = (schema: Schema | undefined, id: string) => {
    if (schema) register(schema, id);
  };
  for (const spec of endpoints) {
    collect(spec.body?.schema, `${spec.id}.body`);
    collect(spec.query?.schema, `${spec.id}.query`);
    for (const [status, answer] of Object.entries(spec.answers))
      collect(answer.schema, `${spec.id}.${status}`);
  }
  const inline: Json = {};
  for (const [id, schema] of Object.entries(build())) inline[id] = omit(schema, '$schema', '$id');
  const use = (schema: Schema): Json => {
    const id = ids.get(schema) ?? '';
    return id in named ? { $ref: REF + id } : (inline[id] as Json);
  };
  const components = Object.fromEntries(Object.keys(named).map((id) => [id, inline[id]]));
  return { use, components };
}

type Use = (schema: Schema) => Json;

/** An example that breaks its own schema would teach people the wrong thing: no document then. */
function checkedExample(schema: Schema, example: unknown, where: string): Json {
  if (example === undefined) return {};
  const breaches = contractBreaches(schema, example);
  if (breaches.length > 0) throw new Error(`example of ${where}: ${breaches.join('; ')}`);
  return { example };
}

const header = (description: string) => ({ description, schema: { type: 'string' } });

function answerHeaders(spec: EndpointSpec, answer: AnswerSpec): Json {
  const headers: Json = { 'Content-Language': header('Sproget i svaret') };
  if (spec.method === 'GET') headers['ETag'] = header('Til If-None-Match og If-Match');
  if (answer.location) headers['Location'] = header('Adressen på det nye');
  return headers;
}

function answerOf(spec: EndpointSpec, status: string, answer: AnswerSpec, use: Use): Json {
  const base = { description: answer.description, headers: answerHeaders(spec, answer) };
  if (!answer.schema) {
    return answer.contentType ? { ...base, content: { [answer.contentType.split(';')[0] ?? '']: {} } } : base;
  }
  const example = checkedExample(answer.schema, answer.example, `${spec.id} ${status}`);
  return { ...base, content: { 'application/json': { schema: use(answer.schema), ...example } } };
}

/** Problems with the same status share one response, with an example each. */
function problemAnswers(slugs: readonly ProblemSlug[], use: Use): Json {
  const byStatus = new Map<number, ProblemSlug[]>();
  for (const slug of slugs) {
    const { status } = problemTypes[slug];
    byStatus.set(status, [...(byStatus.get(status) ?? []), slug]);
  }
  const answers: Json = {};
  for (const [status, known] of byStatus) {
    const examples = Object.fromEntries(known.map((slug) => [slug, { value: exampleProblem(slug) }]));
    answers[status] = {
      description: known.map((slug) => problemTypes[slug].title).join(' / '),
      content: { 'application/problem+json': { schema: use(problem), examples } },
    };
  }
  return answers;
}

function exampleProblem(slug: ProblemSlug): unknown {
  const example = makeProblem(
    slug,
    slug === 'invalid' ? { errors: { size: 'Skal være et helt tal fra 1' } } : {},
  );
  checkedExample(problem, example, `problem ${slug}`);
  return example;
}

/** In a query everything is text to the schemas; people and tools want to know that these are numbers. */
const paging: Readonly<Record<string, Json>> = {
  page: { type: 'integer', minimum: 0, default: 0 },
  size: { type: 'integer', minimum: 1, maximum: MAX_PAGE_SIZE, default: DEFAULT_PAGE_SIZE },
};

function parameters(spec: EndpointSpec, use: Use): Json[] {
  const text = { type: 'string' };
  const inPath = [...spec.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: text,
  }));
  const properties = spec.query ? (use(spec.query.schema)['properties'] as Json) : {};
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    schema: paging[name] ?? schema,
    explode: true,
  }));
  const names = spec.side === 'control' || spec.side === 'open' ? [] : headerNames(spec);
  return [...inPath, ...inQuery, ...names.map((name) => ({ name, in: 'header', schema: text }))];
}

function headerNames(spec: EndpointSpec): string[] {
  if (spec.method === 'GET') return ['Accept-Language', 'If-None-Match'];
  const isVersioned = spec.problems.includes('precondition-failed');
  return ['Accept-Language', 'Idempotency-Key', ...(isVersioned ? ['If-Match'] : [])];
}

/** The public Frister API's field errors stand beside a problem with the same status: a key that was used before. */
function withBareMap(answers: Json, use: Use): Json {
  const { description, content } = (answers[422] ?? {}) as { description?: string; content?: Json };
  const example = { fristDato: 'Skal ligge i fremtiden' };
  const bareMap = { 'application/json': { schema: use(mitVirk.errorMap), example } };
  const texts = ['Felt → besked', ...(description === undefined ? [] : [description])];
  return { ...answers, 422: { description: texts.join(' / '), content: { ...bareMap, ...content } } };
}

function operation(spec: EndpointSpec, use: Use): Json {
  const answers = Object.entries(spec.answers).map(([status, answer]) => [
    status,
    answerOf(spec, status, answer, use),
  ]);
  const body = spec.body && {
    required: true,
    content: {
      'application/json': {
        schema: use(spec.body.schema),
        ...checkedExample(spec.body.schema, spec.body.example, `${spec.id} body`),
      },
    },
  };
  const hasInput = spec.body !== undefined || spec.query !== undefined;
  const hasBareMap = spec.fieldErrors === 'bare-map' && hasInput;
  const problems = problemAnswers(spec.problems, use);
  const secured = spec.side === 'user' || spec.side === 'authority';
  return {
    operationId: spec.id,
    tags: [spec.tag],
    summary: spec.summary,
    parameters: parameters(spec, use),
    ...(body ? { requestBody: body } : {}),
    responses: {
      ...(Object.fromEntries(answers) as Json),
      ...(hasBareMap ? withBareMap(problems, use) : problems),
    },
    security: secured ? [{ token: [] }, {}] : [],
  };
}

/** The document as plain JSON. Throws when an example in the contract breaks its own schema. */
export function buildOpenApi(version: string): Json {
  const { use, components } = createSchemas();
  const paths: Record<string, Json> = {};
  for (const spec of endpoints) {
    const path = spec.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [spec.method.toLowerCase()]: operation(spec, use) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Skranke: backend-kontrakt',
      version,
      description:
        'Hvad Skrankes komponenter spørger en backend om. Stier under /pilot, /mit-virk, /calendar, /consents og /digital-post er prøvemiljøets. ' +
        'Ukendte felter i et svar skal en klient se bort fra.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'http://127.0.0.1:4010', description: 'skranke pilot' }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'I prøvemiljøet: pilot-<persona>' },
      },
    },
  };
}
