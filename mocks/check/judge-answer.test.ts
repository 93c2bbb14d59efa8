/** What the check and the widgets must read alike. */
import assert from 'node:assert/strict';
import { errorFromResponse } from '../../components/shared/backend/backend-error.js';
import { test } from '../testing/node-test.js';
import { slugOf } from './judge-answer.js';

test('the check reads a slug where the widgets read it, and no other', () => {
  const slug = 'already-recalled';
  for (const [type, read] of [
    [`https://backend.example/problems/${slug}`, slug],
    [`https://backend.example/problems/${slug}/`, slug],
    [`https://backend.example/problems#${slug}`, slug],
    [`https://backend.example/problems?type=${slug}`, slug],
    [`urn:problem:${slug}`, slug],
    [slug, slug],
    [`https://backend.example/problems/${slug}.html`, 'html'],
    [`https://backend.example/problems/${slug}?`, undefined],
    ['', undefined],
    [7, undefined],
  ] as const) {
    const body = { type };
    const answer = { status: 409, headers: new Headers(), text: '', isUtf8: true, body };
    assert.equal(slugOf(answer), read, String(type));
    const response = new Response(null, { status: 409 });
    const { info } = errorFromResponse(response, body, { instant: 0, where: '', known: [slug] });
    assert.equal(info.code === slug, read === slug, String(type));
    assert.equal(info.problem !== undefined, read !== undefined, String(type));
  }
});
