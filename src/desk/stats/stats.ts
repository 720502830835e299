import { deskStatsMessagesVi } from '../../messages/desk-stats.vi.ts';
import type { DeskStats } from '../../protocol/desk-stats.ts';
import { maxStatsDays } from '../../protocol/limits.ts';
import type { DeskModel } from '../desk-model.ts';
import { problemText } from '../problem-text.ts';
import type { JsonRefusal } from '../request-json.ts';
import { download, toCsv } from './csv.ts';
import { articleRows, editorRows } from './stats-rows.ts';

const dayMs = 24 * 60 * 60 * 1000;
const usualDays = 7;

/** A day as its field has it, so many days later. */
const shift = (day: string, days: number): string => {
  const time = Date.parse(`${day}T00:00Z`) + days * dayMs;
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
};

/** The end itself is not among what is counted. */
const lastMomentOf = ({ to }: DeskStats): string => new Date(Date.parse(to) - 1).toISOString();

/** The numbers of a span of days in their dialog (M-12). */
export class Stats {
  /** Nothing while they are on their way. */
  all: DeskStats | undefined;
  /** First day, as its field has it. */
  from = '';
  /** Last day. */
  to = '';
  /** Why they are not shown, in words. */
  problem = '';
  /** Which field has to be changed. */
  wrong: 'from' | 'to' | undefined;

  readonly model: DeskModel;
  #latest = 0;

  constructor(model: DeskModel) {
    this.model = model;
    model.laterMessages = { ...model.laterMessages, ...deskStatsMessagesVi };
  }

  async open(): Promise<void> {
    const { model } = this;
    await model.open('stats');
    this.to = this.#dayAt(new Date().toISOString());
    this.from = shift(this.to, 1 - usualDays);
    await this.show();
    await model.focus('#stats-heading');
  }

  /** Shows the numbers of the days that are chosen. */
  async show(): Promise<void> {
    const { from, model, to } = this;
    const mistake = this.#findMistake();
    if (mistake) {
      [this.wrong, this.problem] = mistake;
      return model.focus(`#stats-${this.wrong}`);
    }
    Object.assign(this, { all: undefined, problem: '', wrong: undefined });
    model.redraw();
    const number = (this.#latest += 1);
    const { times } = model;
    const reply = await model.client.stats(
      times.ofField(`${from}T00:00`) ?? '',
      times.ofField(`${shift(to, 1)}T00:00`) ?? '',
    );
    // Others were asked for meanwhile, or nobody looks any more.
    if (number !== this.#latest || model.dialog !== 'stats') return;
    if (!reply.ok) return this.#refuse(reply.refusal);
    this.all = reply.body;
    model.redraw();
  }

  /** Days and time zone of what is shown. */
  get days(): { readonly from: string; readonly to: string; readonly zone: string } | undefined {
    const { all, model } = this;
    if (!all) return undefined;
    const { day, zone } = model.times;
    return { from: day(all.from), to: day(lastMomentOf(all)), zone };
  }

  /** Hands the numbers over as a file for spreadsheets. */
  download(what: 'articles' | 'editors'): void {
    const { all, model } = this;
    if (!all) return;
    const rows = what === 'articles' ? articleRows : editorRows;
    // Of what is shown: the fields may say other days by now.
    const [from, to] = [all.from, lastMomentOf(all)].map((at) => this.#dayAt(at));
    download(`${what}-${from}-${to}.csv`, toCsv(rows(all, model.localize)));
  }

  /** The day of an instant as a field has it, in the time zone of the desk. */
  #dayAt(instant: string): string {
    return this.model.times.toField(instant).slice(0, 10);
  }

  #findMistake(): ['from' | 'to', string] | undefined {
    const { from, to } = this;
    const { localize } = this.model;
    if (!from) return ['from', localize('stats.missing')];
    if (!to) return ['to', localize('stats.missing')];
    if (to < from) return ['to', localize('stats.order')];
    if (to > shift(from, maxStatsDays - 1)) {
      return ['to', localize('stats.tooLong', { n: maxStatsDays })];
    }
    return undefined;
  }

  #refuse(refusal: JsonRefusal): void {
    const { model } = this;
    const { code } = refusal;
    if (code === 'unauthorized' || code === 'second-step-missing') {
      model.close();
      return model.refuse(refusal);
    }
    this.problem = problemText(refusal, model.localize, model.times);
    model.redraw();
  }
}
