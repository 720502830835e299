import type { listActionMessagesVi } from './list-actions.vi.ts';
import type { listRefusalMessagesVi } from './list-refusals.vi.ts';
import type { reasonMessagesVi } from './reasons.vi.ts';

/** What the list of published comments says to who reads, in Vietnamese (C-1). `{…}` is filled in when shown; `.sr` is only spoken. */
export const listMessagesVi = {
  newsroom: 'Tòa soạn',
  'list.heading': 'Ý kiến bạn đọc ({n})',
  'list.heading.none': 'Ý kiến bạn đọc',
  'list.empty': 'Chưa có ý kiến nào. Mời bạn là người đầu tiên góp ý kiến.',
  'list.empty.closed': 'Chưa có ý kiến nào được đăng.',
  'list.loading': 'Đang tải ý kiến…',
  'list.failed': 'Chưa tải được ý kiến.',
  'list.more': 'Xem thêm ý kiến',
  'state.closed': 'Bài viết này đã ngừng nhận ý kiến.',
  'state.readonly': 'Tạm thời chưa nhận ý kiến mới. Bạn vẫn có thể đọc các ý kiến đã đăng.',
  retry: 'Thử lại',
  'sort.label': 'Sắp xếp',
  'sort.newest': 'Mới nhất',
  'sort.oldest': 'Cũ nhất',
  'sort.liked': 'Nhiều lượt thích',
  'item.by.sr': 'Ý kiến của {name}',
  'item.anonymous': 'Bạn đọc',
  'item.time.sr': 'Đăng lúc {time}',
  'item.now': 'Vừa xong',
  'item.edited': '{newsroom} đã biên tập',
  'item.pick': 'Ý kiến được {newsroom} chọn',
  'item.pinned': 'Ghim',
  'item.staff': '{newsroom}',
  'item.removed': 'Ý kiến này đã được gỡ.',
  'item.erased': 'Ý kiến đã được xóa theo đề nghị của người gửi.',
  'item.expand': 'Xem đầy đủ',
  'item.collapse': 'Thu gọn',
  reply: 'Trả lời',
  'reply.sr': 'Trả lời {name}',
  'replies.show': 'Xem {n} trả lời',
  like: 'Thích',
  'like.sr': 'Thích ý kiến của {name}',
  'like.count': '{n}',
  'like.count.sr': '{n} lượt thích',
  share: 'Sao chép liên kết',
  report: 'Báo vi phạm',
  'report.sr': 'Báo vi phạm ý kiến của {name}',
} as const;

/** Name of one message of the list. */
export type ListMessageKey =
  | keyof typeof listMessagesVi
  | keyof typeof listActionMessagesVi
  | keyof typeof listRefusalMessagesVi
  | keyof typeof reasonMessagesVi;

/**
 * The messages of the list in one language: every key, each text with the same placeholders.
 * Where a language counts in singular and plural, a text with `{n}` holds both, parted by ` | ` (C-8).
 */
export type ListMessages = Readonly<Record<ListMessageKey, string>>;
