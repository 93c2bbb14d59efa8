/** The answers of the scenario `hostile-structure`. They break the contract on purpose and are not checked. */
import { paginate, readPaging } from '../contract/common.js';
import type { Answer } from '../pilot/answer.js';
import type { RuleContext } from '../pilot/service.js';
import {
  CHAIN_PLACEHOLDER,
  chainJson,
  hostileGroups,
  hostilePoints,
  hostileRecipients,
  hostileUrls,
  type Raw,
} from './hostile-data.js';
import { FJORDBY_ID } from './ids.js';

/** Written here, because of the chain. */
function answer(body: unknown): Answer {
  const json = JSON.stringify(body);
  const placeholder = JSON.stringify(CHAIN_PLACEHOLDER);
  const text = json.includes(placeholder) ? json.replace(placeholder, chainJson()) : json;
  return { status: 200, body: text, text: 'application/json', unchecked: true };
}

function list(items: readonly unknown[], name: string, query: URLSearchParams): Answer {
  const { page, size } = readPaging(query);
  const { envelope, onPage } = paginate(items, page, size);
  return answer({ ...envelope, [name]: onPage });
}

const isFjordby = (id: string | null | undefined) => id?.toLowerCase() === FJORDBY_ID;

function find(items: readonly unknown[], id: string): unknown {
  return items.find((item) => typeof item === 'object' && item !== null && (item as Raw)['id'] === id);
}

function deepLinks(id: string): Answer {
  const chosen = hostileUrls[Number(id.slice(-1))] ?? '';
  const row = { targets: ['CITIZEN'], platform: 'borger.dk', url: chosen };
  const virk = { target: 'COMPANY', platform: 'virk.dk', url: chosen };
  return answer({ deepLinks: [row, virk, { ...row, targets: 'alle', platform: 'andet.dk' }, null] });
}

type HostileAnswer = (context: RuleContext, id: string) => Answer | undefined;

const byEndpoint: Readonly<Record<string, HostileAnswer>> = {
  'find-recipients': ({ query }) => list(hostileRecipients, 'recipients', query),
  'get-organisation': (_, id) =>
    isFjordby(id)
      ? answer({ id, name: 'Fjordby Kommune', privacyPolicyUrl: 'javascript:alert(1)', targets: 'alle' })
      : undefined,
  'list-contact-groups': ({ query }) =>
    isFjordby(query.get('organisationId')) ? list(hostileGroups, 'contactGroups', query) : undefined,
  'list-contact-points': ({ query }) =>
    isFjordby(query.get('organisationId')) ? list(hostilePoints, 'contactPoints', query) : undefined,
  'get-contact-group': (_, id) => {
    const found = find(hostileGroups, id);
    return found === undefined ? undefined : answer(found);
  },
  'get-contact-point': (_, id) => {
    const found = find(hostilePoints, id);
    return found === undefined ? undefined : answer(found);
  },
  'get-contact-point-links': (_, id) => (find(hostilePoints, id) ? deepLinks(id) : undefined),
  'get-contact-group-links': (_, id) => (find(hostileGroups, id) ? deepLinks(id) : undefined),
};

/** Undefined: it has nothing to say here, and the ordinary answer is given. */
export function hostileAnswer(endpointId: string, context: RuleContext): Answer | undefined {
  return byEndpoint[endpointId]?.(context, (context.params['id'] ?? '').toLowerCase());
}
