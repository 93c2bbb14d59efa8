/** Digital Post's contact structure: recipients, organisations, groups, points, deep links. All of it is read. */
import { readProbe, preflightProbe, unknownProbe } from './general-probes.js';
import { judgeInvalid, listProbe, readAll, readPage, type ListAsked } from './list-probes.js';
import type { Fixtures } from './fixtures.js';
import { fieldsOf, listOf, missingIn, type Probe, type Prober } from './probe.js';
import { describeAnswer, isSuccess } from './session.js';

const area = 'contacts' as const;

function lists({ recipients, organisations }: Fixtures): Record<'recipients' | 'groups' | 'points', ListAsked> {
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
      p.verdict('recipients.finds', items.some(({ id }) => id === finds), 'it is not among those found');
      const answer = await p.ask(asked.endpoint, { query: 'q=a' });
      const found = listOf(fieldsOf(answer)[asked.items]).length;
      const isRight = isSuccess(answer) ? found === 0 : answer.status === 422;
      p.verdict('recipients.two-letters', isRight, isSuccess(answer) ? `${found} found` : describeAnswer(answer));
      if (!isSuccess(answer)) judgeInvalid(p, answer, 'q');
    },
  };
}

/** What the organisation's two lists say of each other. */
function structureProbe({ points, groups }: ReturnType<typeof lists>, organisation: string | undefined): Probe {
  return {
    area,
    endpoint: points.endpoint,
    rules: ['contact.organisation', 'contact.groups'],
    missing: missingIn(points.needs),
    run: async (p) => {
      const all = await readAll(p, points);
      const strange = all.filter(({ organisationId }) => organisationId !== organisation).length;
      p.verdict('contact.organisation', strange === 0, `${strange} points of another organisation`);
      const known = new Set((await readAll(p, groups)).map(({ id }) => id));
      const bare = all.flatMap(({ contactGroups }) => listOf(contactGroups)).filter(({ name }) => name === undefined);
      const lost = new Set(bare.map(({ id }) => id).filter((id) => !known.has(id))).size;
      p.verdict('contact.groups', lost === 0, `${lost} group ids that /contact-groups does not have`);
    },
  };
}

function pointProbe({ usable, hidden, inactive, noReceivingSystem }: NonNullable<Fixtures['contactPoints']>): Probe[] {
  const endpoint = 'get-contact-point';
  const flag = (name: string, id: string | undefined, rule: 'contact.hidden' | 'contact.inactive', field: string): Probe => ({
    area,
    endpoint,
    fixture: name,
    rules: [rule],
    missing: missingIn({ [`contactPoints.${name}`]: id }),
    run: async (p) => p.same(rule, field, fieldsOf(await p.read(endpoint, { params: { id: id ?? '' } }))[field], false),
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

/** The hosts of deep links that the kit shows when a page names no others. */
const LINK_HOSTS = ['post.borger.dk', 'post.demo.borger.dk', 'virk.dk', 'pilot.virk.dk'];

function isShownLink(url: unknown, hosts: readonly string[]): boolean {
  const parsed = typeof url === 'string' && URL.canParse(url) ? new URL(url) : undefined;
  return parsed?.protocol === 'https:' && parsed.username === '' && hosts.includes(parsed.host);
}

const sorted = (values: Iterable<unknown>) => [...new Set(values)].map(String).sort().join(' ');

function judgeLinks(p: Prober, links: readonly Readonly<Record<string, unknown>>[], targets: unknown): void {
  const reached = sorted(links.flatMap((link) => (Array.isArray(link['targets']) ? link['targets'] : [])));
  const wanted = sorted(Array.isArray(targets) ? targets : []);
  p.verdict('deep-links.shown', reached === wanted, `links for ${reached || 'nobody'}, targets ${wanted || 'none'}`);
  const isRight = links.every(({ platform, targets: own }) => {
    const forCitizens = Array.isArray(own) && own.includes('CITIZEN');
    return Array.isArray(own) && (forCitizens ? platform === 'borger.dk' && own.length === 1 : platform === 'virk.dk');
  });
  p.verdict('deep-links.platform', isRight, links.map(({ platform, targets: own }) => `${sorted(own as string[])}: ${String(platform)}`).join(', '));
  const hosts = [...LINK_HOSTS, ...(p.session.fixtures.linkHosts ?? [])];
  const hidden = links.filter(({ url }) => !isShownLink(url, hosts)).length;
  p.verdict('deep-links.hosts', hidden === 0, `${hidden} of ${links.length} links`);
}

function linksProbe(noun: 'contact-point' | 'contact-group', name: string, id: string | undefined): Probe {
  const endpoint = `get-${noun}-links`;
  return {
    area,
    endpoint,
    rules: ['deep-links.shown', 'deep-links.platform', 'deep-links.hosts', 'deep-links.rows', 'deep-links.reason'],
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
    fixture: name.split('.').at(-1) ?? name,
    rules: ['deep-links.reason'],
    missing: missingIn({ [name]: id }),
    run: async (p) => {
      const { deepLinks, reason } = fieldsOf(await p.read(endpoint, { params: { id: id ?? '' } }));
      const links = listOf(deepLinks).length;
      p.verdict('deep-links.reason', links === 0, `${links} links for what cannot be used`);
      if (links === 0) p.same('deep-links.reason', 'reason', reason, expected);
    },
  };
}

/** Probes of `/recipients`, `/organisations`, `/contact-groups` and `/contact-points`. */
export function contactProbes(fixtures: Fixtures): Probe[] {
  const { organisations = {}, contactPoints: points = {}, contactGroups: groups = {} } = fixtures;
  const all = lists(fixtures);
  const asked = (endpoint: string, name: string, id: string | undefined) => ({ area, endpoint, needs: { [name]: id } });
  const organisation = asked('get-organisation', 'organisations.known', organisations.known);
  return [
    readProbe(all.recipients),
    listProbe(all.recipients),
    recipientProbe(all.recipients, fixtures.recipients?.finds),
    readProbe(organisation, 'id'),
    preflightProbe(organisation, fixtures),
    unknownProbe(asked('get-organisation', 'organisations.unknown', organisations.unknown)),
    ...[all.groups, all.points].flatMap((list) => [readProbe(list), listProbe(list)]),
    structureProbe(all, organisations.known),
    readProbe(asked('get-contact-group', 'contactGroups.usable', groups.usable), 'id'),
    readProbe(asked('get-contact-point', 'contactPoints.usable', points.usable), 'id'),
    ...pointProbe(points),
    ...['get-contact-group', 'get-contact-group-links'].map((endpoint) =>
      unknownProbe(asked(endpoint, 'contactGroups.unknown', groups.unknown)),
    ),
    ...['get-contact-point', 'get-contact-point-links'].map((endpoint) =>
      unknownProbe(asked(endpoint, 'contactPoints.unknown', points.unknown)),
    ),
    readProbe(asked('get-contact-point-links', 'contactPoints.usable', points.usable)),
    readProbe(asked('get-contact-group-links', 'contactGroups.usable', groups.usable)),
    linksProbe('contact-point', 'contactPoints.usable', points.usable),
    linksProbe('contact-group', 'contactGroups.usable', groups.usable),
    noLinksProbe('contact-point', 'contactPoints.inactive', points.inactive, 'inactive'),
    noLinksProbe('contact-point', 'contactPoints.noReceivingSystem', points.noReceivingSystem, 'no-receiving-system'),
    noLinksProbe('contact-group', 'contactGroups.withoutActivePoints', groups.withoutActivePoints, 'no-active-points'),
  ];
}
