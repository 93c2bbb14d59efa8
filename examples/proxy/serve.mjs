/** Runs the proxy in front of the pilot: `node examples/proxy/serve.mjs`, with `npx skranke pilot` beside it. */
import { createProxy } from './proxy.mjs';

const PILOT = process.env.PILOT ?? 'http://127.0.0.1:4010';
const PORT = Number(process.env.PORT ?? 4020);
/** In a portal the log-in makes these. Made up: `session=demo-citizen` is the citizen of the pilot. */
const people = ['citizen', 'company', 'caseworker', 'caseworker-limited'];
const sessions = new Map(people.map((who) => [`demo-${who}`, { token: `pilot-${who}`, csrf: 'demo-csrf' }]));

const services = { post: PILOT, virk: PILOT, consent: PILOT };
const allowedOrigins = ['https://portal.example.dk'];
createProxy({ services, sessions, allowedOrigins }).listen(PORT, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${PORT}/ in front of ${PILOT}`);
});
