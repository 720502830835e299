/** What the form says where there is work, or a choice of ways, in Vietnamese; a file that comes where that is so. */
export const formChoiceMessagesVi = {
  'code.choose': 'Không nhập được mã?',
  'code.choose.picture': 'Nhập mã trong hình',
  'code.choose.work': 'Để máy tự kiểm tra',
  'code.skip': 'Gửi không cần mã (sẽ duyệt lâu hơn)',
  'code.skipped': 'Bạn gửi không cần mã. Ý kiến sẽ được duyệt lâu hơn.',
  'pow.checking': 'Đang kiểm tra tự động…',
  'pow.done': 'Đã kiểm tra xong.',
  'pow.expired': 'Lần kiểm tra tự động đã hết hạn. Bạn gửi lại; nội dung vẫn được giữ',
  'pow.failed': 'Chưa kiểm tra tự động được. Bạn thử lại hoặc chọn cách khác',
} as const;
