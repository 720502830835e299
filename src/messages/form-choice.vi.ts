/** What the form says where there is work, or a choice of ways, in Vietnamese; a file that comes where that is so. */
export const formChoiceMessagesVi = {
  'code.skip': 'Gửi không cần mã (sẽ duyệt lâu hơn)',
  'code.skipped': 'Bạn gửi không cần mã. Ý kiến sẽ được duyệt lâu hơn.',
} as const;
