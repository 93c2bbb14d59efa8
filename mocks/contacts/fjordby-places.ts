/** Fjordby Kommune's schools, homes, libraries and halls: each a group of its own, with the same points in each. Made up. */

/** A kind of place: the group that it stands in, the places, and what one can write to each of them about. */
export interface PlaceKind {
  readonly subject: string;
  readonly group: string;
  readonly description: string;
  readonly places: readonly string[];
  /** Name → keywords. */
  readonly points: Readonly<Record<string, readonly string[]>>;
}

const list = (text: string) => text.split(',').map((part) => part.trim());

export const placeKinds: readonly PlaceKind[] = [
  {
    subject: 'Skole og uddannelse',
    group: 'Folkeskoler',
    description: 'Skriv til skolen',
    places: list(
      'Bøgeskolen, Egeskolen, Birkeskolen, Elmeskolen, Askeskolen, Lindeskolen, Pileskolen, Rønneskolen, Hasselskolen, ' +
        'Ahornskolen, Fyrreskolen, Granskolen, Åskolen, Søskolen, Strandskolen, Bakkeskolen, Engskolen, Moseskolen, ' +
        'Havneskolen, Vangeskolen, Lyngskolen, Tjørneskolen, Kløverskolen, Ærteskolen, Østre Skole, Vestre Skole, ' +
        'Nordre Skole, Søndre Skole',
    ),
    points: {
      Kontoret: ['skole', 'sekretær'],
      Skoleleder: ['leder'],
      'Indskolingen, 0.-3. klasse': ['lærer', 'klasse'],
      'Mellemtrinnet, 4.-6. klasse': ['lærer', 'klasse'],
      'Udskolingen, 7.-9. klasse': ['lærer', 'klasse'],
      'SFO og klub': ['fritid', 'pasning'],
      'Fravær og fri': ['ferie', 'sygdom'],
      'Skift af skole': ['flytning', 'udmeldelse'],
      Skolebestyrelsen: ['bestyrelse', 'forældre'],
      Skolepsykolog: ['ppr', 'trivsel'],
      Tandplejen: ['tandlæge'],
      'Leje af lokaler': ['lokale', 'forening'],
    },
  },
  {
    subject: 'Sundhed og ældre',
    group: 'Plejehjem',
    description: 'Skriv til plejehjemmet',
    places: list(
      'Plejehjemmet Solgården, Plejehjemmet Ådalen, Plejehjemmet Bøgely, Plejehjemmet Havblik, Plejehjemmet Rosenhaven, ' +
        'Plejehjemmet Skovbrynet, Plejehjemmet Engbo, Plejehjemmet Kildevang, Plejehjemmet Birkelund, Plejehjemmet Østerled, ' +
        'Plejehjemmet Møllegården, Plejehjemmet Lærken, Plejehjemmet Æblehaven, Plejehjemmet Fyrtårnet',
    ),
    points: {
      Forstander: ['leder'],
      Sygeplejersken: ['medicin', 'pleje'],
      'Ansøgning om plads': ['venteliste', 'bolig'],
      'Besøg og rundvisning': ['besøg'],
      'Mad og diæt': ['mad'],
      'Aktiviteter og frivillige': ['frivillig'],
      'Vask og tøj': ['tøj'],
      Betaling: ['husleje', 'regning'],
      'Bruger- og pårørenderådet': ['pårørende'],
      'Glemte ting': ['hittegods'],
    },
  },
  {
    subject: 'Kultur og fritid',
    group: 'Biblioteker',
    description: 'Bøger, rum og hjælp',
    places: list(
      'Hovedbiblioteket, Ågade Bibliotek, Havnebiblioteket, Skovby Bibliotek, Æblerø Bibliotek, Vestre Bibliotek, ' +
        'Nordre Bibliotek, Bogbussen, Musikbiblioteket',
    ),
    points: {
      'Lån og fornyelse': ['bøger', 'lån'],
      'Gebyr og erstatning': ['gebyr'],
      'Book et rum': ['lokale'],
      'It-hjælp': ['computer', 'mitid'],
      Børnebiblioteket: ['børn', 'læsning'],
      Arrangementer: ['foredrag'],
      'Forslag til indkøb': ['indkøb'],
    },
  },
  {
    subject: 'Kultur og fritid',
    group: 'Idrætsanlæg',
    description: 'Haller, baner og svømmehal',
    places: list(
      'Fjordbyhallen, Østre Hal, Vestre Hal, Svømmehallen, Skøjtehallen, Atletikstadion, Skaterhallen, Tennisanlægget, Roklubben',
    ),
    points: {
      'Book en tid': ['booking', 'bane'],
      'Sæson og hold': ['hold', 'forening'],
      'Priser og kort': ['pris', 'klippekort'],
      'Skader på anlægget': ['skade'],
      Stævner: ['stævne', 'arrangement'],
      'Glemte ting': ['hittegods'],
      Halinspektør: ['leder'],
    },
  },
];

const HOUSES = ['Børnehaven', 'Vuggestuen', 'Børnehuset'] as const;
const NAMES = list(
  'Mælkebøtten, Solstrålen, Spiren, Myretuen, Bien, Humlebien, Sommerfuglen, Guldsmeden, Græshoppen, Snegleskallen, Frøen, ' +
    'Haletudsen, Ænderne, Svanen, Viben, Lærken, Spurven, Musvitten, Uglen, Ørnen, Egernet, Pindsvinet, Haren, Ræven, ' +
    'Bæveren, Odderen, Muldvarpen, Kornblomsten, Klokkeblomsten, Anemonen, Vintergækken, Hyacinten, Violen, Kastanjen, ' +
    'Bøgebladet, Agernet, Æblet, Pæren, Kirsebærret, Jordbærret, Hindbærret, Brombærret, Tyttebærret, Åkanden',
);

/** 130 day nurseries and kindergartens: the large group. */
export const houses: readonly string[] = NAMES.flatMap((name) =>
  HOUSES.map((house) => `${house} ${name}`),
).slice(0, 130);
