/** The subjects of Fjordby Kommune, made up, divided as a citizen thinks and not as the town hall is organised. */

export const fjordbySubjects = `
ID | Pas, MitID, navn og andre beviser på, hvem du er
  MitID | Hjælp til at få og bruge MitID
    - Bestil tid til MitID | mitid, tidsbestilling | Når du skal møde op med legitimation | b
    - MitID til børn | mitid, børn | Fra 13 år | b
    - Spærret MitID | mitid, spærret | Hvis du har mistet din telefon | b
    - MitID til udlændinge | mitid, udland | Du skal have et dansk personnummer | b
  Navn og køn | Nyt navn og nyt personnummer
    - Ændring af navn | navneændring | Spørgsmål til en ansøgning | b
    - Juridisk kønsskifte | personnummer | Spørgsmål om nyt personnummer | b
    - Navnebeskyttelse | beskyttet adresse | Skjult navn og adresse | b
  Sundhedskort | Det gule og det blå kort
    - Nyt sundhedskort | gult kort, sygesikring | Hvis kortet er blevet væk | b
    - Skift af læge | læge, lægevalg | Når du vil have en anden læge | b
    - Særligt sundhedskort | sundhedskort, grænsependler | Til dig, der arbejder i et andet land | b
    - Det blå EU-sygesikringskort | rejse, blåt kort | Bestil i god tid før rejsen | b
Familie og børn | Fra barsel til voksen
  Fødsel og barsel | Når der kommer et barn
    - Omsorgs- og ansvarserklæring | far, medmor | Hvis I ikke er gift | b
    - Sundhedsplejerske | baby, amning | Spørg om besøg og råd | b
    - Navngivning | dåb, navn | Barnet skal have et navn inden seks måneder | b
  Dagpleje | Pasning i private hjem
    - Plads i dagpleje | pasning, dagplejer | Skriv barnet op | b
    - Gæstepleje | ferie, sygdom | Når dagplejeren er syg | b
    - Bliv dagplejer | job, pasning | For dig, der vil passe børn | b
    - Klage over dagpleje | klage | Skriv, hvad der er sket | b
  Hjælp til familier | Råd og støtte, når det er svært
    - Åben rådgivning | familie, samtale | Gratis og uden journal | b
    - Underretning om et barn | bekymring, barn | Når du er bekymret for et barn | bvm
    - Aflastning | handicap, støtte | Til forældre til børn med handicap | b
    - Samvær og bopæl | skilsmisse | Når forældre ikke bor sammen | b
    - Plejefamilier | pleje, anbringelse | For nuværende og kommende plejefamilier | b
  Økonomi for familier | Tilskud og betaling
    - Friplads | tilskud, indkomst | Billigere pasning ved lav indkomst | b
    - Børnetilskud | tilskud, enlig | Spørgsmål, som skemaet ikke svarer på | b
    - Søskendetilskud | søskende, tilskud | Når flere børn bliver passet | b
Skole og uddannelse | Fra børnehaveklasse til ungdom
  Skolestart | Når barnet skal begynde i skole
    - Indskrivning | skolestart, indmeldelse | Skriv dit barn ind | b
    - Skoleudsættelse | skolestart, vente | Ansøg inden jul | b
    - Valg af skole | skoledistrikt | Hvis du vil have en anden skole end distriktets | b
  Støtte i skolen | Når der skal mere til
    - Psykologisk rådgivning | ppr, psykolog | Henvisning og vurdering | b
    - Specialundervisning | støtte, special | Tilbud på almenskolen og specialskolen | b
    - Syge- og hjemmeundervisning | sygdom | Ved længere fravær | b
    - Skoleværing og fravær | fravær, trivsel | Når det er svært at komme i skole | b
  Befordring | Skolebus og taxa
    - Buskort | skolebus, transport | Ved lang eller farlig skolevej | b
    - Kørsel ved sygdom | taxa, transport | Med erklæring fra lægen | b
  Unge og uddannelse | Når folkeskolen er slut
    - Vejledning om uddannelse | vejleder, ungdom | Bestil en samtale | b
    - Forberedende uddannelse | fgu | Praktisk vej til job | b
    - Ungdomsskole | fritid, unge | Hold og klubber | b
    - Knallertkørekort | kørekort, knallert | Hold i ungdomsskolen | b
Arbejde og ydelser | Job, sygdom og penge at leve af
  Ledig | Når du mangler arbejde
    - Tilmelding som ledig | jobcenter, ledig | Meld dig fra første dag | b
    - Samtaler i jobcentret | jobcenter, møde | Flyt eller aflys en tid | b
    - Løntilskud og praktik | løntilskud, praktik | For ledige og arbejdsgivere | bv
    - Opkvalificering | kursus | Spørg om kurser | b
  Syg | Når sygdom varer ved
    - Sygedagpenge | syg, dagpenge | Spørgsmål til din sag | bv
    - Refusion til arbejdsgivere | nemrefusion, arbejdsgiver | Syge og barslende ansatte | v
    - Fleksjob | fleksjob, nedsat arbejdsevne | For ansatte og arbejdsgivere | bv
    - Jobafklaring | ressourceforløb | Når dagpengene stopper | b
  Kontanthjælp | Når du ikke kan forsørge dig selv
    - Ansøg om kontanthjælp | kontanthjælp, ydelse | Spørgsmål til ansøgningen | b
    - Enkeltudgifter | tandlæge, flytning | Hjælp til en enkelt regning | b
    - Uddannelseshjælp | unge, ydelse | Under 30 år uden uddannelse | b
  Førtidspension | Varigt nedsat arbejdsevne
    - Ansøg om førtidspension | pension | Spørgsmål til en sag på vej | b
    - Tillæg og personligt tillæg | tillæg, varme | Varmetillæg, briller, medicin | b
    - Udlandsophold med pension | rejse, pension | Sig til, før du rejser | b
Sundhed og ældre | Pleje, hjælpemidler og forebyggelse
  Hjemmehjælp | Praktisk hjælp og pleje i hjemmet
    - Ansøg om hjemmehjælp | hjemmepleje | Rengøring, bad, måltider | b
    - Ændring af besøg | hjemmepleje, aflysning | Aflys eller flyt et besøg | b
    - Mad til hjemmet | madservice | Bestil eller afmeld | b
    - Leverandør af hjemmehjælp | fritvalg | For godkendte leverandører | v
  Hjælpemidler | Ting, der gør hverdagen lettere
    - Kørestol og rollator | gang, kørestol | Lån af hjælpemidler | b
    - Høreapparat og batterier | hørelse | Tilskud og batterier | b
    - Boligændring | ramper, greb | Ved varig nedsat funktion | b
    - Bil ved handicap | handicapbil | Støtte til køb af bil | b
    - Aflevering af hjælpemidler | depot | Når du ikke bruger det mere | b
  Genoptræning | Efter hospital og uheld
    - Tid til genoptræning | træning, fysioterapi | Flyt eller aflys en tid | b
    - Kørsel til genoptræning | transport | Hvis du ikke selv kan komme frem | b
  Sund i Fjordby | Kurser og rådgivning
    - Stop med tobak og nikotin | rygestop | Gratis forløb | b
    - Alkohol og stoffer | misbrug, alkohol | Anonym rådgivning | b
    - Tandpleje for børn | tandlæge | Tandklinikken i Fjordby | b
    - Omsorgstandpleje | tandlæge, ældre | Hvis du ikke kan gå til tandlæge | b
`;
