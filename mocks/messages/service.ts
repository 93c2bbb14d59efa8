/** Digital Post's messages in the pilot: their data, and the rules behind their endpoints. */
import { dateInCopenhagen } from '../../components/shared/i18n/dates.js';
import * as wire from '../contract/messages.js';
import { timeInCopenhagen } from '../copenhagen.js';
import { ProblemError, problemAnswer } from '../pilot/answer.js';
import type { Rule, RuleContext, Service, ServiceCore } from '../pilot/service.js';
import * as rules from './rules.js';
import { messagesData } from './test-data.js';

/** What is needed to send a message; the rest is made. */
export type MessageDraft = wire.MessageBody & Pick<wire.StoredMessage, 'consentAnswer'>;

export interface MessagesService extends Service<wire.MessagesSnapshot> {
  /** Sends a message now. For other services, that write to an authority's system. */
  send(draft: MessageDraft): wire.StoredMessage;
}

/** A version 4 UUID that ends in the id's number: the same ones in every run. */
export function messageUUID(newId: string): string {
  const number = newId.replace(/\D/g, '');
  return `2f1d3b54-8a0c-4c56-9b1e-${'7c2d5e6f0000'.slice(0, 12 - number.length)}${number}`;
}

class Store {
  #messages: readonly wire.StoredMessage[] = [];

  constructor(private readonly core: ServiceCore) {}

  get messages(): readonly wire.StoredMessage[] {
    return this.#messages;
  }

  /** Parsed, so that wrong test data fail at once and fields stand in one order (entity tags are made of the text). */
  set messages(messages: readonly wire.StoredMessage[]) {
    this.#messages = wire.messagesState.parse({ messages }).messages;
  }

  today(): string {
    return dateInCopenhagen(this.core.now());
  }

  /** A message by its id in any case, or the problem `not-found`. */
  find({ params }: RuleContext): wire.StoredMessage {
    const wanted = (params['messageUUID'] ?? '').toLowerCase();
    const found = this.#messages.find((message) => message.messageUUID === wanted);
    if (!found) throw new ProblemError(problemAnswer('not-found'));
    return found;
  }

  /** Like `find`, for a case worker: 403 before anything is told of another authority's post. */
  findOwn(context: RuleContext): wire.StoredMessage {
    const found = this.find(context);
    if (rules.isForeign(found)) throw new ProblemError(problemAnswer('not-permitted'));
    return found;
  }

  send(draft: MessageDraft): wire.StoredMessage {
    const sent: wire.StoredMessage = {
      ...draft,
      messageUUID: messageUUID(this.core.newId('m')),
      doNotDeliverUntilDate: draft.doNotDeliverUntilDate ?? null,
      sentAt: timeInCopenhagen(this.core.now()),
    };
    this.messages = [...this.#messages, sent];
    return sent;
  }

  recall(message: wire.StoredMessage): wire.StoredMessage {
    const recalled = { ...message, recalledAt: timeInCopenhagen(this.core.now()) };
    this.messages = this.#messages.map((other) => (other === message ? recalled : other));
    return recalled;
  }
}

function caseworkerRules(store: Store): Record<string, Rule> {
  const shown = (message: wire.StoredMessage, { persona }: RuleContext) =>
    rules.toMessage(message, store.today(), persona !== 'caseworker-limited');
  return {
    'get-message': {
      run: (context) => ({ status: 200, body: shown(store.findOwn(context), context) }),
    },
    'get-message-recipient': {
      run: (context) => {
        const { recipientID } = store.findOwn(context).recipient;
        return { status: 200, body: { recipientID } };
      },
    },
    'recall-message': {
      run: (context) => {
        const message = store.findOwn(context);
        const problem = rules.recallProblem(message, store.today());
        if (problem) return problemAnswer(problem);
        context.checkIfMatch(shown(message, context));
        return { status: 200, body: shown(store.recall(message), context) };
      },
    },
  };
}

function authorityRules(store: Store): Record<string, Rule> {
  const shown = (message: wire.StoredMessage) => rules.toAuthority(message, store.today());
  return {
    'send-message': {
      run: ({ body }) => {
        const sent = store.send(wire.messageBody.parse(body));
        const headers = { Location: `/digital-post/messages/${sent.messageUUID}` };
        return { status: 201, body: shown(sent), headers };
      },
    },
    'get-sent-message': { run: (context) => ({ status: 200, body: shown(store.find(context)) }) },
    'get-message-events': {
      run: (context) => ({
        status: 200,
        body: { events: rules.eventsOf(store.find(context), store.today()) },
      }),
    },
  };
}

/** Makes the service. */
export function createMessages(core: ServiceCore): MessagesService {
  const store = new Store(core);
  return {
    rules: { ...caseworkerRules(store), ...authorityRules(store) },
    send: (draft) => store.send(draft),
    load: (dataSet) => {
      store.messages = messagesData(dataSet, store.today());
    },
    snapshot: () => ({ messages: [...store.messages] }),
    restore: ({ messages }) => {
      store.messages = messages;
    },
  };
}
