/** What the form says of a comment that is answered, and of an article that takes none, in Vietnamese; fetched when needed. */
export const formSituationMessagesVi = {
  'reply.to': 'Trả lời ý kiến của {name}',
  'reply.cancel': 'Thôi trả lời',
  'reply.gone': 'Ý kiến bạn đang trả lời không còn nữa. Bạn có thể gửi thành ý kiến mới.',
  'state.closedAuto': 'Bài viết đã ngừng nhận ý kiến từ ngày {date}.',
  'state.readonly': 'Tạm thời chưa nhận ý kiến mới. Bạn vẫn có thể đọc các ý kiến đã đăng.',
  'state.closing': 'Nhận ý kiến đến {date}.',
} as const;
