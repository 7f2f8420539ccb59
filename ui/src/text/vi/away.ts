/** Copies that leave the office: the second place, and the passphrase that opens them. */
export const away = {
  setTitle: 'Đặt cụm mật khẩu cho bản sao mang ra ngoài',
  changeTitle: 'Đổi cụm mật khẩu của bản sao mang ra ngoài',
  why: 'Bản sao trên USB được khóa lại: ai nhặt được USB cũng không đọc được tên người, số điện thoại. Muốn mở phải gõ đúng cụm mật khẩu này.',
  phrase: 'Cụm mật khẩu',
  phraseHint: 'Tốt nhất là năm từ không liên quan đến nhau, gõ không dấu, cách nhau một dấu cách.',
  strength: {
    blank: 'Gõ từ mười hai ký tự trở lên.',
    short: 'Còn ngắn: máy thử lần lượt là ra. Cần từ mười hai ký tự.',
    guessable: 'Dễ đoán: chỉ có số, chữ lặp lại hoặc tên cơ quan. Hãy thêm từ khác.',
    fair: 'Dùng được. Thêm một, hai từ nữa thì chắc.',
    strong: 'Chắc: không ai thử ra được.',
  },
  marks: 'Cụm này có chữ có dấu: sang máy khác phải có bộ gõ tiếng Việt mới gõ lại được. Gõ không dấu thì máy nào cũng mở được.',
  again: 'Gõ lại cụm mật khẩu',
  differs: 'Hai lần gõ chưa giống nhau.',
  show: 'Hiện chữ đang gõ',
  nobody: 'Quên cụm này thì không ai mở được bản sao, kể cả người làm ra chương trình.',
  paper: 'Hãy viết ra giấy, bỏ phong bì dán kín, cất trong két hoặc tủ có khóa của văn phòng; không cất cùng chỗ với USB.',
  older: 'Những bản đã chép từ trước vẫn mở bằng cụm cũ: giữ cả tờ giấy cũ.',
  noted: 'Tôi đã viết ra giấy và cất',
  keep: 'Dùng cụm mật khẩu này',
} as const;
