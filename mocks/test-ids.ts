/** Ids in the loaded data that always give one outcome, by a name that says which. */

export interface TestId {
  readonly id: string;
  /** What it always gives, in docs/pilot.md. */
  readonly what: string;
}

/** Rows of the table in docs/pilot.md, as Markdown; a test compares them with the file. */
export function testIdRows(ids: Readonly<Record<string, TestId>>): string[] {
  return Object.entries(ids).map(([name, { id, what }]) => `| \`${id}\` | \`${name}\` | ${what} |`);
}
