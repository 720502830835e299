/** What the pages without script say beside the form's own words, in Vietnamese. */
export const pageMessagesVi = {
  'page.title': 'Ý kiến bạn đọc',
  'page.title.of': 'Ý kiến bạn đọc: {title}',
  'page.title.error': 'Lỗi: {title}',
  'page.article': 'Về bài viết',
  'page.all': 'Tất cả ý kiến',
  'page.read': 'Đọc {n} ý kiến',
  'page.write': 'Viết ý kiến',
  'page.previous': 'Trang trước',
  'page.feed': 'Theo dõi qua Atom',
  'page.see': 'Xem ý kiến của bạn',
  'page.problem': 'Không mở được trang này',
  'page.problem.invalid-query': 'Đường dẫn không đúng. Bạn quay lại bài viết và thử lại.',
  'page.problem.not-found': 'Ý kiến này không còn nữa.',
  'page.problem.origin-refused':
    'Trình duyệt không cho biết ý kiến được gửi từ trang nào, nên ý kiến chưa được nhận. Bạn quay lại trang trước rồi gửi lại; nếu vẫn không được, hãy tắt tiện ích chặn nguồn gửi.',
  'page.code.sound': 'Mã bảo vệ đọc thành tiếng',
} as const;

/** Name of one message of the pages. */
export type PageMessageKey = keyof typeof pageMessagesVi;

/** The messages of the pages in one language: every key, each text with the same placeholders (C-1). */
export type PageMessages = Readonly<Record<PageMessageKey, string>>;
