/**
 * What the list of published comments says, in Vietnamese (C-1). `{…}` is filled in when shown; `.sr` is only spoken.
 */
export const listMessagesVi = {
  newsroom: 'Tòa soạn',
  'list.heading': 'Ý kiến bạn đọc ({n})',
  'list.heading.none': 'Ý kiến bạn đọc',
  'list.empty': 'Chưa có ý kiến nào. Mời bạn là người đầu tiên góp ý kiến.',
  'list.empty.closed': 'Chưa có ý kiến nào được đăng.',
  'list.loading': 'Đang tải ý kiến…',
  'list.failed': 'Chưa tải được ý kiến.',
  'list.more': 'Xem thêm ý kiến',
  'list.first': 'Xem từ đầu',
  'list.loaded.sr': 'Đã tải thêm {n} ý kiến.',
  'list.end': 'Đã hết ý kiến.',
  'list.new': 'Có {n} ý kiến mới',
  'state.closed': 'Bài viết này đã ngừng nhận ý kiến.',
  'state.readonly': 'Tạm thời chưa nhận ý kiến mới. Bạn vẫn có thể đọc các ý kiến đã đăng.',
  retry: 'Thử lại',
  'sort.label': 'Sắp xếp',
  'sort.newest': 'Mới nhất',
  'sort.oldest': 'Cũ nhất',
  'sort.liked': 'Nhiều lượt thích',
  'sort.done.sr': 'Đã sắp xếp: {sort}.',
  'item.by.sr': 'Ý kiến của {name}',
  'item.anonymous': 'Bạn đọc',
  'item.time.sr': 'Đăng lúc {time}',
  'item.now': 'Vừa xong',
  'item.edited': '{newsroom} đã biên tập',
  'item.pick': 'Ý kiến được {newsroom} chọn',
  'item.pinned': 'Ghim',
  'item.staff': '{newsroom}',
  'item.mine.pending': 'Ý kiến của bạn đang chờ duyệt. Chỉ bạn thấy ý kiến này.',
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
  'like.failed': 'Chưa ghi nhận được lượt thích.',
  share: 'Sao chép liên kết',
  'share.done': 'Đã sao chép liên kết.',
  report: 'Báo vi phạm',
  'report.sr': 'Báo vi phạm ý kiến của {name}',
  'report.heading': 'Vì sao bạn báo ý kiến này?',
  'report.reason.offensive': 'Xúc phạm, thô tục',
  'report.reason.hate': 'Kích động thù ghét, kỳ thị',
  'report.reason.false': 'Thông tin sai sự thật',
  'report.reason.privacy': 'Lộ thông tin riêng tư, kể cả của trẻ em',
  'report.reason.spam': 'Quảng cáo, lừa đảo',
  'report.reason.other': 'Lý do khác',
  'report.note.label': 'Nói thêm (không bắt buộc)',
  'report.empty': 'Bạn chưa chọn lý do',
  'report.send': 'Gửi báo cáo',
  'report.failed': 'Chưa gửi được báo cáo. Bạn thử lại sau ít phút.',
  'report.done': 'Đã ghi nhận. {newsroom} sẽ xem lại ý kiến này.',
  'report.already': 'Bạn đã báo ý kiến này.',
  'report.close': 'Đóng',
} as const;

/** Name of one message of the list. */
export type ListMessageKey = keyof typeof listMessagesVi;

/**
 * The messages of the list in one language: every key, each text with the same placeholders.
 * Where a language counts in singular and plural, a text with `{n}` holds both, parted by ` | ` (C-8).
 */
export type ListMessages = Readonly<Record<ListMessageKey, string>>;
