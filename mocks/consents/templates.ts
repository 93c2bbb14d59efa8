/** Templates of consent requests: how they get versions, and what a change does to open requests. */
import type { PlainDate } from '../../components/shared/i18n/dates.js';
import * as wire from '../contract/consents.js';
import { omit } from '../omit.js';
import { AUTHORITY_CVR, AUTHORITY_NAME } from '../pilot/personas.js';
import { requestStatus } from './rules.js';

export type StoredTemplate = wire.ConsentsSnapshot['templates'][number];

/** Who asks when a template does not say. */
export const defaultAuthority: wire.Template['authority'] = {
  name: AUTHORITY_NAME,
  cvrNumber: AUTHORITY_CVR,
  contact: {
    name: 'Borgerservice',
    url: 'https://www.example.dk/kontakt',
    phone: '+45 00 00 00 00',
    email: 'borgerservice@example.dk',
  },
  privacyPolicyUrl: 'https://www.example.dk/privatliv',
};

/** `2026-1`, `2026-2`, …: never one that was used before. */
function nextVersion(versions: readonly string[], today: PlainDate): string {
  let number = versions.length + 1;
  while (versions.includes(`${today.slice(0, 4)}-${number}`)) number += 1;
  return `${today.slice(0, 4)}-${number}`;
}

/** Consents without an id get the first free of `c-1`, `c-2`, … */
function withIds(consents: wire.TemplateBody['consents']): wire.Template['consents'] {
  const used = new Set(consents.flatMap(({ id }) => id ?? []));
  let number = 0;
  const free = (): string => {
    do number += 1;
    while (used.has(`c-${number}`));
    return `c-${number}`;
  };
  return consents.map(({ id, ...rest }) => ({ id: id ?? free(), ...rest }));
}

/** What the citizen is told and asked; when it changes, the declaration has a new version. */
function contentOf({ authority, declaration, consents }: wire.Template): string {
  return JSON.stringify([authority, omit(declaration, 'version'), consents]);
}

/** A template as it is stored, from what an authority sent; `before` is what it replaces. */
export function templateFrom(
  id: string,
  body: wire.TemplateBody,
  today: PlainDate,
  before?: StoredTemplate,
): StoredTemplate {
  const versions = before?.versions ?? [];
  const { version: wanted, ...texts } = body.declaration;
  const made = (version: string) =>
    wire.template.parse({
      id,
      authority: body.authority ?? defaultAuthority,
      declaration: { version, language: 'da', ...texts },
      consents: withIds(body.consents),
      ...(body.answerBy ? { answerBy: body.answerBy } : {}),
    });
  if (wanted !== undefined && !versions.includes(wanted))
    return { template: made(wanted), versions: [...versions, wanted] };
  const current = before?.template.declaration.version;
  if (before && current !== undefined && contentOf(made(current)) === contentOf(before.template))
    return { template: made(current), versions };
  const version = nextVersion(versions, today);
  return { template: made(version), versions: [...versions, version] };
}

/** A request made from a template for one citizen. */
export function requestFrom(
  id: string,
  template: wire.Template,
  { cpr, redirectUrl }: Pick<wire.RequestBody, 'cpr' | 'redirectUrl'>,
): wire.StoredRequest {
  const { authority, declaration, consents, answerBy } = template;
  return {
    id,
    templateId: template.id,
    cpr,
    authority,
    declaration,
    consents,
    ...(answerBy ? { answerBy } : {}),
    ...(redirectUrl === undefined ? {} : { redirectUrl }),
    deleted: false,
    messages: [],
  };
}

/**
 * An open request gets the template's new declaration and consents; its last day to answer stays, for that was told to
 * the citizen. An answered, expired or deleted one keeps what it had.
 */
export function withTemplate(
  request: wire.StoredRequest,
  template: wire.Template,
  today: PlainDate,
): wire.StoredRequest {
  if (request.templateId !== template.id || requestStatus(request, today) !== 'created') return request;
  const { authority, declaration, consents } = template;
  return { ...request, authority, declaration, consents };
}

/** The request after its declaration was changed, as by an authority that corrects a text (a test id does this). */
export function withChangedDeclaration(request: wire.StoredRequest): wire.StoredRequest {
  const { declaration, consents } = request;
  const [first, ...rest] = consents;
  return {
    ...omit(request, 'quirk'),
    declaration: {
      ...declaration,
      version: `${declaration.version}-rettet`,
      refusalText: `${declaration.refusalText} Vi har rettet erklæringen, mens du læste den.`,
    },
    consents: [...(first ? [{ ...first, data: [...first.data, 'Kontaktoplysninger'] }] : []), ...rest],
  };
}
