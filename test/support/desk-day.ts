import type { RejectReason } from '../../src/protocol/desk.ts';

/** What an editor does with a comment on a day at the desk. */
export type DayWork =
  | { readonly kind: 'publish' | 'spam' }
  | { readonly kind: 'reject'; readonly reason: RejectReason; readonly note: string }
  | { readonly kind: 'edit'; readonly words: string; readonly note: string }
  /** Decided wrongly and taken back at once. */
  | { readonly kind: 'spam, undo, publish' | 'publish, undo, spam' };

/** A comment of the day. */
export interface DayComment {
  readonly name: string;
  readonly content: string;
  readonly work: DayWork;
}

const givenNames =
  'An Bình Châu Dung Giang Hà Khoa Lan Minh Nga Oanh Phúc Quân Sơn Thảo Uyên Vân Xuân Yến Đạt Hiếu Kiên Loan Mai Nhung Phương Quyên Tâm Trang Việt'.split(
    ' ',
  );

const publish: DayWork = { kind: 'publish' };

/** Comments that are not simply published, by their number. */
const special: Readonly<Record<number, DayWork>> = {
  4: { kind: 'reject', reason: 'offensive', note: 'Ngay câu đầu đã xúc phạm.' },
  6: { kind: 'spam' },
  8: { kind: 'edit', words: ' Xin cảm ơn tòa soạn.', note: 'Thêm lời cảm ơn bạn đọc gửi sau.' },
  9: { kind: 'reject', reason: 'privacy', note: 'Có số nhà.' },
  11: { kind: 'spam, undo, publish' },
  13: { kind: 'spam' },
  16: { kind: 'reject', reason: 'no-accents', note: '' },
  18: { kind: 'publish, undo, spam' },
  20: { kind: 'spam' },
  23: { kind: 'reject', reason: 'offtopic', note: 'Nói chuyện khác.' },
  28: { kind: 'reject', reason: 'other', note: 'Tác giả xin rút.' },
};

/** Thirty comments and what becomes of each: most are published. */
export const day: readonly DayComment[] = givenNames.map((given, index) => ({
  name: `Nguyễn Thị ${given}`,
  content: `${given} góp ý về bến đò, đoạn thứ ${index + 1} của bài.`,
  work: special[index + 1] ?? publish,
}));

/** Statuses that a comment passes through after it has come. */
export function statusesOf({ kind }: DayWork): readonly string[] {
  if (kind === 'publish' || kind === 'edit') return ['published'];
  if (kind === 'spam') return ['spam'];
  if (kind === 'reject') return ['rejected'];
  return kind === 'spam, undo, publish'
    ? ['spam', 'pending', 'published']
    : ['published', 'pending', 'spam'];
}

/** What the audit log holds of a comment. */
export function actionsOf({ kind }: DayWork): readonly string[] {
  if (kind === 'edit') return ['edit', 'publish'];
  return kind.split(', ');
}
