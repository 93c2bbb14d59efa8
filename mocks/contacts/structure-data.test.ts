/** The made-up structures hold what real ones hold. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractBreaches } from '../contract/common.js';
import {
  storedGroup,
  storedPoint,
  type StoredGroup,
  type StoredPoint,
} from '../contract/contacts-authority.js';
import { test } from '../testing/node-test.js';
import { testIdRows } from '../test-ids.js';
import { LAST_POINT_NAME, generateStructure } from './generate-structure.js';
import { FJORDBY_ID, OERESOE_ID, namedIds } from './ids.js';
import { readOutline } from './outline.js';
import { StructureView, isUsable, levelsOf } from './structure.js';
import { contactGroupTestIds, contactPointTestIds, organisationTestIds } from './test-ids.js';
import { structureOf } from './test-data.js';

const options = { seed: 1, structureSize: 500 };
const view = new StructureView(structureOf('default', options));
const groups = view.groupsOf(FJORDBY_ID);
const points = view.pointsOf(FJORDBY_ID);

function inGroup(id: string): readonly StoredPoint[] {
  return points.filter((point) => point.contactGroups.some((group) => group.id === id));
}

const countBy = <Item>(items: readonly Item[], holds: (item: Item) => boolean) => items.filter(holds).length;

function assertSound(allGroups: readonly StoredGroup[], allPoints: readonly StoredPoint[]): void {
  for (const group of allGroups) assert.deepEqual(contractBreaches(storedGroup, group), [], group.name);
  for (const point of allPoints) assert.deepEqual(contractBreaches(storedPoint, point), [], point.name);
  const known = new Set(allGroups.map(({ id }) => id));
  assert.equal(known.size, allGroups.length, 'ids once');
  assert.equal(new Set(allPoints.map(({ id }) => id)).size, allPoints.length, 'ids once');
  for (const { contactGroups } of allPoints) assert.ok(contactGroups.every(({ id }) => known.has(id)));
  for (const { parents } of allGroups) assert.ok(parents.every(({ id }) => known.has(id)));
  assert.ok(levelsOf(new Map(allGroups.map((group) => [group.id, group]))), 'no cycle');
}

test('all made-up structures are sound and within every limit', () => {
  assertSound([...view.groups.values()], [...view.points.values()]);
  assert.deepEqual(structureOf('empty', options).points, []);
});

test('Fjordby Kommune: 124 groups over four levels and 891 points, the same each time', () => {
  assert.equal(groups.length, 124);
  assert.equal(points.length, 891);
  const levels = levelsOf(new Map(groups.map((group) => [group.id, group])));
  assert.equal(Math.max(...(levels?.values() ?? [])), 4);
  const again = structureOf('default', { seed: 9, structureSize: 1 });
  assert.equal(JSON.stringify(again.points), JSON.stringify(structureOf('default', options).points));
});

test('Fjordby Kommune: one root named like the authority, and ID → Pas → Fornyelse af pas under it', () => {
  const tops = groups.filter(({ parents }) => parents.length === 0);
  assert.deepEqual(
    tops.map(({ name, description }) => [name, description]),
    [['Fjordby Kommune', 'Change me']],
  );
  const [point] = inGroup(namedIds.group.passport);
  assert.equal(point?.name, 'Fornyelse af pas');
  const path = view.nested(namedIds.group.passport);
  assert.deepEqual(
    [path?.name, path?.parent?.name, path?.parent?.parent?.name],
    ['Pas', 'ID', 'Fjordby Kommune'],
  );
});

test('Fjordby Kommune holds all that real structures hold', () => {
  const holds: Readonly<Record<string, (point: StoredPoint) => boolean>> = {
    'several groups': ({ contactGroups }) => contactGroups.length > 1,
    'no group': ({ contactGroups }) => contactGroups.length === 0,
    'Change me': ({ description }) => description === 'Change me',
    hidden: ({ visible }) => !visible,
    inactive: ({ active }) => !active,
    'no receiving system': ({ receivingSystem }) => receivingSystem === null,
    'hidden and usable': (point) => !point.visible && isUsable(point),
    'citizens only': ({ targets }) => targets.join() === 'CITIZEN',
    'companies only': ({ targets }) => targets.join() === 'COMPANY',
    'authorities only': ({ targets }) => targets.join() === 'AUTHORITY',
    'external link': ({ externalLink }) => externalLink !== undefined,
    'one information field': ({ recommendedAttributes }) => recommendedAttributes.length === 1,
    'two information fields': ({ recommendedAttributes }) => recommendedAttributes.length === 2,
    'lower size': ({ memoSizeThresholdMB }) => memoSizeThresholdMB < 99.5,
    'fewer attachments': ({ allowedNumberOfAttachments }) => allowedNumberOfAttachments < 10,
    'internal note': ({ internalNote }) => internalNote !== '',
    'no keywords': ({ searchTerms }) => searchTerms.length === 0,
  };
  for (const [what, filter] of Object.entries(holds)) assert.ok(countBy(points, filter) > 0, what);
  assert.ok(countBy(groups, ({ parents }) => parents.length === 2) > 0, 'two parents');
  assert.ok(inGroup(namedIds.group.large).length > 100, 'a large group');
  assert.equal(
    countBy(points, ({ name }) => name === 'Aktindsigt'),
    2,
  );
  const types = new Set(points.flatMap(({ contactPointCodes }) => contactPointCodes.map(({ type }) => type)));
  assert.deepEqual([...types].sort(), ['EAN/GLN', 'FORM', 'KLE', 'SOR', 'USER']);
});

test('points with a limit reach it exactly', () => {
  const longest = view.points.get(namedIds.point.longest);
  assert.deepEqual([longest?.name.length, longest?.description.length], [50, 250]);
  const [terms, fields] = [longest?.searchTerms ?? [], longest?.recommendedAttributes ?? []];
  assert.deepEqual([terms[0]?.term.length, fields[0]?.name.length], [30, 25]);
  const codes = view.points.get(namedIds.point.allCodes)?.contactPointCodes ?? [];
  assert.equal(
    countBy(codes, ({ type }) => type === 'USER'),
    10,
  );
});

test('Region Øresø: hospitals as units at the top, a point in all, a group under two, points with no group', () => {
  const regional = view.groupsOf(OERESOE_ID);
  const units = regional.filter(({ organisationalUnit }) => organisationalUnit);
  assert.equal(units.length, 6);
  assert.ok(units.every(({ parents }) => parents.length === 0));
  const regionalPoints = view.pointsOf(OERESOE_ID);
  assert.ok(countBy(regionalPoints, ({ contactGroups }) => contactGroups.length === 6) === 1);
  assert.ok(countBy(regionalPoints, ({ contactGroups }) => contactGroups.length === 0) >= 3);
  assert.equal(
    countBy(regional, ({ parents }) => parents.length === 2),
    1,
  );
  assert.ok(countBy(regionalPoints, ({ name }) => name === 'Klager om sagsbehandlingstid') === 6);
  assert.deepEqual([regional.length, regionalPoints.length], [52, 194]);
});

test('generated structures: any size, sound, the same for the same seed, the last point findable', () => {
  for (const size of [0, 1, 2, 150, 151, 1000, 2345]) {
    const made = generateStructure({ points: size });
    assert.equal(made.points.length, size);
    assertSound(made.groups, made.points);
    assert.equal(
      countBy(made.groups, ({ parents }) => parents.length === 0),
      1,
      'one root',
    );
    assert.equal(
      countBy(made.points, ({ name }) => name === LAST_POINT_NAME),
      Math.min(size, 1),
    );
    assert.equal(JSON.stringify(generateStructure({ points: size, seed: 1 })), JSON.stringify(made));
  }
  const big = generateStructure({ points: 1000 });
  assert.notEqual(JSON.stringify(generateStructure({ points: 1000, seed: 2 })), JSON.stringify(big));
  assert.ok(countBy(big.points, ({ contactGroups }) => contactGroups.length > 1) > 10);
  assert.ok(countBy(big.groups, ({ parents }) => parents.length > 1) > 1);
});

test('outlines: levels, points, audiences, keywords left out', () => {
  const [top] = readOutline('A | a\n  B\n    - P | x, y | z | bm\n    - Å. Æ\n  C\n');
  assert.deepEqual(
    top?.groups.map(({ name }) => name),
    ['B', 'C'],
  );
  assert.deepEqual(top.groups[0]?.points, [
    { name: 'P', keywords: ['x', 'y'], description: 'z', targets: ['CITIZEN', 'AUTHORITY'] },
    { name: 'Å. Æ', keywords: ['å'], description: '', targets: ['CITIZEN', 'COMPANY', 'AUTHORITY'] },
  ]);
  assert.throws(() => readOutline('A\n    - P'), /no group above/);
});

test('the tables of test ids in docs/pilot.md are the code’s', () => {
  const page = readFileSync(join(process.cwd(), 'docs/pilot.md'), 'utf8').replace(/ +/g, ' ');
  const rows = [organisationTestIds, contactPointTestIds, contactGroupTestIds].flatMap((ids) =>
    testIdRows(ids),
  );
  for (const row of rows) assert.ok(page.includes(row), row);
});
