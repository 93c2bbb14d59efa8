/** The OpenAPI document as others see it: a public linter, the pilot's answer, the page for people. */
import { createConfig, lintFromString } from '@redocly/openapi-core';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { DOCS_POLICY, DOCS_STYLE } from '../pilot/docs-page.js';
import { test } from '../testing/node-test.js';
import { testPilot } from '../testing/test-pilot.js';
import { version } from '../version.js';
import { problemTypes } from './common.js';
import { endpoints } from './endpoints.js';
import { buildOpenApi } from './openapi.js';

test('a public linter has nothing to say', async () => {
  const rules = {
    // The address of the pilot's page for people is the contract's.
    'no-path-trailing-slash': 'off',
    // Of the pilot's own controls some cannot fail; all others are looked at below.
    'operation-4xx-response': 'off',
  } as const;
  const config = await createConfig({ extends: ['recommended'], rules });
  const problems = await lintFromString({ source: JSON.stringify(buildOpenApi(version)), config });
  const found = problems.map(
    ({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`,
  );
  assert.deepEqual(found, []);
});

test('the linter would find a mistake', async () => {
  const document = buildOpenApi(version);
  const broken = JSON.stringify(document).replace(
    '"#/components/schemas/Problem"',
    '"#/components/schemas/Nowhere"',
  );
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source: broken, config });
  assert.ok(problems.some(({ ruleId }) => ruleId === 'no-unresolved-refs'));
});

interface Media {
  readonly schema?: unknown;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, unknown>>;
}
interface Operation {
  readonly requestBody?: { readonly content: Record<string, Media> };
  readonly responses: Record<string, { readonly content?: Record<string, Media> }>;
}

test('every endpoint has an example of each body, and each problem with its type', () => {
  const paths = buildOpenApi(version)['paths'] as Record<string, Record<string, Operation>>;
  for (const { id, method, path, problems, side } of endpoints) {
    const operation = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    assert.ok(operation, id);
    const contents = [operation.requestBody, ...Object.values(operation.responses)].map(
      (one) => one?.content ?? {},
    );
    for (const media of contents.flatMap((one) => Object.values(one)))
      assert.ok(!media.schema || media.example !== undefined || media.examples, `${id} has no example`);
    for (const slug of problems) {
      const answer = operation.responses[problemTypes[slug].status];
      const example = answer?.content?.['application/problem+json']?.examples?.[slug];
      assert.match(JSON.stringify(example), new RegExp(`problems/${slug}"`), `${id} ${slug}`);
    }
    if (side === 'user' || side === 'authority') assert.ok(problems.includes('not-authenticated'), id);
  }
});

test('the pilot serves the document and the page; the page runs nothing and escapes all', async () => {
  const { ask } = testPilot();
  const document = await ask('GET', '/openapi.json');
  assert.deepEqual([document.status, document.body], [200, buildOpenApi(version)]);
  const page = await ask('GET', '/docs');
  assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.equal(page.headers.get('content-security-policy'), DOCS_POLICY);
  assert.doesNotMatch(page.text, /<script|<p>Indberet antallet|style="|undefined|\[object/);
  for (const { id, summary } of endpoints) {
    assert.ok(page.text.includes(`id="${id}"`), id);
    assert.ok(page.text.includes(summary.replaceAll('"', '&#34;').replaceAll("'", '&#39;')), summary);
  }
  const ids = [...page.text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length, 'each id once');
  for (const [, target] of page.text.matchAll(/href="#([^"]*)"/g)) assert.ok(ids.includes(target), target);
});

test("the policy has the style's hash", () => {
  const hash = createHash('sha256').update(DOCS_STYLE).digest('base64');
  assert.ok(DOCS_POLICY.includes(`'sha256-${hash}'`), hash);
});
