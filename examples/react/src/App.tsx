import { useState, type FormEvent } from 'react';
import type {} from 'skranke/react';
import type { SkrankeContactPointChosenEvent } from 'skranke';

const FJORDBY = '14d6e9ad-fc0e-3918-0000-00000000f001';
const PASSPORT = '163710ae-5078-350c-0000-0000000f1006';
// Made once: a new object in each render would be a new property value each time.
const messages = { heading: 'Det venter på os' };

function Deadlines() {
  const [isOverdueOnly, setOverdueOnly] = useState(false);
  const [opened, setOpened] = useState('');
  return (
    <section>
      <button type="button" onClick={() => setOverdueOnly(!isOverdueOnly)}>
        Kun overskredne
      </button>
      <skranke-deadline-list
        page-size={5}
        filter={isOverdueOnly ? 'overdue' : 'all'}
        messages={messages}
        onskranke-activity-opened={({ detail }) => setOpened(detail.id)}
      >
        <p>Se fristerne på virk.dk.</p>
      </skranke-deadline-list>
      <p>Åbnet: {opened}</p>
    </section>
  );
}

function Writing() {
  const [pointId, setPointId] = useState('');
  const [seen, setSeen] = useState<readonly string[]>([]);
  const [name, setName] = useState('');
  const [sent, setSent] = useState('');

  const handleInput = (value: string) => {
    setPointId(value);
    setSeen([...seen, value]);
  };
  const handleChosen = ({ detail }: SkrankeContactPointChosenEvent) => setName(detail.contactPoint.name);
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSent(String(new FormData(event.currentTarget).get('kontaktpunkt')));
  };
  return (
    <form onSubmit={handleSubmit}>
      <skranke-contact-point-picker
        organisation-id={FJORDBY}
        name="kontaktpunkt"
        required
        value={pointId}
        onInput={(event) => handleInput(event.currentTarget.value)}
        onskranke-contact-point-chosen={handleChosen}
      />
      <p>Valgt: {name}</p>
      <p>Set: {seen.join(' ')}</p>
      <button type="button" onClick={() => setPointId(PASSPORT)}>
        Vælg pas
      </button>
      <button>Send</button>
      <p>Sendt: {sent}</p>
    </form>
  );
}

export function App() {
  const [isShown, setShown] = useState(true);
  return (
    <main>
      <h1>Skranke i React</h1>
      <button type="button" onClick={() => setShown(!isShown)}>
        Vis eller skjul listen
      </button>
      {isShown && <Deadlines />}
      <Writing />
    </main>
  );
}
