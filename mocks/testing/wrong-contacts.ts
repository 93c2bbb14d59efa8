/** Defects of the contact structure. */
import { body, items, onAnswer, problem, queryOf, type Defect, type Json } from './wrong-backends.js';

const LINKS = 'GET /contact-points/*/deep-links';
const pointLinks = ['get-contact-point-links'];
const aLink = { targets: ['CITIZEN'], platform: 'borger.dk', url: 'https://post.demo.borger.dk/send/a/b/' };
const links = (one: Json) => one['deepLinks'] as Json[];
/** Changes the links of what has some. */
const eachLink = (change: (link: Json) => Json) =>
  body(LINKS, (one) => ({ ...one, deepLinks: links(one).map(change) }));
const POINTS = 'GET /contact-points';

export const wrongContacts: readonly Defect[] = [
  {
    name: 'deep links for an inactive point',
    only: pointLinks,
    expects: ['deep-links.reason'],
    filter: body(LINKS, (one) => (one['reason'] === 'inactive' ? { deepLinks: [aLink] } : one)),
  },
  {
    name: 'no links and no reason',
    only: pointLinks,
    expects: ['deep-links.reason'],
    filter: body(LINKS, (one) => (links(one).length === 0 ? { deepLinks: [] } : one)),
  },
  {
    name: 'the wrong reason',
    only: ['get-contact-group-links'],
    expects: ['deep-links.reason'],
    filter: body('GET /contact-groups/*/deep-links', (one) =>
      one['reason'] ? { ...one, reason: 'inactive' } : one,
    ),
  },
  {
    name: 'no links is 404',
    only: pointLinks,
    expects: ['answer.status'],
    filter: onAnswer(LINKS, async (answer) =>
      answer.status === 200 && links((await answer.json()) as Json).length === 0
        ? problem(404, 'not-found')
        : undefined,
    ),
  },
  {
    name: 'a link on another host',
    only: pointLinks,
    expects: ['deep-links.hosts'],
    filter: eachLink((link) => ({ ...link, url: `https://evil.example/${String(link['platform'])}` })),
  },
  {
    name: 'a link that is not https',
    only: pointLinks,
    expects: ['deep-links.hosts'],
    filter: eachLink((link) => ({ ...link, url: String(link['url']).replace('https:', 'http:') })),
  },
  {
    name: 'one URL in two rows',
    only: pointLinks,
    expects: ['deep-links.rows'],
    filter: body(LINKS, (one) => ({ ...one, deepLinks: [...links(one), ...links(one)] })),
  },
  {
    name: 'citizens are sent to Virk',
    only: pointLinks,
    expects: ['deep-links.platform'],
    filter: eachLink((link) => ({ ...link, platform: 'virk.dk' })),
  },
  {
    name: 'an audience has no link',
    only: pointLinks,
    expects: ['deep-links.shown'],
    filter: body(LINKS, (one) => ({ ...one, deepLinks: links(one).slice(0, 1) })),
  },
  {
    name: 'a hidden point is 404',
    only: ['get-contact-point'],
    expects: ['answer.status'],
    filter: onAnswer('GET /contact-points/*1004', () => problem(404, 'not-found')),
  },
  {
    name: 'a hidden point is visible',
    only: ['get-contact-point'],
    expects: ['contact.hidden'],
    filter: body('GET /contact-points/*1004', (one) => ({ ...one, visible: true })),
  },
  {
    name: 'active without a receiving system',
    only: ['get-contact-point'],
    expects: ['contact.inactive'],
    filter: body('GET /contact-points/*1007', (one) => ({ ...one, active: true })),
  },
  {
    name: 'the organisation of a point is nowhere',
    only: ['get-contact-point'],
    expects: ['contact.resolves'],
    filter: body('GET /contact-points/*', (one) => ({
      ...one,
      organisationId: '14d6e9ad-fc0e-3918-0000-00000000f999',
    })),
  },
  {
    name: 'bare ids of groups that are nowhere',
    only: ['list-contact-points'],
    expects: ['contact.groups'],
    filter: items(POINTS, 'contactPoints', (one) => ({
      ...one,
      contactGroups: [{ id: 'fd8ca657-157c-3ffe-0000-0000000f0999' }],
    })),
  },
  {
    name: 'points of another organisation',
    only: ['list-contact-points'],
    expects: ['contact.organisation'],
    filter: items(POINTS, 'contactPoints', (one) => ({
      ...one,
      organisationId: '14d6e9ad-fc0e-3918-0000-00000000f001',
    })),
  },
  {
    name: 'one letter finds all',
    only: ['find-recipients'],
    expects: ['recipients.two-letters'],
    filter: (request, right) =>
      queryOf(request).get('q') === 'a'
        ? right(new Request(request.url.replace('q=a', 'q=fj'), request))
        : right(request),
  },
  {
    name: 'the search finds nothing',
    only: ['find-recipients'],
    expects: ['recipients.finds'],
    filter: items('GET /recipients', 'recipients', (one) => ({
      ...one,
      id: '14d6e9ad-fc0e-3918-0000-00000000f999',
    })),
  },
];
