/**
 * Digital Post's messages on the wire: look-up and recall, the authority's side, the log of events.
 * Source: backend contract 3 and 4, and Digital Post's guide to the administrative access, chapter 13 (domain 5).
 */
import * as z from 'zod/mini';
import { instant, requiredText, text } from './common.js';
import { consentDocument } from './consents.js';
import { cpr, cvr, messageUUID, plainDate, shownCpr } from './fields.js';

export const messageStatuses = [
  'VALIDATED',
  'AWAITING_VALUE_DATE',
  'DELIVERED',
  'RECALLED',
  'REJECTED',
] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** The events of the log of messages, in the services' own words. */
export const eventNames = [
  'Valideret',
  'Valideret – sendes efter valør',
  'Sendt til modtager efter valør',
  'Tilbagekaldt',
  'Afvist',
  'Tilgængelig for modtageren',
] as const;
export type EventName = (typeof eventNames)[number];

const label = z.optional(requiredText(255));
const asCpr = z.literal('CPR');
const asCvr = z.literal('CVR');

const sender = z.discriminatedUnion('idType', [
  z.object({ senderID: shownCpr, idType: asCpr, label }),
  z.object({ senderID: cvr, idType: asCvr, label }),
]);
const recipient = z.discriminatedUnion('idType', [
  z.object({ recipientID: shownCpr, idType: asCpr, label }),
  z.object({ recipientID: cvr, idType: asCvr, label }),
]);

/** Whether the message can be recalled; `until` is the last date, `reason` (the pilot: a problem's slug) says why not. */
const recall = z.object({
  allowed: z.boolean(),
  reason: z.optional(text(255)),
  until: z.optional(plainDate),
});

const messageFields = {
  messageUUID,
  label: requiredText(255),
  sender,
  recipient,
  doNotDeliverUntilDate: z.nullable(plainDate),
  status: z.enum(messageStatuses),
  recalledAt: z.optional(instant),
};

/** `GET /messages/{messageUUID}`. */
export const message = z.object({ ...messageFields, recall: z.optional(recall) });
export type Message = z.infer<typeof message>;

/** What is answered to a recall: the same message, now `RECALLED`. */
export const recalledMessage = z.object({
  ...messageFields,
  recall: z.optional(recall),
  status: z.literal('RECALLED'),
  recalledAt: instant,
});

/** `GET /messages/{messageUUID}/recipient`: the whole number, asked for by a person. */
export const recipientReveal = z.object({ recipientID: z.union([cpr, cvr]) });

const wholeSender = z.discriminatedUnion('idType', [
  z.object({ senderID: cpr, idType: asCpr, label }),
  z.object({ senderID: cvr, idType: asCvr, label }),
]);
const wholeRecipient = z.discriminatedUnion('idType', [
  z.object({ recipientID: cpr, idType: asCpr, label }),
  z.object({ recipientID: cvr, idType: asCvr, label }),
]);

/** Body of `POST /digital-post/messages`. Without a value date the message is delivered at once. */
export const messageBody = z.object({
  label: requiredText(255),
  sender: wholeSender,
  recipient: wholeRecipient,
  doNotDeliverUntilDate: z.optional(z.nullable(plainDate)),
});
export type MessageBody = z.infer<typeof messageBody>;

/** A message as the authority's system sees it: numbers whole, and the documentation of a consent where it is one. */
export const authorityMessage = z.object({
  ...messageFields,
  sender: wholeSender,
  recipient: wholeRecipient,
  consentAnswer: z.optional(consentDocument),
});
export type AuthorityMessage = z.infer<typeof authorityMessage>;

export const messageEvents = z.object({
  events: z.array(z.object({ time: instant, event: z.enum(eventNames) })),
});
export type MessageEvent = z.infer<typeof messageEvents>['events'][number];

/** A message as it is stored. What hangs on the clock (delivery) is worked out at each look, never stored. */
const storedMessage = z.object({
  messageUUID,
  label: requiredText(255),
  sender: wholeSender,
  recipient: wholeRecipient,
  doNotDeliverUntilDate: z.nullable(plainDate),
  sentAt: instant,
  recalledAt: z.optional(instant),
  consentAnswer: z.optional(consentDocument),
  /** Test ids only: a status that no clock changes. */
  fixedStatus: z.optional(z.enum(['VALIDATED', 'DELIVERED', 'REJECTED'])),
  /** Test ids only: the recipient's CPR number is masked until it is asked for. */
  masked: z.optional(z.boolean()),
  /** Test ids only: the answer says nothing of recall, as a simple backend's. */
  noRecallField: z.optional(z.boolean()),
});
export type StoredMessage = z.infer<typeof storedMessage>;

/** The messages' part of the pilot's state. */
export const messagesState = z.object({ messages: z.array(storedMessage) });
export type MessagesSnapshot = z.infer<typeof messagesState>;
