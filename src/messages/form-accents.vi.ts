/** What the form says of Vietnamese without accents, in Vietnamese; fetched when a reader writes so. */
export const formAccentMessagesVi = {
  'accents.confirm': 'Ý kiến của bạn chưa có dấu. Bạn muốn sửa hay vẫn gửi?',
  'accents.edit': 'Để tôi sửa',
  'accents.send': 'Vẫn gửi',
  'typing.help': 'Mẹo: bật bộ gõ (Telex hoặc VNI) để có dấu.',
} as const;
