/** Registers the console's elements; the only file of it with a side effect on the page. */
import { PilotConsole } from './pilot-console.js';
import { PilotFaults } from './pilot-faults.js';
import { PilotLog } from './pilot-log.js';
import { PilotResource } from './pilot-resource.js';
import { PilotStateView } from './pilot-state.js';
import { StoredItems } from './stored-items.js';

customElements.define('pilot-console', PilotConsole);
customElements.define('pilot-resource', PilotResource);
customElements.define('pilot-stored-items', StoredItems);
customElements.define('pilot-faults', PilotFaults);
customElements.define('pilot-state', PilotStateView);
customElements.define('pilot-log', PilotLog);
