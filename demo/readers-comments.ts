// Over 250 lines: sample texts.
/** A published comment of the demo, as a reader of the invented journal could have written it. */
export interface DemoComment {
  readonly name: string;
  /** Shown after the name; left out where the reader did not agree to that. */
  readonly address?: string;
  readonly content: string;
  /** Hours before the demo's first start. */
  readonly hoursAgo: number;
  readonly likes?: number;
  readonly mark?: 'pinned' | 'pick' | 'edited' | 'staff';
  readonly replies?: readonly DemoComment[];
}

/** What stands under the demo's article: enough for a second page, with every kind of thing the list can show. */
export const demoComments: readonly DemoComment[] = [
  {
    name: 'Tòa soạn Bờ Bãi',
    content:
      'Xã lấy ý kiến bà con về mái nhà chờ và khoảng đất bến đò đến hết ngày 20/12. Bạn đọc có hình cũ của bến Vàm Thuận, xin gửi về bandoc@bobai.example; chúng tôi sẽ chuyển cho nhóm bạn trẻ của xã.',
    hoursAgo: 70,
    likes: 41,
    mark: 'pinned',
  },
  {
    name: 'Nguyễn Thị Cẩm Tú',
    address: 'Cù lao Bần',
    content:
      'Tôi là một trong những đứa nhỏ “làm bài tập trên đò” đây. Cô Bảy không bao giờ lấy tiền học trò, má tôi gửi buồng chuối cô cũng chia lại cho cả ghe.\n\nĐọc bài mà nghe được cả tiếng nước vỗ be ghe. Cảm ơn tác giả đã viết về cô khi cô còn cầm chèo.',
    hoursAgo: 92,
    likes: 128,
    mark: 'pick',
    replies: [
      {
        name: 'Phạm Minh Đức',
        content:
          'Lớp mình hồi đó có ai còn giữ cuốn vở chữ nghiêng không, chụp gửi cô Bảy coi cho vui.',
        hoursAgo: 90,
        likes: 12,
      },
      {
        name: 'Nguyễn Thị Cẩm Tú',
        address: 'Cù lao Bần',
        content: 'Mình còn một cuốn lớp Ba, nét chữ như sóng thiệt. Để mình chụp.',
        hoursAgo: 88,
        likes: 9,
      },
      {
        name: 'Lê Văn Út',
        address: 'Vàm Thuận',
        content: 'Cô Bảy đọc được bài rồi, cười hoài.',
        hoursAgo: 60,
        likes: 23,
      },
      {
        name: 'Trần Thị Mỹ Hạnh',
        content: 'Đọc tới đây mà cay mắt.',
        hoursAgo: 31,
      },
    ],
  },
  {
    name: 'Võ Hoàng Nam',
    address: 'Kỹ sư cầu đường, Cần Thơ',
    content:
      'Nên giữ bến hàng. Cầu hai làn xe, tải trọng có hạn, ghe vật liệu và ghe lúa vẫn cần chỗ lên hàng. Mái nhà chờ có thể dời vào trong vài chục mét, không nhất thiết phải đứng đúng mép sông, nhất là khi bãi đang lở.',
    hoursAgo: 89,
    likes: 37,
    replies: [
      {
        name: 'Huỳnh Kim Ngân',
        content:
          'Dời vô trong thì còn gì là bến, anh. Theo tôi làm kè trước rồi tính chuyện giữ hay dời sau.',
        hoursAgo: 86,
        likes: 15,
      },
      {
        name: 'Võ Hoàng Nam',
        address: 'Kỹ sư cầu đường, Cần Thơ',
        content: 'Đồng ý là phải có kè trước. Bãi lở mà trồng lại bần như bà Bảy nói là rất đúng.',
        hoursAgo: 85,
        likes: 21,
      },
    ],
  },
  {
    name: 'Ý',
    content: 'Mong tạp chí quay lại ngày thông xe.',
    hoursAgo: 84,
    likes: 6,
  },
  {
    name: 'Đặng Quốc Bảo',
    address: 'Long Xuyên',
    content:
      'Năm 1996 nước lên, tôi chở vợ đi sinh qua đúng bến này lúc hai giờ sáng. Gọi một tiếng là có người thức dậy, không hỏi tiền nong. Cầu thì mừng, nhưng cái tình đó thì phải giữ.',
    hoursAgo: 80,
    likes: 96,
    mark: 'edited',
  },
  { name: 'Lâm Thị Hồng', content: 'Bà con mong cây cầu này lâu lắm rồi.', hoursAgo: 78, likes: 4 },
  {
    name: 'Bùi Đình Khang',
    address: 'Thái Bình',
    content:
      'Ngoài Bắc quê tôi cũng có bến đò như thế, bỏ bến xong mười năm sau hỏi bọn trẻ không đứa nào biết ngày xưa qua sông bằng gì. Ủng hộ giữ mái nhà chờ và tấm bảng ghi con nước.',
    hoursAgo: 74,
    likes: 33,
  },
  {
    name: 'Trần Ngọc Ánh',
    content: 'Cho tôi hỏi tranh minh họa của họa sĩ Đỗ Quỳnh Giao có bán bản in không?',
    hoursAgo: 72,
    replies: [
      {
        name: 'Tòa soạn Bờ Bãi',
        content: 'Bản in khổ A3 có trong số 428. Bạn đặt mua ở mục “Số báo in” trên trang này.',
        hoursAgo: 69,
        likes: 7,
        mark: 'staff',
      },
    ],
  },
  {
    name: 'H’Hen Niê',
    address: 'Buôn Ma Thuột',
    content: 'Bài viết đẹp quá.',
    hoursAgo: 66,
    likes: 11,
  },
  {
    name: 'Phan Thanh Tùng',
    address: 'Tân Châu',
    content:
      'Tôi chạy ghe cát qua khúc này hơn hai chục năm. Cô Bảy luôn giảm máy nhường đường, ghe lớn ghe nhỏ gì cũng vậy. Sông rộng bốn trăm mét mà ai cũng biết tên nhau.\n\nSau này không còn đò, tôi chỉ mong các tài công trẻ vẫn giữ lệ giảm máy khi đi ngang bến: dưới bến còn trẻ con tắm, còn người giặt đồ, còn ghe rau cặp bờ. Một cái sóng lớn là ướt hết. Ngày xưa không có bảng cấm, không có ai phạt, người ta giữ lệ với nhau thôi. Con nước có giờ, ghe thuyền có lệ, cái bến nhỏ như vậy mà dạy người ta nhiều thứ lắm.\n\nTôi cũng đồng ý với nhiều bạn là nên trồng lại bần. Khúc bờ phía dưới vàm hồi xưa bần mọc dày, sóng ghe tải vô tới bờ là tan. Từ ngày chặt bần làm ao, năm nào cũng lở, có năm mất cả chục mét. Kè đá thì bền nhưng tốn tiền và phải làm cả đoạn dài, chứ kè một khúc thì khúc kế bên lở dữ hơn. Trồng bần rẻ hơn, chậm hơn, nhưng có chỗ cho con cá, con tôm, và ban đêm có đom đóm. Bà Bảy nói đúng, rễ bần giữ đất.\n\nXin gửi lời thăm cô Bảy.',
    hoursAgo: 64,
    likes: 58,
  },
  {
    name: 'Mai Thị Lan',
    content: 'Nhắc trái bần nấu canh chua là nhớ nhà liền.',
    hoursAgo: 58,
    likes: 17,
  },
  {
    name: 'Hoàng Gia Huy',
    address: 'TP.HCM',
    content:
      'Mình dẫn lớp đi thực tế ở đây năm ngoái. Sinh viên thành phố lần đầu thấy bảng ghi giờ con nước, đứa nào cũng chụp hình. Nếu làm góc kể chuyện sông, lớp mình xin góp phần vẽ và ghi âm lời kể.',
    hoursAgo: 55,
    likes: 29,
    replies: [
      {
        name: 'Nguyễn Khánh Vy',
        address: 'Đoàn xã',
        content: 'Nhóm tụi em đang cần đúng việc này, anh cho em xin liên lạc qua tòa soạn nha.',
        hoursAgo: 50,
        likes: 8,
      },
    ],
  },
  {
    name: 'Đỗ Văn Lành',
    address: 'Vĩnh Long',
    content: 'Chúc bà Bảy mạnh giỏi.',
    hoursAgo: 52,
    likes: 5,
  },
  {
    name: 'Nguyễn Phương Thảo',
    address: 'Hà Nội',
    content: '“Con nước là không đổi”: tôi đọc lại câu này ba lần.',
    hoursAgo: 49,
    likes: 14,
  },
  {
    name: 'Trương Công Định',
    content:
      'Cầu có làn cho người đi bộ không tòa soạn? Trong bài chỉ nói hai làn xe. Học trò đạp xe qua cầu hơn sáu trăm mét mà đi chung với xe tải thì nguy hiểm.',
    hoursAgo: 46,
    likes: 44,
    replies: [
      {
        name: 'Tòa soạn Bờ Bãi',
        content:
          'Theo bản vẽ mà ban quản lý công trình cho xem, mỗi bên cầu có lề bộ hành rộng 1,5 mét, có lan can.',
        hoursAgo: 44,
        likes: 19,
        mark: 'staff',
      },
      {
        name: 'Trương Công Định',
        content: 'Cảm ơn tòa soạn đã trả lời.',
        hoursAgo: 43,
      },
    ],
  },
  {
    name: 'Sơn Thị Sà Phai',
    address: 'Trà Cú',
    content: 'Ước gì xóm tôi cũng có một bài như vầy.',
    hoursAgo: 40,
    likes: 10,
  },
  {
    name: 'Lý Minh Triết',
    content: 'Nên cho ghi âm tiếng bà Bảy hò gọi đò, để sau này còn có cái nghe.',
    hoursAgo: 36,
    likes: 26,
  },
  {
    name: 'Cao Thị Thu',
    address: 'Sa Đéc',
    content: 'Đọc lúc bốn giờ rưỡi sáng, đúng giờ bà tháo dây neo.',
    hoursAgo: 33,
    likes: 13,
  },
  {
    name: 'Ngô Tấn Phát',
    content:
      'Trái cây hái sáng lên xe đi luôn, khỏi sang ghe hai lần: với nhà vườn tụi tôi, chỉ riêng chuyện đó đã đáng cây cầu.',
    hoursAgo: 29,
    likes: 18,
  },
  { name: 'Dương Ái Như', content: 'Cảm ơn tác giả Trần Hạ Lam.', hoursAgo: 26, likes: 3 },
  {
    name: 'Tạ Quang Vinh',
    address: 'Đà Nẵng',
    content: 'Phóng sự hay. Mong số sau có thêm hình chụp bến trong mùa nước nổi.',
    hoursAgo: 22,
    likes: 7,
  },
  {
    name: 'Kiều Oanh',
    content: 'Cha tôi cũng từng chèo đò. Ông mất năm ngoái, tôi gửi bài này cho cả nhà đọc.',
    hoursAgo: 15,
    likes: 35,
  },
  {
    name: 'Bạn đọc 68',
    content: 'Giá mà cầu và đò cùng tồn tại thêm vài năm.',
    hoursAgo: 9,
    likes: 2,
  },
  {
    name: 'Trịnh Xuân Hải',
    address: 'Mỹ Tho',
    content: 'Xã nên công bố kết quả lấy ý kiến để bà con và bạn đọc cùng theo dõi.',
    hoursAgo: 4,
    likes: 6,
  },
];
