import { Component, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
// A copy of node_modules/skranke/dist/angular/skranke.directives.ts (the script `directives` makes it).
import { skrankeDirectives } from './skranke.directives';

@Component({
  selector: 'app-root',
  imports: [FormsModule, skrankeDirectives],
  templateUrl: './app.html',
})
export class App {
  readonly fjordby = '14d6e9ad-fc0e-3918-0000-00000000f001';
  readonly passport = '163710ae-5078-350c-0000-0000000f1006';
  readonly messages = { heading: 'Det venter på os' };
  readonly isShown = signal(true);
  readonly isOverdueOnly = signal(false);
  readonly opened = signal('');
  readonly pointId = signal('');
  readonly seen = signal<readonly string[]>([]);
  readonly name = signal('');
  readonly sent = signal('');

  handleInput(value: string): void {
    this.pointId.set(value);
    this.seen.update((before) => [...before, value]);
  }

  handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.sent.set(String(new FormData(event.target as HTMLFormElement).get('kontaktpunkt')));
  }
}
