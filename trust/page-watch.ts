/** Keeps what goes wrong on the page beside the tests: exceptions, rejections that nobody handles, console lines. */
export function watchPage() {
  const found: string[] = [];
  const lines: string[] = [];
  const { warn, error } = console;
  const keep = (event: Event) => {
    const reason: unknown =
      event instanceof PromiseRejectionEvent ? event.reason : (event as ErrorEvent).error;
    found.push(
      `${event.type}: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`,
    );
  };
  before(() => {
    window.addEventListener('error', keep);
    window.addEventListener('unhandledrejection', keep);
    console.warn = console.error = (...parts: unknown[]) => lines.push(parts.map(String).join(' '));
  });
  after(() => {
    window.removeEventListener('error', keep);
    window.removeEventListener('unhandledrejection', keep);
    Object.assign(console, { warn, error });
  });
  return { found, lines };
}
