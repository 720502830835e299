/** What the form says of comments that only a server can refuse, in Vietnamese; fetched with the first refusal. */
export const formRefusalMessagesVi = {
  'content.links': 'Ý kiến chỉ được có tối đa {max} đường dẫn',
  'content.noAccents': '{newsroom} chỉ nhận ý kiến viết bằng tiếng Việt có dấu',
  'code.expired': 'Mã bảo vệ đã hết hạn. Bạn nhập mã mới; nội dung khác vẫn được giữ',
  'code.spent': 'Mã này đã được dùng. Bạn nhập mã mới; nội dung khác vẫn được giữ',
  duplicate: 'Ý kiến này đã được gửi trước đó và đang chờ {newsroom} xem.',
  'state.off': 'Bài viết này không nhận ý kiến.',
  'rate.wait': 'Bạn vừa gửi ý kiến. Vui lòng chờ {time} rồi gửi tiếp.',
  'rate.many': 'Đang có quá nhiều ý kiến được gửi. Vui lòng thử lại sau {time}.',
  'server.maintenance': 'Hệ thống đang bảo trì. Bạn quay lại sau.',
  'server.forbidden': 'Phiên làm việc đã hết. Bạn tải lại trang rồi gửi; nội dung vẫn được giữ.',
  'server.tooLarge': 'Nội dung gửi quá lớn.',
  'net.timeout': 'Máy chủ trả lời quá lâu. Có thể ý kiến đã tới nơi; gửi lại cũng không bị trùng.',
  'server.unreadable':
    'Máy chủ trả lời không đúng dạng nên chưa rõ ý kiến đã tới nơi hay chưa. Nội dung vẫn được giữ.',
} as const;
