/** `npm test`: every check, those that do not disturb each other side by side. Ends with `N passed, N failed`. */
import { finish, runStages, STAGES } from './lib/steps.mjs';

await runStages(STAGES);
finish();
