import { html, nothing, type TemplateResult } from 'lit';

import { type ModerationMode, moderationModes } from '../../protocol/desk.ts';
import type { DeskModel } from '../desk-model.ts';
import { textIn } from '../text-in.ts';

/** A field of one mode. */
interface ModeField {
  readonly name: string;
  readonly label: string;
  readonly mode: ModerationMode | null;
  /** What it is called that no mode is set; without it one has to be. */
  readonly none?: string;
}

/** Chooses a mode, or none. */
export const modeSelect = (
  { name, label, mode, none }: ModeField,
  { localize }: DeskModel,
): TemplateResult =>
  html`<div class="field">
    <label for="${name}-mode">${label}</label>
    <select id="${name}-mode" name=${name}>
      ${none ? html`<option value="" .selected=${mode === null}>${none}</option>` : nothing}
      ${moderationModes.map(
        (one) => html`<option value=${one} .selected=${one === mode}>
          ${localize(`mode.${one}`)}
        </option>`,
      )}
    </select>
  </div>`;

/** The mode that a form has under a name; null for none. */
export const modeIn = (form: FormData, name: string): ModerationMode | null =>
  moderationModes.find((one) => one === textIn(form, name)) ?? null;

/** A mode in the middle of a sentence. */
export const modeText = (mode: ModerationMode, { localize }: DeskModel): string => {
  const text = localize(`mode.${mode}`);
  return text.charAt(0).toLowerCase() + text.slice(1);
};
