import type { Problem, ProblemCode } from '../src/protocol/index.ts';

/** What the old server says, word for word: its pages know an outcome by nothing else. */
export const sentences = {
  pending: 'Ý kiến của bạn đã được gửi thành công và đang chờ Ban Biên tập duyệt.',
  published: 'Ý kiến của bạn đã được đăng.',
  wrongCode: 'Mã bảo vệ không đúng, bạn vui lòng nhập lại.',
  oldCode: 'Mã bảo vệ đã hết hạn, bạn vui lòng nhập mã mới.',
  name: 'Họ và tên không hợp lệ.',
  address: 'Địa chỉ không hợp lệ.',
  email: 'Email không hợp lệ.',
  content: 'Nội dung ý kiến không hợp lệ.',
  sessionOver: 'Phiên làm việc đã hết hạn, bạn vui lòng tải lại trang.',
  tooLarge: 'Nội dung gửi lên quá lớn.',
  failed: 'Hệ thống đang bận, bạn vui lòng gửi lại sau ít phút.',
} as const;

const sentenceOfCode: Readonly<Partial<Record<ProblemCode, string>>> = {
  'challenge-missing': sentences.wrongCode,
  'challenge-wrong': sentences.wrongCode,
  'challenge-malformed': sentences.oldCode,
  'challenge-expired': sentences.oldCode,
  'challenge-spent': sentences.oldCode,
  'origin-refused': sentences.sessionOver,
  'too-large': sentences.tooLarge,
};

const sentenceOfField: Readonly<Record<string, string>> = {
  name: sentences.name,
  address: sentences.address,
  email: sentences.email,
  content: sentences.content,
  'challenge.answer': sentences.wrongCode,
};

/** What the old server says of a problem: one sentence, be it ever so general. */
export function legacySentence(problem: Problem | undefined): string {
  const [first] = problem?.errors ?? [];
  const ofField = first && sentenceOfField[first.field];
  return ofField ?? (problem && sentenceOfCode[problem.code]) ?? sentences.failed;
}

/** A page that says one of {@link sentences}; nothing of the reader's is in it. */
export const legacyPage = (sentence: string, status = 200): Response =>
  new Response(
    `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <title>Ý kiến bạn đọc</title>
  </head>
  <body>
    <div id="ctl00_pnlThongBao"><span id="ctl00_lblThongBao">${sentence}</span></div>
  </body>
</html>
`,
    {
      status,
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      },
    },
  );
