/** What the form says where a code can be heard, in Vietnamese; a file that comes where speech is offered. */
export const formSpeechMessagesVi = {
  'code.listen': 'Nghe mã',
  'code.listen.again': 'Nghe lại',
  'code.stop': 'Dừng',
  'code.picture': 'Xem hình',
  'code.spoken': 'Bạn nghe mã rồi nhập các chữ số.',
  'code.hint.listen': 'Nhập {n} chữ số trong hình, hoặc bấm “Nghe mã”.',
  'code.hint.spoken': 'Nhập {n} chữ số nghe được, hoặc bấm “Xem hình”.',
  'code.image.alt.listen': 'Hình chứa mã bảo vệ. Nếu không xem được, bạn hãy bấm “Nghe mã”.',
  'code.wrong.spoken': 'Mã bảo vệ chưa đúng. Bạn nghe và nhập mã mới',
  'code.audioFailed': 'Chưa phát được âm thanh. Bạn thử lại hoặc dùng mã khác',
} as const;
