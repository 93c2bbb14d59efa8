import { ReactiveElement } from './reactive-element.js';

/**
 * What hosts see of every widget: `addEventListener` that knows its events (a misspelt detail fails the compile),
 * parts, tokens and states.
 *
 * @csspart root - all that the widget shows
 * @csspart heading - each heading
 * @csspart message - a message box
 * @csspart button - each button and link that looks like one
 * @csspart retry - 'Prøv igen'
 * @csspart primary - the action that a row or message leads to
 * @csspart link - a link that leaves the page
 * @csspart skeleton - what stands in for content that takes a while
 * @cssproperty [--skranke-font=inherit] - font of the widgets; by default the page's
 * @cssproperty [--skranke-text-size=inherit] - size of running text
 * @cssproperty [--skranke-line-height=1.5] - line height of running text
 * @cssproperty [--skranke-heading-size=1.5em] - size of the widget's heading
 * @cssproperty [--skranke-subheading-size=1.25em] - size of the headings of its parts
 * @cssproperty [--skranke-space=8px] - step of all spacing
 * @cssproperty [--skranke-radius=3px] - radius of corners
 * @cssproperty [--skranke-min-height=auto] - room that is reserved while the widget loads
 * @cssproperty [--skranke-surface=Canvas] - background of fields, buttons and cards
 * @cssproperty [--skranke-surface-subtle=Canvas] - background that sets something off
 * @cssproperty [--skranke-ink=CanvasText] - text
 * @cssproperty [--skranke-ink-muted=CanvasText] - less important text
 * @cssproperty [--skranke-border=GrayText] - borders of controls (3:1)
 * @cssproperty [--skranke-border-soft=GrayText] - lines that only divide
 * @cssproperty [--skranke-primary=LinkText] - buttons and marks
 * @cssproperty [--skranke-primary-hover=LinkText] - the same under the pointer
 * @cssproperty [--skranke-on-primary=Canvas] - text on a filled button
 * @cssproperty [--skranke-link=LinkText] - links
 * @cssproperty [--skranke-link-hover=LinkText] - links under the pointer
 * @cssproperty [--skranke-focus=CanvasText] - focus outline
 * @cssproperty [--skranke-info=CanvasText] - border and icon of information
 * @cssproperty [--skranke-info-surface=Canvas] - background of information
 * @cssproperty [--skranke-success=CanvasText] - border and icon of success
 * @cssproperty [--skranke-success-surface=Canvas] - background of success
 * @cssproperty [--skranke-warning=CanvasText] - border and icon of a warning
 * @cssproperty [--skranke-warning-surface=Canvas] - background of a warning
 * @cssproperty [--skranke-error=CanvasText] - border and icon of an error
 * @cssproperty [--skranke-error-surface=Canvas] - background of an error
 * @cssstate loading - nothing to show yet
 * @cssstate ready - the content can be used
 * @cssstate empty - it can be used, and there is nothing in it
 * @cssstate error - something blocks the widget
 */
export abstract class TypedElement<Events> extends ReactiveElement {
  /** As everywhere; typed for the widget's own events. */
  override addEventListener<Type extends keyof Events & string>(
    type: Type,
    listener: (this: this, event: Events[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (this: HTMLElement, event: HTMLElementEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: never,
    options?: boolean | AddEventListenerOptions,
  ): void {
    super.addEventListener(type, listener, options);
  }
}
