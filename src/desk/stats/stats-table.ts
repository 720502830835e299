import { html, type TemplateResult } from 'lit';

import type { DeskTally } from '../../protocol/desk-stats.ts';
import type { DeskModel } from '../desk-model.ts';
import type { Stats } from './stats.ts';

/** A column: its name, and a cell for each row. */
export interface Column {
  readonly head: string;
  readonly cells: readonly unknown[];
}

/** A table whose first column names its rows; where it is too wide it moves sideways, by keyboard too. */
export function table(heading: string, columns: readonly Column[]): TemplateResult {
  const [names, ...rest] = columns;
  return html`<div class="table" role="region" aria-labelledby=${heading} tabindex="0">
    <table aria-labelledby=${heading}>
      <thead>
        <tr>
          ${columns.map(({ head }) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${names?.cells.map(
          (name, row) => html`<tr>
            <th scope="row" dir="auto">${name}</th>
            ${rest.map(({ cells }) => html`<td>${cells[row]}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A number as the language writes it. */
export const writeNumber = (n: number, { language }: DeskModel): string =>
  new Intl.NumberFormat(language).format(n);

/** A column of numbers. */
export const numbers = (head: string, cells: readonly number[], { model }: Stats): Column => ({
  head,
  cells: cells.map((n) => writeNumber(n, model)),
});

/** Two columns: how long half and nine of ten waited, in words. */
export const waitColumns = (
  tallies: readonly Pick<DeskTally, 'waits'>[],
  { model }: Stats,
): readonly Column[] => {
  const { localize, times } = model;
  const cell = (seconds: number | undefined): string =>
    seconds === undefined ? '' : times.length(seconds);
  return [
    { head: localize('stats.median'), cells: tallies.map(({ waits }) => cell(waits?.median)) },
    {
      head: localize('stats.ninetieth'),
      cells: tallies.map(({ waits }) => cell(waits?.ninetieth)),
    },
  ];
};
