/** What the form says about consent, in Vietnamese; a file that comes with the boxes, where a site asks for consent. */
export const formConsentMessagesVi = {
  'consent.more': 'Xem thông báo về dữ liệu cá nhân',
  'consent.empty': 'Bạn cần đồng ý để {newsroom} xử lý và đăng ý kiến',
  'notice.heading': 'Thông báo xử lý dữ liệu cá nhân',
  'notice.changed': 'Thông báo về dữ liệu cá nhân vừa được cập nhật. Bạn xem lại và xác nhận',
} as const;
