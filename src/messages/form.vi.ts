import type { formAccentMessagesVi } from './form-accents.vi.ts';
import type { formCheckMessagesVi } from './form-checks.vi.ts';
import type { formChoiceMessagesVi } from './form-choice.vi.ts';
import type { formConsentMessagesVi } from './form-consent.vi.ts';
import type { formRefusalMessagesVi } from './form-refusals.vi.ts';
import type { formSituationMessagesVi } from './form-situation.vi.ts';
import type { formSpeechMessagesVi } from './form-speech.vi.ts';

/**
 * What the form says before the reader's first touch and whatever happens to the network, in Vietnamese (C-1).
 * `{…}` is filled in when shown. Only what the form can show now: the file is part of the first download.
 */
export const formMessagesVi = {
  newsroom: 'Tòa soạn',
  'form.heading': 'Ý kiến bạn đọc về bài viết này',
  'form.intro': '{newsroom} đọc và có thể biên tập ý kiến trước khi đăng.',
  'form.accents': 'Bạn nên gõ tiếng Việt có dấu để ý kiến dễ đọc hơn.',
  'form.requiredNote': 'Các ô có dấu * là bắt buộc.',
  'form.optional': '(không bắt buộc)',
  'name.label': 'Họ và tên',
  'name.hint': 'Tên này sẽ hiện cùng ý kiến của bạn. Có thể dùng bút danh.',
  'address.label': 'Địa chỉ',
  'address.hint': 'Ví dụ: phường Bến Thành, TP. Hồ Chí Minh. Không công khai.',
  'email.label': 'Email',
  'email.hint': 'Chỉ để {newsroom} liên hệ khi cần. Không công khai.',
  'content.label': 'Ý kiến của bạn',
  'content.hint': 'Tối đa {max} ký tự.',
  'content.left': 'Còn {n} ký tự',
  'code.label': 'Mã bảo vệ',
  'code.hint': 'Nhập {n} chữ số trong hình.',
  'code.image.alt': 'Hình chứa mã bảo vệ.',
  'code.refresh': 'Mã khác',
  'code.loading': 'Đang tải mã…',
  'code.waiting': 'Mã hiện ra khi bạn bắt đầu viết.',
  'code.help': 'Không nhập được mã? Gửi ý kiến tới {contact}',
  'honeypot.label': 'Để trống ô này',
  submit: 'Gửi ý kiến',
  'submit.busy': 'Đang gửi…',
  retry: 'Thử lại',
  'summary.heading': 'Ý kiến chưa được gửi',
  'summary.count': 'Có {n} chỗ cần sửa',
  'error.prefix.sr': 'Lỗi:',
  'field.refused': 'Ô này chưa đúng. Bạn xem lại',
  'code.unavailable': 'Chưa tải được mã bảo vệ. Bạn bấm “Mã khác”',
  'net.offline': 'Máy đang mất mạng. Nội dung vẫn được giữ, bạn gửi lại khi có mạng.',
  'net.failed': 'Chưa gửi được do lỗi kết nối. Nội dung vẫn được giữ.',
  'net.timeout.unsure': 'Máy chủ trả lời quá lâu. Có thể ý kiến đã tới nơi. Nội dung vẫn được giữ.',
  'server.error': 'Hệ thống đang gặp sự cố. Nội dung vẫn được giữ, bạn thử lại sau ít phút.',
  'sent.heading': 'Đã nhận ý kiến của bạn',
  'sent.pending': 'Cảm ơn bạn. {newsroom} sẽ xem và đăng nếu phù hợp.',
  'sent.published': 'Cảm ơn bạn. Ý kiến đã được đăng.',
  'sent.another': 'Gửi ý kiến khác',
} as const;

/** Name of one message of the form. */
export type FormMessageKey =
  | keyof typeof formMessagesVi
  | keyof typeof formCheckMessagesVi
  | keyof typeof formAccentMessagesVi
  | keyof typeof formChoiceMessagesVi
  | keyof typeof formConsentMessagesVi
  | keyof typeof formRefusalMessagesVi
  | keyof typeof formSituationMessagesVi
  | keyof typeof formSpeechMessagesVi;

/**
 * The messages of the form in one language: every key, each text with the same placeholders.
 * Where a language counts in singular and plural, a text with `{n}` holds both, parted by ` | ` (C-8).
 */
export type FormMessages = Readonly<Record<FormMessageKey, string>>;
