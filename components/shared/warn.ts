/**
 * One line for the developer of the host page. It holds codes, path templates and statuses only, never a value
 * that came from the backend or the user.
 */
export function warn(text: string): void {
  console.warn(`[skranke] ${text}`);
}
