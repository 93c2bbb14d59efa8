/** What happened, told to the page's one status region; bubbles up to the console. */
export interface Told {
  readonly text: string;
  readonly isError?: boolean;
  /** Something is stored otherwise than before. */
  readonly isChange?: boolean;
}

export class ToldEvent extends CustomEvent<Told> {
  constructor(detail: Told) {
    super('pilot-told', { detail, bubbles: true, composed: true });
  }
}
