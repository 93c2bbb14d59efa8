/** Slow devices read the file only after the click; then the memory is given back. */
const KEEP_MS = 10_000;

/** Hands the user a file to save. Made in the browser: nothing is sent, and no picture is loaded (CSP). */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
}
