/** The pilot's console as a page: opened beside a pilot of its own, and what tests of it look for. */
import { openPage } from './browser-page.mjs';
import { startPilot } from './servers.mjs';

export async function openConsole(t, query, ...options) {
  const pilot = await startPilot(t, ...options);
  const opened = await openPage(t, pilot.url);
  await opened.page.goto(`${pilot.url}/pilot/${query}`);
  await opened.page.getByRole('navigation', { name: 'Menu' }).waitFor();
  return { pilot, ...opened };
}

export const settingsOf = async (pilot) => (await fetch(`${pilot.url}/pilot/settings`)).json();
export const status = (page) => page.locator('pilot-console [role=status]');
export const openTab = (page, name) =>
  page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name, exact: true }).click();

/** Types into the field that has the focus, in place of what stands there. */
export async function retype(page, text) {
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}
