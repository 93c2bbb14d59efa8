/** What an authority can push: one row of data each; the form, the list, curl and the widget are made from it. */
import type { TemplateResult } from 'lit/html.js';
import { omit } from '../mocks/omit.js';
import type { Field } from './fields.js';
import type { Pair } from './pair.js';

/** Something stored, as the pilot gives it. */
export type Item = Readonly<Record<string, unknown>>;

export interface Resource {
  /** Also its name in the address: `?tab=frister`. */
  readonly id: string;
  readonly path: string;
  readonly name: Pair;
  /** One of them, as in a sentence: `en frist`, `a deadline`. */
  readonly one: Pair;
  readonly about: Pair;
  readonly fields: readonly Field[];
  /** Name of the list in a page of `GET path`. */
  readonly listName?: string;
  /** Where there is no list to ask for: found in `GET /pilot/state`. */
  readonly inState?: (services: Readonly<Record<string, unknown>>) => readonly Item[];
  /** Default `id`. */
  readonly idName?: string;
  /** What the pilot tells beside the id, and takes from nobody. */
  readonly readOnly?: readonly string[];
  readonly title: (item: Item) => string;
  /** What is worth knowing at a glance. */
  readonly facts: (item: Item) => readonly unknown[];
  /** States that it can be moved through; the field is `status`. */
  readonly states?: readonly string[];
  readonly canChange?: boolean;
  readonly canDelete?: boolean;
  /** The widget that users meet it in. `id`: the one that was sent, changed or chosen last. */
  readonly widget: (id: string | undefined, fallback: TemplateResult) => TemplateResult;
  /** The widget shows one at a time: each row gets a button for it. */
  readonly showsOne?: boolean;
  /** The widget does not ask again by itself. */
  readonly reloads?: boolean;
}

/** Something stored and what it is one of, as the list tells its form of it. */
export interface StoredItem {
  readonly resource: Resource;
  readonly item: Item;
}

/** The field of a stored thing as text. */
export function textOf(item: Item, name: string): string {
  const value = item[name];
  return typeof value === 'string' ? value : '';
}

export const idOf = ({ idName = 'id' }: Resource, item: Item) => textOf(item, idName);

/** What of something stored a PUT may carry. */
export function writableOf({ idName = 'id', readOnly = [] }: Resource, item: Item): Record<string, unknown> {
  return omit(item, idName, ...readOnly);
}
