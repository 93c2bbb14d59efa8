/** A whole page in Playwright against the pilot over HTTP. Roles and names reach into the widgets by themselves. */
import { expect, test } from '@playwright/test';

const PILOT = 'http://127.0.0.1:5230';

test.beforeEach(async ({ request }) => {
  await request.post(`${PILOT}/pilot/reset`);
});

test('the user opens a deadline', async ({ page }) => {
  await page.goto('/');
  const row = page.getByRole('button', { name: /Indsend årsregnskab/ });
  await row.click();
  await expect(row).toHaveAttribute('aria-expanded', 'true');
});

test('what the authority sends appears by itself', async ({ page, request }) => {
  await request.put(`${PILOT}/pilot/index-delay`, { data: { ms: 0 } });
  await page.goto('/');
  await page.locator('skranke-deadline-list:state(ready)').waitFor();
  await page.locator('skranke-deadline-list').evaluate((list) => (list.refreshSeconds = 1));
  await request.post(`${PILOT}/calendar/1/frister`, {
    data: { overskrift: 'Ny frist', fristDato: '23-11-2026', modtagere: '' },
  });
  await expect(page.getByText('Ny frist')).toBeVisible();
});

test('a 401 asks the host to sign the user in', async ({ page, request }) => {
  await request.put(`${PILOT}/pilot/scenario`, { data: { name: 'unauthorised' } });
  await page.addInitScript(() => {
    document.addEventListener('skranke-auth-required', () => (document.title = 'Log ind'));
  });
  await page.goto('/');
  await expect(page).toHaveTitle('Log ind');
});
