import { html, nothing, type TemplateResult } from 'lit';

import type { DeskStats } from '../../protocol/desk-stats.ts';
import type { DeskMessageKey } from '../../messages/desk.vi.ts';
import { reasonKey } from '../reason-key.ts';
import type { DeskModel } from '../desk-model.ts';
import type { LoadedDialog } from '../lazy-dialog.ts';
import { Stats } from './stats.ts';
import { articleColumns, editorColumns } from './stats-rows.ts';
import { numbers, table, waitColumns, writeNumber } from './stats-table.ts';

/** Articles in the table; the file has more. */
const maxShown = 20;

function dayField(stats: Stats, name: 'from' | 'to'): TemplateResult {
  const isWrong = stats.wrong === name;
  return html`<div class="field">
    <label for="stats-${name}">${stats.model.localize(`stats.${name}`)}</label>
    <input
      id="stats-${name}"
      type="date"
      required
      aria-invalid=${isWrong ? 'true' : nothing}
      aria-describedby=${isWrong ? 'stats-problem' : nothing}
      .value=${stats[name]}
      @change=${({ currentTarget }: Event) => {
        stats[name] = (currentTarget as HTMLInputElement).value;
      }}
    />
  </div>`;
}

function periodView(stats: Stats): TemplateResult {
  return html`<form
    class="period"
    novalidate
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      void stats.show();
    }}
  >
    ${dayField(stats, 'from')} ${dayField(stats, 'to')}
    <button>${stats.model.localize('stats.show')}</button>
  </form>`;
}

function totalView({ total }: DeskStats, stats: Stats): TemplateResult {
  const { language, localize, times } = stats.model;
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const part = total.published > 0 ? percent.format(total.edited / total.published) : '';
  const line = (key: DeskMessageKey, n: number, more: unknown = nothing) =>
    html`<div><dt>${localize(key)}</dt><dd>${writeNumber(n, stats.model)} ${more}</dd></div>`;
  const { waits } = total;
  return html`<section>
    <h3 id="stats-total">${localize('stats.total')}</h3>
    <p class="hint">${localize('stats.total.hint')}</p>
    <dl class="numbers">
      ${line('stats.received', total.received)}
      ${articleColumns.map((column) => line(`status.${column}`, total[column]))}
      ${total.erased > 0 ? line('status.erased', total.erased) : nothing}
      ${line(
        'stats.edited',
        total.edited,
        part &&
          html`<small class="quiet-text">${localize('stats.ofPublished', { percent: part })}</small>`,
      )}
    </dl>
    <p>
      ${
        waits
          ? localize('stats.wait', {
              median: times.length(waits.median),
              ninetieth: times.length(waits.ninetieth),
            })
          : localize('stats.wait.none')
      }
    </p>
  </section>`;
}

function reasonsView({ reasons }: DeskStats, stats: Stats): TemplateResult | typeof nothing {
  const { localize } = stats.model;
  if (reasons.length === 0) return nothing;
  const names = reasons.map(({ reason }) =>
    localize(reasonKey(reason ?? undefined) ?? 'stats.reason.none'),
  );
  return html`<section>
    <h3 id="stats-reasons">${localize('stats.reasons')}</h3>
    ${table('stats-reasons', [
      { head: localize('stats.reason'), cells: names },
      numbers(
        localize('stats.count'),
        reasons.map(({ count }) => count),
        stats,
      ),
    ])}
  </section>`;
}

function editorsView({ editors }: DeskStats, stats: Stats): TemplateResult {
  const { localize } = stats.model;
  return html`<section>
    <h3 id="stats-editors">${localize('stats.editors')}</h3>
    ${
      editors.length > 0
        ? html`<p class="hint">${localize('stats.editors.hint')}</p>
            ${table('stats-editors', [
              { head: localize('stats.editor'), cells: editors.map(({ name }) => name) },
              ...editorColumns.map((column) =>
                numbers(
                  localize(`stats.editor.${column}`),
                  editors.map((editor) => editor[column]),
                  stats,
                ),
              ),
              ...waitColumns(editors, stats),
            ])}
            <div class="actions">
              <button type="button" class="quiet" @click=${() => stats.download('editors')}>
                ${localize('stats.csv.editors')}
              </button>
            </div>`
        : html`<p>${localize('stats.editors.none')}</p>`
    }
  </section>`;
}

function articlesView(all: DeskStats, stats: Stats): TemplateResult | typeof nothing {
  const { localize } = stats.model;
  const { articles, hasMoreArticles } = all;
  if (articles.length === 0) return nothing;
  const shown = articles.slice(0, maxShown);
  return html`<section>
    <h3 id="stats-articles">${localize('stats.articles')}</h3>
    ${table('stats-articles', [
      {
        head: localize('stats.article'),
        cells: shown.map(({ article }) => article.title ?? article.id),
      },
      numbers(
        localize('stats.received'),
        shown.map(({ received }) => received),
        stats,
      ),
      ...articleColumns.map((column) =>
        numbers(
          localize(`status.${column}`),
          shown.map((one) => one[column]),
          stats,
        ),
      ),
      ...waitColumns(shown, stats),
    ])}
    ${
      articles.length > shown.length
        ? html`<p class="hint">
            ${localize('stats.articles.more', { n: articles.length - shown.length })}
            ${hasMoreArticles ? localize('stats.articles.many', { n: articles.length }) : nothing}
          </p>`
        : nothing
    }
    <div class="actions">
      <button type="button" class="quiet" @click=${() => stats.download('articles')}>
        ${localize('stats.csv.articles')}
      </button>
    </div>
  </section>`;
}

function numbersView(all: DeskStats, stats: Stats): TemplateResult {
  if (all.total.received === 0 && all.editors.length === 0) {
    return html`<p>${stats.model.localize('stats.none')}</p>`;
  }
  return html`${totalView(all, stats)} ${reasonsView(all, stats)} ${editorsView(all, stats)}
  ${articlesView(all, stats)}`;
}

/** What the newsroom received in a span of days, and what its editors did. */
function statsDialog(stats: Stats): TemplateResult {
  const { all, days, model, problem } = stats;
  const { localize } = model;
  return html`<h2 id="stats-heading" tabindex="-1">${localize('stats.heading')}</h2>
    ${periodView(stats)}
    <div role="alert">
      ${problem ? html`<p class="error" id="stats-problem">${problem}</p>` : nothing}
    </div>
    <p class="quiet-text" role="status">
      ${days ? localize('stats.shown', days) : problem ? nothing : localize('desk.loading')}
    </p>
    ${all ? numbersView(all, stats) : nothing}
    <div class="actions">
      <button type="button" class="quiet" @click=${() => model.close()}>
        ${localize('desk.close')}
      </button>
    </div>`;
}

/** What the desk loads to open this dialog. */
export function createStatsDialog(model: DeskModel): LoadedDialog {
  const stats = new Stats(model);
  return { view: () => statsDialog(stats), open: () => stats.open() };
}
