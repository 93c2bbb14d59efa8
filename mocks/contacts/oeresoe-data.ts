/**
 * Region Øresø, made up: hospitals as organisational units, divided by department, some points at the top level with no
 * group at all, and the same points in every hospital. Its service sends groups as bare ids.
 */
import type { StoredGroup, StoredPoint } from '../contract/contacts-authority.js';
import { StructureBuilder } from './builder.js';
import { OERESOE, OERESOE_ID } from './ids.js';
import { readOutline } from './outline.js';

/** Hospital → its departments. */
const hospitals: Readonly<Record<string, string>> = {
  'Øresø Hospital':
    'Akutmodtagelsen, Billeder og røntgen, Blodprøver, Børn og unge, Fødsler og gynækologi, Hjerte, Hud, Kirurgi, ' +
    'Knogler og led, Kræft, Lunger, Neurologi, Nyrer, Øjne, Øre-næse-hals',
  'Fjordby Sygehus':
    'Akutmodtagelsen, Billeder og røntgen, Blodprøver, Fødsler og gynækologi, Kirurgi, Medicin',
  'Nordre Hospital': 'Akutmodtagelsen, Blodprøver, Genoptræning, Medicin, Ældre',
  'Æblerø Sygehus': 'Akutmodtagelsen, Blodprøver, Medicin',
  'Børnehospitalet Spiren': 'Akutmodtagelsen, Børnekirurgi, Nyfødte, Smerter, Ungdomsmedicin',
  'Psykiatrien Ådalen': 'Akut psykiatri, Angst, Børn og unge, Spiseforstyrrelser, Ældre',
};

const inDepartment = readOutline(`
Afdeling
  - Aflys eller flyt en tid | tid, afbud | Skriv, hvilken tid det er | b
  - Spørgsmål til din behandling | behandling, svar | Ikke ved akut sygdom | b
  - Henvisning | læge, henvisning | For praktiserende læger og kommuner | vm
  - Kopi af journal | journal, aktindsigt | Til dig eller den, du giver fuldmagt | bvm
`)[0];

const inHospital = readOutline(`
Hospital
  - Klager om sagsbehandlingstid | klage, ventetid | Når svaret lader vente på sig | bvm
  - Ros, ris og forslag | ros, klage | Fortæl, hvordan du er blevet behandlet | b
  - Pressehenvendelser | presse | For journalister | v
`)[0];

const regional = readOutline(`
Patienter og pårørende | Rettigheder, ventetid og kørsel
  - Kørsel og befordring | taxa, transport | Til og fra behandling | b
  - Frit sygehusvalg | ventetid, valg | Vælg et andet hospital | b
  - Erstatning | patientskade | Når noget er gået galt | b
Læger og tandlæger | Aftaler og klager
  - Klage over læge | klage, læge | Om service og adgang | b
  - Afregning med klinikker | honorar, faktura | For læger og tandlæger | v
Jord, miljø og råstoffer | Undergrund og forurening
  - Forurenet grund | jord, forurening | Oplysninger om en grund | bvm
  - Råstoffer | grus, sand | Tilladelser til at grave | v
Kollektiv trafik | Busser og tog i regionen
  - Ros og ris til bussen | bus, klage | Skriv linje, dag og tid | b
Job og uddannelse | Arbejd i regionen
  - Ledige stillinger | job, stilling | Spørgsmål om en stilling | b
  - Elever og praktik | elev, praktik | Plads som elev | bm
Leverandører | Handel med regionen
  - Faktura | faktura, ean | Spørgsmål om betaling | v
  - Udbud | udbud, tilbud | Spørgsmål til et udbud | v
`);

const topLevel = readOutline(`
Øverst
  - Region Øresø | hovedpostkasse | Hvis intet andet passer | bvm
  - Databeskyttelsesrådgiver | persondata, gdpr | Spørgsmål om dine oplysninger | bv
  - Aktindsigt | indsigt, sag | I regionens egne sager | bvm
`)[0];

function addHospital(builder: StructureBuilder, name: string, departments: string): string {
  const hospital = builder.group({ name, description: 'Skriv til hospitalet', organisationalUnit: true });
  for (const point of inHospital?.points ?? []) builder.point(point, hospital);
  for (const department of departments.split(',')) {
    const id = builder.group({ name: department.trim(), description: '' }, hospital);
    for (const point of inDepartment?.points ?? []) builder.point(point, id);
  }
  return hospital;
}

/** SOR codes name a place in the health service: one for each point that has no code yet. */
function withSor(point: StoredPoint, index: number): StoredPoint {
  if (point.contactPointCodes.length > 0) return point;
  const code = { type: 'SOR', code: String(990_000_100_000 + index), name: 'Opdigtet enhed' };
  return { ...point, contactPointCodes: [code] };
}

export function oeresoeStructure(): { groups: StoredGroup[]; points: StoredPoint[] } {
  const builder = new StructureBuilder({
    organisationId: OERESOE_ID,
    mark: OERESOE,
    firstGroup: 1,
    firstPoint: 1001,
  });
  const ids = Object.entries(hospitals).map(([name, departments]) => addHospital(builder, name, departments));
  // One point in all hospitals, and one department under two of them.
  const advisers = { name: 'Patientvejleder', keywords: ['råd', 'rettigheder'], description: '' };
  builder.point({ ...advisers, targets: ['CITIZEN'] }, ...ids);
  const shared = builder.group(
    { name: 'Fælles ambulatorium', description: 'For to hospitaler' },
    ...ids.slice(1, 3),
  );
  for (const point of inDepartment?.points ?? []) builder.point(point, shared);
  builder.outline(regional, []);
  for (const point of topLevel?.points ?? []) builder.point(point);
  return { groups: builder.groups, points: builder.points.map(withSor) };
}
