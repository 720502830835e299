/**
 * What the service puts to readers about their data, in Vietnamese: the boxes, and the notice where a site gives none of
 * its own. Part of what is stored as proof, so a change here is a new notice (L-4).
 */
export const consentMessagesVi = {
  'consent.process':
    'Tôi đồng ý để {controller} xử lý họ tên, email và nội dung ý kiến của tôi nhằm duyệt, biên tập và đăng ý kiến kèm tên tôi.',
  'consent.address': 'Tôi đồng ý hiện địa chỉ sau tên tôi. (không bắt buộc)',
  'consent.email': 'Gửi email cho tôi về kết quả duyệt. (không bắt buộc)',
  'consent.print': 'Tôi đồng ý cho đăng ý kiến trên báo in. (không bắt buộc)',
  'notice.controller': 'Bên kiểm soát dữ liệu: {controller}, {contact}.',
  'notice.data':
    'Dữ liệu: họ tên, địa chỉ (nếu có), email, nội dung ý kiến, thời điểm gửi và thông tin kỹ thuật chống thư rác ({ipMode}).',
  'notice.sensitive':
    'Ý kiến có thể cho biết quan điểm chính trị, tôn giáo hoặc sức khỏe. Bạn cân nhắc trước khi viết về bản thân và người khác.',
  'notice.purpose': 'Mục đích: duyệt, biên tập, đăng ý kiến; liên hệ khi cần; ngăn thư rác.',
  'notice.retention':
    'Thời gian lưu: email {emailMonths} tháng, thông tin kỹ thuật {ipDays} ngày, ý kiến không đăng {rejectedDays} ngày. Ý kiến đã đăng được lưu cùng bài viết.',
  'notice.recipients': 'Bên nhận: {recipients}.',
  'notice.recipients.none': 'Không chia sẻ cho bên khác, trừ khi pháp luật yêu cầu.',
  'notice.rights': 'Bạn có quyền xem, sửa, nhận bản sao, rút lại đồng ý, yêu cầu xóa và khiếu nại.',
  'notice.minors': 'Nếu bạn dưới 16 tuổi, hãy hỏi cha mẹ hoặc người giám hộ trước khi gửi.',
  'notice.version': 'Bản {version}, áp dụng từ {date}.',
} as const;

/** The messages of consent in one language: every key, each text with the same placeholders (C-1). */
export type ConsentMessages = Readonly<Record<keyof typeof consentMessagesVi, string>>;
