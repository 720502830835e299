/** Why a comment was not published: the same words for who decides and for who wrote it (M-6, L-15). */
export const reasonMessagesVi = {
  'reason.reader.text':
    '{newsroom} đã đọc ý kiến của bạn nhưng chưa đăng được vì: {reason}. Bạn có thể sửa và gửi lại.',
  'reason.offensive': 'Xúc phạm, thô tục',
  'reason.harassment': 'Công kích cá nhân',
  'reason.hate': 'Kích động thù ghét, kỳ thị',
  'reason.illegal': 'Vi phạm pháp luật',
  'reason.false': 'Thông tin sai hoặc chưa kiểm chứng',
  'reason.privacy': 'Lộ thông tin cá nhân',
  'reason.spam': 'Quảng cáo, thư rác',
  'reason.offtopic': 'Không liên quan bài viết',
  'reason.duplicate': 'Trùng ý kiến khác',
  'reason.noAccents': 'Không dấu, khó đọc',
  'reason.other': 'Lý do khác',
} as const;
