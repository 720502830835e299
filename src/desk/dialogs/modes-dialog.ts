import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import type { DeskModes } from '../../protocol/desk-articles.ts';
import { maxSectionCharacters } from '../../protocol/limits.ts';
import type { Desk } from '../desk.ts';
import type { ModesDraft } from '../desk-client.ts';
import type { DeskModel } from '../desk-model.ts';
import { textIn } from '../text-in.ts';
import { modeIn, modeSelect, modeText } from './mode-select.ts';
import { settingsDialog } from './settings-dialog.ts';

/** What was changed in the form. */
function draftOf(form: FormData, { site, sections }: DeskModes): ModesDraft {
  const chosen = modeIn(form, 'site');
  const name = textIn(form, 'name').trim();
  const changed = sections
    .map((section, index) => ({ ...section, mode: modeIn(form, `section-${index}`) }))
    .filter(({ mode }, index) => mode !== sections[index]?.mode);
  return {
    ...(chosen !== site && { site: chosen }),
    sections: [
      // One that is typed again is meant, whatever its own field says.
      ...changed.filter((section) => section.name !== name),
      ...(name ? [{ name, mode: modeIn(form, 'new') }] : []),
    ],
  };
}

function fieldsView({ sections, setting, site }: DeskModes, model: DeskModel): TemplateResult {
  const { localize } = model;
  const none = localize('mode.asSetting', { mode: modeText(setting, model) });
  return html`<p class="hint">${localize('modes.hint')}</p>
    ${modeSelect({ name: 'site', label: localize('modes.site'), mode: site, none }, model)}
    <h3>${localize('modes.sections')}</h3>
    ${sections.map(({ name, mode }, index) =>
      modeSelect(
        { name: `section-${index}`, label: name, mode, none: localize('mode.asSite') },
        model,
      ),
    )}
    <div class="field">
      <label for="new-section">${localize('modes.new')}</label>
      <input id="new-section" name="name" autocomplete="off" maxlength=${maxSectionCharacters} />
    </div>
    ${modeSelect({ name: 'new', label: localize('modes.new.mode'), mode: 'pre' }, model)}`;
}

/** How comments are taken on the site and in its sections (M-2). */
export function modesDialog({ model, modes }: Desk): unknown {
  const { all, problem } = modes;
  const view = settingsDialog(
    {
      id: 'modes-heading',
      heading: model.localize('modes.heading'),
      problem,
      fields: all && fieldsView(all, model),
      onSave: (form) => {
        if (all) void modes.save(draftOf(form, all));
      },
    },
    model,
  );
  // Drawn anew for what another admin has set, whatever was chosen before.
  return keyed(all?.version, view);
}
