/** Digitalt Samtykke in the pilot: its data, and the rules behind its endpoints. */
import { dateInCopenhagen } from '../../components/shared/i18n/dates.js';
import * as wire from '../contract/consents.js';
import { timeInCopenhagen } from '../copenhagen.js';
import type { MessagesService } from '../messages/service.js';
import { omit } from '../omit.js';
import { ProblemError, problemAnswer, type Answer } from '../pilot/answer.js';
import type { Rule, RuleContext, Service, ServiceCore } from '../pilot/service.js';
import * as rules from './rules.js';
import * as templates from './templates.js';
import { consentsData } from './test-data.js';

class Store {
  #state: wire.ConsentsSnapshot = { templates: [], requests: [] };

  constructor(
    private readonly core: ServiceCore,
    private readonly messages: Pick<MessagesService, 'send'>,
  ) {}

  get state(): wire.ConsentsSnapshot {
    return this.#state;
  }

  /** Parsed, so that wrong test data fail at once and fields stand in one order (entity tags are made of the text). */
  set state(state: wire.ConsentsSnapshot) {
    this.#state = wire.consentsState.parse(state);
  }

  today(): string {
    return dateInCopenhagen(this.core.now());
  }

  time(): string {
    return timeInCopenhagen(this.core.now());
  }

  newId(prefix: string): string {
    return this.core.newId(prefix);
  }

  /** A request, or the problem `not-found`. */
  find({ params }: RuleContext): wire.StoredRequest {
    const found = this.#state.requests.find(({ id }) => id === params['id']);
    if (!found) throw new ProblemError(problemAnswer('not-found'));
    return found;
  }

  /** A request of the citizen's own; 403 before anything is told of another person's. */
  findOwn(context: RuleContext): wire.StoredRequest {
    const found = this.find(context);
    if (!rules.isRespondent(found.cpr, context.persona))
      throw new ProblemError(problemAnswer('not-permitted'));
    return found;
  }

  findTemplate(id: string | undefined): templates.StoredTemplate | undefined {
    return this.#state.templates.find(({ template }) => template.id === id);
  }

  put(request: wire.StoredRequest): wire.StoredRequest {
    const { requests } = this.#state;
    const isKnown = requests.some(({ id }) => id === request.id);
    const changed = requests.map((other) => (other.id === request.id ? request : other));
    this.state = { ...this.#state, requests: isKnown ? changed : [...requests, request] };
    return request;
  }

  /** Stores a template; open requests made from it follow. */
  putTemplate(stored: templates.StoredTemplate): wire.Template {
    const { template } = stored;
    const others = this.#state.templates.filter((other) => other.template.id !== template.id);
    const requests = this.#state.requests.map((request) =>
      templates.withTemplate(request, template, this.today()),
    );
    this.state = { templates: [...others, stored], requests };
    return template;
  }

  /** Sends the authority's system a message about an answer or a withdrawal, and notes it on the request. */
  tell(request: wire.StoredRequest, label: string): void {
    const consentAnswer = rules.documentOf(request, this.today());
    const { cpr, authority } = request;
    const { messageUUID } = this.messages.send({
      label,
      sender: { senderID: cpr, idType: 'CPR', label: rules.respondentName(cpr) },
      recipient: { recipientID: authority.cvrNumber, idType: 'CVR', label: authority.name },
      consentAnswer,
    });
    this.put({ ...request, messages: [...request.messages, messageUUID] });
  }
}

/** The request as the citizen reads it. Some test ids break the contract on purpose: those are not checked. */
function shownToCitizen(store: Store, request: wire.StoredRequest): Answer {
  const body = rules.toCitizen(request, store.today());
  const headers = { 'Content-Language': request.declaration.language };
  if (request.quirk === 'no-legal-basis') {
    const declaration = omit(body.declaration, 'legalBasis');
    return { status: 200, headers, body: { ...body, declaration }, unchecked: true };
  }
  return { status: 200, headers, body, ...(request.quirk === 'any-redirect' ? { unchecked: true } : {}) };
}

function answerRule(store: Store): Rule {
  return {
    run: (context) => {
      const request = store.findOwn(context);
      const body = wire.answerBody.parse(context.body);
      const problem = rules.answerProblem(request, store.today());
      if (problem) return problemAnswer(problem);
      if (request.quirk === 'changes-once') {
        store.put(templates.withChangedDeclaration(request));
        return problemAnswer('declaration-changed');
      }
      if (body.declarationVersion !== request.declaration.version)
        return problemAnswer('declaration-changed');
      const errors = rules.answerErrors(request, body);
      if (Object.keys(errors).length > 0) return problemAnswer('invalid', { errors });
      context.checkIfMatch(shownToCitizen(store, request).body);
      const answered = store.put(rules.answered(request, body, store.time()));
      store.tell(answered, `Svar på anmodning om samtykke ${request.id}`);
      const { receiptId, answeredAt, status, decisions } = rules.toAuthority(answered, store.today());
      return { status: 200, body: { receiptId, answeredAt, status, decisions } };
    },
  };
}

function withdrawalRule(store: Store): Rule {
  return {
    run: (context) => {
      const request = store.findOwn(context);
      const consent = request.consents.find(({ id }) => id === context.params['consentId']);
      if (!consent) return problemAnswer('not-found');
      const status = rules.consentStatus(consent, request, store.today());
      if (status !== 'given') return problemAnswer('not-given');
      context.checkIfMatch(shownToCitizen(store, request).body);
      const withdrawnAt = store.time();
      const withdrawn = store.put(rules.withdrawn(request, consent.id, withdrawnAt));
      store.tell(withdrawn, `Tilbagekaldt samtykke i anmodning ${request.id}`);
      const after = rules.requestStatus(withdrawn, store.today());
      return { status: 200, body: { status: after, withdrawnAt } };
    },
  };
}

function citizenRules(store: Store): Record<string, Rule> {
  return {
    'get-consent-request': { run: (context) => shownToCitizen(store, store.findOwn(context)) },
    'answer-consent-request': answerRule(store),
    'withdraw-consent': withdrawalRule(store),
  };
}

function templateRules(store: Store): Record<string, Rule> {
  const find = ({ params }: RuleContext) => {
    const found = store.findTemplate(params['id']);
    if (!found) throw new ProblemError(problemAnswer('not-found'));
    return found;
  };
  return {
    'create-consent-template': {
      run: ({ body }) => {
        const sent = wire.templateBody.parse(body);
        const stored = templates.templateFrom(store.newId('tpl'), sent, store.today());
        const template = store.putTemplate(stored);
        return { status: 201, body: template, headers: { Location: `/consents/templates/${template.id}` } };
      },
    },
    'get-consent-template': { run: (context) => ({ status: 200, body: find(context).template }) },
    'replace-consent-template': {
      run: (context) => {
        const before = find(context);
        context.checkIfMatch(before.template);
        const sent = wire.templateBody.parse(context.body);
        const stored = templates.templateFrom(before.template.id, sent, store.today(), before);
        return { status: 200, body: store.putTemplate(stored) };
      },
    },
  };
}

function requestRules(store: Store): Record<string, Rule> {
  const shown = (request: wire.StoredRequest) => rules.toAuthority(request, store.today());
  return {
    'create-consent-request': {
      run: ({ body }) => {
        const sent = wire.requestBody.parse(body);
        const found = store.findTemplate(sent.templateId);
        if (!found) return problemAnswer('invalid', { errors: { templateId: 'Skabelonen findes ikke' } });
        const request = store.put(templates.requestFrom(store.newId('cr'), found.template, sent));
        const headers = { Location: `/consents/requests/${request.id}` };
        return { status: 201, body: shown(request), headers };
      },
    },
    'get-consent-request-status': { run: (context) => ({ status: 200, body: shown(store.find(context)) }) },
    'delete-consent-request': {
      run: (context) => {
        const request = store.find(context);
        context.checkIfMatch(shown(request));
        store.put({ ...request, deleted: true });
        return { status: 204 };
      },
    },
  };
}

/** Makes the service. It writes to the authority's system through `messages`. */
export function createConsents(
  core: ServiceCore,
  messages: Pick<MessagesService, 'send'>,
): Service<wire.ConsentsSnapshot> {
  const store = new Store(core, messages);
  return {
    rules: { ...citizenRules(store), ...templateRules(store), ...requestRules(store) },
    load: (dataSet) => {
      store.state = consentsData(dataSet, store.today());
    },
    snapshot: () => store.state,
    restore: (state) => {
      store.state = state;
    },
  };
}
