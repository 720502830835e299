import { escapeHtml } from './escape-html.ts';

/** What a control is sent as. */
export interface NativeControl {
  readonly name: string;
  readonly value: string;
  /** Of a box. */
  readonly isTicked?: boolean;
}

/** What the browser has to know of a form that is sent without script. */
export interface NativeForm {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  /** Controls by their ids. */
  readonly controls: ReadonlyMap<string, NativeControl>;
  /** Finished HTML that stands before the note in the place of the picture. */
  readonly sound?: string | undefined;
  /** Buttons by their parts, which are sent in place of the comment. */
  readonly buttons: ReadonlyMap<string, NativeControl>;
}

// Text and attributes that a reader wrote are escaped by now, so that every tag is one of the views' own.
const openingTag = /<(form|input|textarea|button|div|p)\b([^>]*)>/g;

const attributeOf = (attributes: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';

const named = ({ name, value }: NativeControl): string =>
  ` name="${escapeHtml(name)}" value="${escapeHtml(value)}"`;

const hiddenInputs = (hidden: NativeForm['hidden']): string =>
  Object.entries(hidden)
    .map(([name, value]) => `<input type="hidden"${named({ name, value })}>`)
    .join('');

/** What Enter presses: the first button of a form, and that is not the one for another code. */
const sendingButton =
  '<button class="unseen" type="submit" tabindex="-1" aria-hidden="true"></button>';

/**
 * Makes the drawn form one that a browser sends by itself: the element's views leave names and values to its script, and
 * every byte in them is loaded by every page.
 */
export function toNativeForm(html: string, form: NativeForm): string {
  return html.replace(openingTag, (tag, kind: string, attributes: string) => {
    if (kind === 'form') {
      return (
        `<form method="post" action="${escapeHtml(form.action)}" accept-charset="utf-8"${attributes}>` +
        hiddenInputs(form.hidden) +
        sendingButton
      );
    }
    if (kind === 'div') {
      // What went wrong is read out first; of several such nodes a browser takes the first.
      return attributeOf(attributes, 'part') === 'summary' ? `<div autofocus${attributes}>` : tag;
    }
    if (kind === 'p') {
      return attributeOf(attributes, 'part') === 'code-note' ? (form.sound ?? '') + tag : tag;
    }
    const control = form.controls.get(attributeOf(attributes, 'id'));
    if (kind === 'textarea' && control) {
      // The parser drops a line break that stands first.
      return `<textarea name="${escapeHtml(control.name)}"${attributes}>\n${escapeHtml(control.value)}`;
    }
    if (kind === 'input' && control) {
      return `<input${named(control)}${control.isTicked ? ' checked' : ''}${attributes}>`;
    }
    const button = form.buttons.get(attributeOf(attributes, 'part'));
    if (kind === 'button' && button) {
      const rest = attributes.replace(' type="button"', '');
      return `<button type="submit" formnovalidate${named(button)}${rest}>`;
    }
    return tag;
  });
}
