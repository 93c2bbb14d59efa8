/** The page for people at `/pilot/`: says what this is, and lists scenarios and endpoints. No script. */
import type { EndpointSpec } from '../contract/endpoint.js';
import { scenarios } from '../contract/scenarios.js';
import { version } from '../version.js';
import type { PilotCore } from './core.js';

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function row(...cells: string[]): string {
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** The whole page as HTML. */
export function pilotPage(core: PilotCore, endpoints: readonly EndpointSpec[]): string {
  const scenarioRows = Object.entries(scenarios).map(([name, { da }]) =>
    row(`<code>${name}</code>${name === core.scenario ? ' (valgt)' : ''}`, escape(da)),
  );
  const endpointRows = endpoints.map((spec) =>
    row(`<code>${spec.method} ${escape(spec.path)}</code>`, escape(spec.summary), escape(spec.tag)),
  );
  return `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Skranke: prøvemiljø</title>
<style>body{font-family:sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.5}
table{border-collapse:collapse}td,th{border-bottom:1px solid #767676;padding:.3rem .8rem .3rem 0;text-align:left;vertical-align:top}
.notice{border:2px solid #8a6d00;padding:1rem}</style>
</head>
<body>
<main>
<h1>Skranke: prøvemiljø</h1>
<p class="notice"><strong>Dette er et prøvemiljø.</strong> Alle personer, virksomheder, myndigheder og numre er opdigtede.
Intet herfra når frem til en rigtig myndighed. Version ${escape(version)}.</p>
<p>Uret viser ${escape(core.clock.read().now)} (${core.clock.running ? 'går' : 'står stille'}). Den, der spørger uden token:
<code>${core.persona}</code>.</p>
<h2>Scenarier</h2>
<p>Vælg et med <code>PUT /pilot/scenario {"name": "…"}</code>.</p>
<table><thead><tr><th scope="col">Navn</th><th scope="col">Hvad der sker</th></tr></thead><tbody>${scenarioRows.join('\n')}</tbody></table>
<h2>Endepunkter</h2>
<table><thead><tr><th scope="col">Adresse</th><th scope="col">Hvad det gør</th><th scope="col">Del</th></tr></thead><tbody>${endpointRows.join('\n')}</tbody></table>
</main>
</body>
</html>
`;
}
