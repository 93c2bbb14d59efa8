import { expect } from '@open-wc/testing';
import * as stories from './contact-point-picker.stories.js';
import { testStories } from './story-tests.js';

/** Stories in which the developer is told something. */
const TOLD = /Gone|Unknown|OfAnother|Failed|Incomplete|Hostile|Forbidden|Unauthorised|Error|Broken/;

testStories('contact point picker', stories, ({ name, lines }) => {
  expect(lines.length > 0).to.equal(TOLD.test(name));
});
