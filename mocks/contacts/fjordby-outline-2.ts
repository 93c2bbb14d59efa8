/** More subjects of Fjordby Kommune, made up: the town, its roads, homes, businesses and democracy. */

export const fjordbyMoreSubjects = `
Bolig og byggeri | At bygge, bo og eje
  Byggesag | Tilladelser til at bygge
    - Ansøg om byggetilladelse | byggeri, hus | Spørgsmål, før du søger | bv
    - Igangværende byggesag | byggesag | Skriv sagens nummer | bv
    - Færdigmelding | byggeri, ibrugtagning | Når bygningen er klar | bv
    - Ulovligt byggeri | tilsyn | Giv os et tip | bvm
    - Tegninger fra arkivet | tegninger, arkiv | Hvis de ikke ligger på nettet | bvm
  Ejendom | Skat, matrikel og oplysninger
    - Ejendomsskat | grundskyld | Spørgsmål til opkrævningen | bv
    - Lån til ejendomsskat | pensionist, lån | For folkepensionister | b
    - Ejendomsoplysninger | køb, salg | For ejendomsmæglere og advokater | v
    - BBR | bbr, bolig | Ret oplysninger om din bolig | bv
  Almene boliger | Venteliste og anvisning
    - Ældrebolig | bolig, ældre | Søg om en bolig med hjælp tæt på | b
    - Ungdomsbolig | bolig, unge | Kommunens egne boliger | b
    - Boligindskud | lån, indskud | Lån til indskud | b
    - Huslejenævn | husleje, nævn | Når lejer og udlejer er uenige | bv
Affald, vand og miljø | Natur, forurening og forsyning
  Affald | Skrald og genbrug
    - Manglende tømning | skrald, tømning | Skriv adressen og dagen | bv
    - Ny eller ekstra beholder | skraldespand | Bestil og betal | bv
    - Storskrald | storskrald | Afhentning ved vejen | b
    - Affald fra virksomheder | erhvervsaffald | Ordninger og gebyrer | v
    - Genbrugspladsen Ågade | genbrug, åbningstid | Adgang og åbningstider | bv
  Vand og kloak | Rent og brugt vand
    - Spildevand | kloak, rensning | Tilladelser og tilslutning | bv
    - Drikkevand | vand, kalk | Kvalitet og boringer | bv
    - Oversvømmelse | regn, skybrud | Vand på vej eller i kælder | bv
  Natur | Skov, å og strand
    - Beskyttet natur | natur, eng | Før du graver, planter eller bygger | bv
    - Vandløb | å, bæk | Vedligeholdelse og grøde | bv
    - Invasive planter | bjørneklo | Skriv, hvor du så dem | b
    - Ådalens naturskole | skole, natur | Bestil besøg | bm
  Forurening | Støj, røg og jord
    - Støj | støj, naboer | Fra virksomheder og anlæg | bv
    - Brændeovn | røg, lugt | Røg fra naboens skorsten | b
    - Forurenet jord | jordflytning | Anmeld flytning af jord | v
    - Rotter | rotter, skadedyr | Anmeld straks | bv
Trafik og veje | At komme frem
  Vej og fortov | Huller, sne og lys
    - Hul i vejen | vej, asfalt | Skriv, hvor hullet er | bv
    - Sne og glatføre | salt, sne | Hvem rydder hvad | bv
    - Gadelys | lampe, mørkt | Lamper, der ikke lyser | bv
    - Gravetilladelse | gravning, fortov | For entreprenører og ledningsejere | v
    - Private fællesveje | grundejer | Rettigheder og pligter | bv
  Parkering | Biler, der holder stille
    - Parkeringsafgift | p-bøde | Klag eller spørg | bv
    - Beboerlicens | parkering, licens | Parkering ved din bolig | b
    - Handicapparkering | handicap, plads | Ved boligen | b
  Kollektiv trafik | Bus, færge og flextrafik
    - Flextrafik | handicapkørsel | Kørsel for svært bevægelseshæmmede | b
    - Færgen til Æblerø | færge, ø | Billetter og glemte ting | bv
    - Busstoppesteder | bus, læskur | Skader og forslag | b
Kultur og fritid | Foreninger, lokaler og oplevelser
  Foreninger | Støtte og lokaler
    - Tilskud til foreninger | tilskud, forening | Frister og skemaer | bv
    - Lån af lokaler | lokale, hal | Book en sal | bv
    - Frivilligt socialt arbejde | frivillig, puljer | Ansøg om støtte | bv
  Arrangementer | Store og små oplevelser
    - Tilladelse til arrangement | event, plads | Brug af torv, park og vej | bv
    - Loppemarked | marked, torv | Lej en bod | b
    - Fyrværkeri og bål | bål, fyrværkeri | Spørg, før du tænder | bv
  Musik og kunst | At lære og se
    - Musikskolen | musik, undervisning | Tilmelding og betaling | b
    - Kunst i byen | kunst, skulptur | Forslag og skader | bv
Erhverv | For virksomheder i kommunen
  Virksomhed | Fra idé til drift
    - Start af virksomhed | iværksætter | Råd og kontakter | v
    - Udendørs servering | fortov, restaurant | Stole og borde på kommunens jord | v
    - Bevilling til alkohol | alkohol, restaurant | Bevillingsnævnet | v
    - Skilte og facader | facade, reklame | Før du sætter op | v
  Leverandører | Handel med kommunen
    - Faktura og betaling | faktura, ean | Spørgsmål om betaling | v
    - Udbud | udbud, tilbud | Spørgsmål til et udbud | v
    - Indkøb | indkøb, aftale | Kommunens aftaler | v
  Landbrug | Dyr og marker
    - Husdyrbrug | stald, gylle | Tilladelser og tilsyn | v
    - Gyllebeholdere | gylle, tilsyn | Kontrol af beholdere | v
Borger og demokrati | Valg, indsigt og klager
  Klager og indsigt | Når du er utilfreds eller vil vide mere
    - Klage over en afgørelse | klage | Skriv, hvilken afgørelse det er | bv
    - Ros og ris | ros, klage | Fortæl os om din oplevelse | bv
    - Databeskyttelsesrådgiver | gdpr, persondata | Spørgsmål om dine oplysninger | bv
    - Borgerrådgiver | klage, råd | Uafhængig hjælp til at klage | b
  Valg | Folketing, kommune og Europa
    - Brevstemme | valg, stemme | Stem før valgdagen | b
    - Valgtilforordnet | valg, job | Hjælp til på valgdagen | b
    - Bliv opstillet | valg, kandidat | Lister og underskrifter | b
  Byrådet | Politikere og møder
    - Spørg byrådet | byråd, spørgetid | Spørgsmål til et møde | bv
    - Dagsordener | møde, referat | Hvis du ikke kan finde et referat | bvm
    - Foretræde for et udvalg | møde, udvalg | Bed om tid på et møde | bv
  Kommunen som myndighed | Andre kommuner og staten
    - Mellemkommunal afregning | refusion, kommune | Betaling mellem kommuner | m
    - Oversendelse af sag | flytning, sag | Når en borger flytter kommune | m
    - Politi og domstole | politi, ret | Henvendelser fra myndigheder | m
`;
