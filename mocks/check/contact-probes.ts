/** Digital Post's contact structure: recipients, organisations, groups, points, deep links. All of it is read. */
import { readProbe, preflightProbe, unknownProbe, type Asked } from './general-probes.js';
import { judgeInvalid, listProbe, PAGES_LEFT, readAll, readPage, type ListAsked } from './list-probes.js';
import type { Fixtures } from './fixtures.js';
import { fieldsOf, listOf, missingIn, type Probe, type Prober } from './probe.js';
import { describeAnswer } from './session.js';
import { isSuccess } from './judge-answer.js';

const area = 'contacts' as const;

function lists({
  recipients,
  organisations,
}: Fixtures): Record<'recipients' | 'groups' | 'points', ListAsked> {
  const ofOrganisation = {
    area,
    needs: { 'organisations.known': organisations?.known },
    query: `organisationId=${encodeURIComponent(organisations?.known ?? '')}`,
  };
  return {
    recipients: {
      area,
      endpoint: 'find-recipients',
      items: 'recipients',
      needs: { 'recipients.query': recipients?.query },
      query: `q=${encodeURIComponent(recipients?.query ?? '')}`,
    },
    groups: { ...ofOrganisation, endpoint: 'list-contact-groups', items: 'contactGroups' },
    points: { ...ofOrganisation, endpoint: 'list-contact-points', items: 'contactPoints' },
  };
}

function recipientProbe(asked: ListAsked, finds: string | undefined): Probe {
  return {
    area,
    endpoint: asked.endpoint,
    rules: ['recipients.finds', 'recipients.two-letters', 'problem.invalid'],
    missing: missingIn({ ...asked.needs, 'recipients.finds': finds }),
    run: async (p) => {
      const { items } = await readPage(p, asked, {});
      p.verdict(
        'recipients.finds',
        items.some(({ id }) => id === finds),
        'it is not among those found',
      );
      const answer = await p.ask(asked.endpoint, { query: 'q=a' });
      const found = listOf(fieldsOf(answer)[asked.items]).length;
      const isRight = isSuccess(answer) ? found === 0 : answer.status === 422;
      p.verdict(
        'recipients.two-letters',
        isRight,
        isSuccess(answer) ? `${found} found` : describeAnswer(answer),
      );
      if (!isSuccess(answer)) judgeInvalid(p, answer, 'q');
    },
  };
}

/** What the organisation's two lists say of each other. */
function structureProbe(
  { points, groups }: ReturnType<typeof lists>,
  organisation: string | undefined,
): Probe {
  return {
    area,
    endpoint: points.endpoint,
    rules: ['contact.organisation', 'contact.groups'],
    missing: missingIn(points.needs),
    run: async (p) => {
      const { items: all } = await readAll(p, points);
      const strange = all.filter(({ organisationId }) => organisationId !== organisation).length;
      p.verdict('contact.organisation', strange === 0, `${strange} points of another organisation`);
      const { items, isWhole } = await readAll(p, groups);
      const known = new Set(items.map(({ id }) => id));
      const bare = all
        .flatMap(({ contactGroups }) => listOf(contactGroups))
        .filter(({ name }) => name === undefined);
      const lost = new Set(bare.map(({ id }) => id).filter((id) => !known.has(id))).size;
      if (lost > 0 && !isWhole) p.unchecked('contact.groups', PAGES_LEFT);
      else p.verdict('contact.groups', lost === 0, `${lost} group ids that /contact-groups does not have`);
    },
  };
}

function pointProbes({
  usable,
  hidden,
  inactive,
  noReceivingSystem,
}: NonNullable<Fixtures['contactPoints']>): Probe[] {
  const endpoint = 'get-contact-point';
  const flag = (
    name: string,
    id: string | undefined,
    rule: 'contact.hidden' | 'contact.inactive',
    field: string,
  ): Probe => ({
    area,
    endpoint,
    fixture: name,
    rules: [rule],
    missing: missingIn({ [`contactPoints.${name}`]: id }),
    run: async (p) =>
      p.same(rule, field, fieldsOf(await p.read(endpoint, { params: { id: id ?? '' } }))[field], false),
  });
  return [
    flag('hidden', hidden, 'contact.hidden', 'visible'),
    flag('inactive', inactive, 'contact.inactive', 'active'),
    flag('noReceivingSystem', noReceivingSystem, 'contact.inactive', 'active'),
    {
      area,
      endpoint,
      rules: ['contact.resolves'],
      missing: missingIn({ 'contactPoints.usable': usable }),
      run: async (p) => {
        const { organisationId } = fieldsOf(await p.read(endpoint, { params: { id: usable ?? '' } }));
        const answer = await p.ask('get-organisation', { params: { id: String(organisationId) } });
        p.verdict('contact.resolves', isSuccess(answer), describeAnswer(answer));
      },
    },
  ];
}

type Link = Readonly<Record<string, unknown>>;

/** The hosts of deep links that the kit shows when a page names no others. */
const LINK_HOSTS = ['post.borger.dk', 'post.demo.borger.dk', 'virk.dk', 'pilot.virk.dk'];

function isShownLink(url: unknown, hosts: readonly string[]): boolean {
  const parsed = typeof url === 'string' && URL.canParse(url) ? new URL(url) : undefined;
  return parsed?.protocol === 'https:' && parsed.username === '' && hosts.includes(parsed.host);
}

const textsOf = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
const inOrder = (values: readonly string[]) => [...new Set(values)].sort().join(' ');

function fitsPlatform({ platform, targets }: Link): boolean {
  const audiences = textsOf(targets);
  if (audiences.includes('CITIZEN')) return platform === 'borger.dk' && audiences.length === 1;
  return platform === 'virk.dk';
}

function judgeLinks(p: Prober, links: readonly Link[], targets: unknown): void {
  const reached = inOrder(links.flatMap((link) => textsOf(link['targets'])));
  const wanted = inOrder(textsOf(targets));
  const received = `links for ${reached || 'nobody'}, targets ${wanted || 'none'}`;
  p.verdict('deep-links.shown', reached === wanted, received);
  const strange = links.find((link) => !fitsPlatform(link));
  const whose = `${textsOf(strange?.['targets']).join(' ')} on ${String(strange?.['platform'])}`;
  p.verdict('deep-links.platform', strange === undefined, whose);
  const hosts = [...LINK_HOSTS, ...(p.session.fixtures.linkHosts ?? [])];
  const hidden = links.filter(({ url }) => !isShownLink(url, hosts)).length;
  p.verdict('deep-links.hosts', hidden === 0, `${hidden} of ${links.length} links`);
}

function linksProbe(noun: 'contact-point' | 'contact-group', name: string, id: string | undefined): Probe {
  const endpoint = `get-${noun}-links`;
  return {
    area,
    endpoint,
    rules: [
      'deep-links.shown',
      'deep-links.platform',
      'deep-links.hosts',
      'deep-links.rows',
      'deep-links.reason',
    ],
    missing: missingIn({ [name]: id }),
    run: async (p) => {
      const params = { id: id ?? '' };
      const { targets } = fieldsOf(await p.read(`get-${noun}`, { params }));
      const { deepLinks, reason } = fieldsOf(await p.read(endpoint, { params }));
      p.verdict('deep-links.reason', reason === undefined, 'a reason although there are links');
      judgeLinks(p, listOf(deepLinks), targets);
    },
  };
}

/** What cannot be used: 200 with no links and the right reason. */
function noLinksProbe(noun: string, name: string, id: string | undefined, expected: string): Probe {
  const endpoint = `get-${noun}-links`;
  return {
    area,
    endpoint,
    fixture: name,
    rules: ['deep-links.reason'],
    missing: missingIn({ [`${noun === 'contact-point' ? 'contactPoints' : 'contactGroups'}.${name}`]: id }),
    run: async (p) => {
      const { deepLinks, reason } = fieldsOf(await p.read(endpoint, { params: { id: id ?? '' } }));
      const links = listOf(deepLinks).length;
      p.verdict('deep-links.reason', links === 0, `${links} links for what cannot be used`);
      if (links === 0) p.same('deep-links.reason', 'reason', reason, expected);
    },
  };
}

/** What is asked of single groups and points. */
function itemProbes({ contactPoints: points = {}, contactGroups: groups = {} }: Fixtures): Probe[] {
  const group = (endpoint: string, name: keyof typeof groups) =>
    asked(endpoint, `contactGroups.${name}`, groups[name]);
  const point = (endpoint: string, name: keyof typeof points) =>
    asked(endpoint, `contactPoints.${name}`, points[name]);
  return [
    readProbe(group('get-contact-group', 'usable'), 'id'),
    readProbe(point('get-contact-point', 'usable'), 'id'),
    ...pointProbes(points),
    ...['get-contact-group', 'get-contact-group-links'].map((endpoint) =>
      unknownProbe(group(endpoint, 'unknown')),
    ),
    ...['get-contact-point', 'get-contact-point-links'].map((endpoint) =>
      unknownProbe(point(endpoint, 'unknown')),
    ),
    readProbe(point('get-contact-point-links', 'usable')),
    readProbe(group('get-contact-group-links', 'usable')),
    linksProbe('contact-point', 'contactPoints.usable', points.usable),
    linksProbe('contact-group', 'contactGroups.usable', groups.usable),
    noLinksProbe('contact-point', 'inactive', points.inactive, 'inactive'),
    noLinksProbe('contact-point', 'noReceivingSystem', points.noReceivingSystem, 'no-receiving-system'),
    noLinksProbe('contact-group', 'withoutActivePoints', groups.withoutActivePoints, 'no-active-points'),
  ];
}

/** Each route of its own: a gateway may set CORS for one and not for another. */
function routes({ contactGroups = {}, contactPoints = {} }: Fixtures): Asked[] {
  return [
    ...['get-contact-group', 'get-contact-group-links'].map((endpoint) =>
      asked(endpoint, 'contactGroups.usable', contactGroups.usable),
    ),
    ...['get-contact-point', 'get-contact-point-links'].map((endpoint) =>
      asked(endpoint, 'contactPoints.usable', contactPoints.usable),
    ),
  ];
}

const asked = (endpoint: string, name: string, id: string | undefined) => ({
  area,
  endpoint,
  needs: { [name]: id },
});

/** Probes of `/recipients`, `/organisations`, `/contact-groups` and `/contact-points`. */
export function contactProbes(fixtures: Fixtures): Probe[] {
  const { organisations = {} } = fixtures;
  const all = lists(fixtures);
  const organisation = asked('get-organisation', 'organisations.known', organisations.known);
  return [
    readProbe(all.recipients),
    listProbe(all.recipients),
    recipientProbe(all.recipients, fixtures.recipients?.finds),
    readProbe(organisation, 'id'),
    ...[organisation, ...Object.values(all), ...routes(fixtures)].map((one) => preflightProbe(one, fixtures)),
    unknownProbe(asked('get-organisation', 'organisations.unknown', organisations.unknown)),
    ...[all.groups, all.points].flatMap((list) => [readProbe(list), listProbe(list)]),
    structureProbe(all, organisations.known),
    ...itemProbes(fixtures),
  ];
}
