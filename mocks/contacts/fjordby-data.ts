/** Fjordby Kommune, made up: some 120 groups over four levels and 900 points, by subject. */
import type { StoredGroup, StoredPoint } from '../contract/contacts-authority.js';
import { targets } from '../contract/contacts.js';
import { StructureBuilder } from './builder.js';
import { fjordbySubjects } from './fjordby-outline.js';
import { fjordbyMoreSubjects } from './fjordby-outline-2.js';
import { houses, placeKinds } from './fjordby-places.js';
import { specialGroups, specialPoints } from './fjordby-specials.js';
import { FJORDBY, FJORDBY_ID, namedIds, reference } from './ids.js';
import { readOutline } from './outline.js';

const { root, large, id: idGroup } = namedIds.group;

function addPlaces(builder: StructureBuilder, subjects: Readonly<Record<string, string>>): void {
  for (const { subject, group, description, places, points } of placeKinds) {
    const above = builder.group({ name: group, description }, subjects[subject] ?? root);
    for (const place of places) {
      // As with real ones, nobody has changed the description.
      const id = builder.group({ name: place, description: 'Change me' }, above);
      for (const [name, keywords] of Object.entries(points))
        builder.point({ name, keywords, description: '', targets: ['CITIZEN'] }, id);
    }
  }
}

function addHouses(builder: StructureBuilder): void {
  for (const name of houses)
    builder.point({ name, keywords: ['pasning', 'børn'], description: '', targets: [...targets] }, large);
}

/** The large group stands under its subject, which has its id only now. */
function placed(groups: readonly StoredGroup[], parent: string): StoredGroup[] {
  return groups.map((group) => (group.id === large ? { ...group, parents: [reference(parent)] } : group));
}

export function fjordbyStructure(): { groups: StoredGroup[]; points: StoredPoint[] } {
  const builder = new StructureBuilder({
    organisationId: FJORDBY_ID,
    mark: FJORDBY,
    firstGroup: 101,
    firstPoint: 2001,
  });
  const branches = readOutline(fjordbySubjects + fjordbyMoreSubjects);
  const subjects = builder.outline(branches, [root], { ID: idGroup });
  addPlaces(builder, subjects);
  addHouses(builder);
  return {
    groups: [...placed(specialGroups(), subjects['Familie og børn'] ?? root), ...builder.groups],
    points: [...specialPoints(), ...builder.points],
  };
}
