import { Component } from '@angular/core';
import { skrankeDirectives } from './skranke.directives';

@Component({
  selector: 'app-wrong',
  imports: [skrankeDirectives],
  template: `
    <skranke-deadline-list [pageSizee]="5" />
    <skranke-deadline-list filter="late" />
    <skranke-deadline-list (skranke-activity-opened)="note($event.detail.titel)" />
    <skranke-dead-line-list />
  `,
})
export class Wrong {
  note(text: string): void {
    console.log(text);
  }
}
