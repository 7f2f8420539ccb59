// Every screen, its parts and its dialogs, each with the office it needs and the keys that lead there. The gallery
// draws them; the tests of what everybody must be able to see, hear and reach walk through the same list.

import { numpad, press, settled, tabTo, type } from './browser.mjs';

/** Tab by Tab to what bears the name. */
const to = (name, key = 'Tab') => (page) => tabTo(page, name, key);
/** Tab by Tab backwards, for what stands at the end. */
const back = (name) => to(name, 'Shift+Tab');
const text = (words) => (page) => type(page, words);
const digits = (number) => (page) => numpad(page, number);
/** The same key so often, without waiting in between. */
const times = (n, key) => async (page) => {
  for (let i = 0; i < n; i++) await press(page, key);
};

/**
 * A scene: its name (`… / …` stands on the screen named first), its address, and the keys that lead on from there.
 * `office`: one of `offices.mjs`. `dialog`: one is open. `keeps`: Tab means the next box and stays with them. `sees`:
 * a text that says that one is there.
 */
const scene = (name, at, keys = [], more = {}) => ({
  name,
  at,
  keys,
  office: 'full',
  dialog: false,
  keeps: typeof at === 'function' || at === 'nhap-phieu' || at === 'doi-soat/second',
  ...more,
});
/** A dialog: opened by a button that bears the name. */
const dialog = (name, at, button, more = {}) => scene(name, at, [to(button), 'Enter', ...(more.then ?? [])], { dialog: true, ...more });

/** A sheet keyed in half, and one whose numbers do not agree. */
const half = ({ out }) => `nhap-phieu/${out[0].code}`;
const failing = ({ out }) => `nhap-phieu/${out[1].code}`;
const PAPERS = ['tờ rơi', 'áp phích', 'dải treo cửa', 'ảnh cho Zalo', 'văn bản đọc loa', 'thẻ tổ', 'giấy đôn đốc', 'biên nhận'];

const WORK = [
  scene('Hôm nay', 'hom-nay'),
  dialog('Hôm nay / tin Zalo nhắc nộp phiếu', 'hom-nay', 'Chép tin Zalo'),
  scene('Kế hoạch', 'ke-hoach'),
  dialog('Kế hoạch / ban hành', 'ke-hoach', 'Ban hành…'),
  scene('Kế hoạch / trường tự điền', 'ke-hoach', [to('Trường tự điền'), 'Enter']),
  scene('Kế hoạch / đã ban hành', 'ke-hoach', [], { office: 'issued' }),
  scene('Kế hoạch / nhiệm vụ', 'ke-hoach/nhiem-vu'),
  scene('Kế hoạch / nhiệm vụ / thêm việc', 'ke-hoach/nhiem-vu', [to('Thêm việc cho Văn phòng'), 'Enter']),
  scene('Kế hoạch / nhiệm vụ / một việc', 'ke-hoach/nhiem-vu', [to('Là đầu mối'), 'Enter']),
  scene('Kế hoạch / nhiệm vụ / ghi việc đã làm', 'ke-hoach/nhiem-vu', [to('Là đầu mối'), 'n'], { dialog: true }),
  dialog('Kế hoạch / nhiệm vụ / thêm đơn vị', 'ke-hoach/nhiem-vu', 'Thêm đơn vị'),
  dialog('Kế hoạch / nhiệm vụ / sửa đơn vị', 'ke-hoach/nhiem-vu', 'Sửa đơn vị Văn phòng'),
  dialog('Kế hoạch / nhiệm vụ / đôn đốc', 'ke-hoach/nhiem-vu', 'Đôn đốc'),
  scene('Kế hoạch / tự báo cáo', 'ke-hoach/tu-bao-cao'),
  dialog('Kế hoạch / tự báo cáo / thêm trường', 'ke-hoach/tu-bao-cao', 'Thêm trường'),
  dialog('Kế hoạch / tự báo cáo / sửa trường', 'ke-hoach/tu-bao-cao', 'Sửa Trường Tiểu học A'),
  dialog('Kế hoạch / tự báo cáo / sửa cột', 'ke-hoach/tu-bao-cao', 'Sửa cột'),
  scene('Kế hoạch / văn bản', 'ke-hoach/van-ban'),
  dialog('Kế hoạch / văn bản / soạn mới', 'ke-hoach/van-ban', 'Soạn văn bản mới'),
  dialog('Kế hoạch / văn bản / lời văn mẫu', 'ke-hoach/van-ban', 'Lời văn mẫu'),
  dialog('Kế hoạch / văn bản / ban hành', 'ke-hoach/van-ban', 'Ban hành…'),

  scene('Địa bàn', 'dia-ban'),
  scene('Địa bàn / một địa bàn', 'dia-ban', [to('Minh Khai 5'), 'Enter']),
  scene('Địa bàn / thêm', 'dia-ban', [to('Thêm địa bàn'), 'Enter']),
  dialog('Địa bàn / nhập từ bảng', 'dia-ban', 'Nhập từ bảng'),

  scene('Lịch', 'lich'),
  dialog('Lịch / nhập từ bảng', 'lich', 'Nhập từ bảng'),
  dialog('Lịch / xếp lịch tự động', 'lich', 'Xếp lịch tự động'),
  dialog('Lịch / thêm buổi', 'lich', /^Thêm buổi$/),
  dialog('Lịch / hủy buổi', 'lich', 'Hủy buổi'),
  dialog('Lịch / đổi tổ', 'lich', 'Đổi tổ'),
  dialog('Lịch / dời cả loạt', 'lich', 'Dời cả loạt'),
  dialog('Lịch / đổi ngày kết thúc', 'lich', 'Đổi ngày kết thúc'),
  dialog('Lịch / ngày nghỉ', 'lich', 'Ngày nghỉ'),
  scene('Lịch / phím tắt', 'lich', [to(/^Phím tắt/), 'Enter']),

  scene('Tổ hỗ trợ / phân công', 'to-ho-tro'),
  scene('Tổ hỗ trợ / phân công / thêm người', 'to-ho-tro', [back('Thêm người'), text('le')]),
  scene('Tổ hỗ trợ / lực lượng', 'to-ho-tro/forces'),
  dialog('Tổ hỗ trợ / lực lượng / thêm', 'to-ho-tro/forces', 'Thêm lực lượng'),
  dialog('Tổ hỗ trợ / lực lượng / tin đề nghị', 'to-ho-tro/forces', 'Tin đề nghị'),
  dialog('Tổ hỗ trợ / lực lượng / đổi tên tổ', 'to-ho-tro/forces', 'Đổi tên Tổ hỗ trợ 1'),
  scene('Tổ hỗ trợ / thành viên', 'to-ho-tro/members'),
  scene('Tổ hỗ trợ / thành viên / một người', 'to-ho-tro/members', [to('Đỗ Dũng'), 'Enter']),
  dialog('Tổ hỗ trợ / thành viên / nhập từ bảng', 'to-ho-tro/members', 'Nhập từ bảng'),
  dialog('Tổ hỗ trợ / thành viên / xóa', 'to-ho-tro/members', 'Đỗ Dũng', { then: [to('Xóa…'), 'Enter'] }),

  scene('Nhập phiếu', 'nhap-phieu'),
  scene('Nhập phiếu / đang nhập', half),
  scene('Nhập phiếu / số chưa khớp', failing),
  scene('Nhập phiếu / mã sai', 'nhap-phieu', [to('Mã phiếu'), digits('4821938'), 'NumpadEnter']),
  scene('Nhập phiếu / bảng cả buổi', failing, ['Control+b']),
  scene('Nhập phiếu / ghi chú', failing, ['F4'], { dialog: true }),
  scene('Nhập phiếu / bản chụp', failing, ['F6'], { dialog: true }),

  scene('Phiếu chưa về', 'phieu-chua-ve'),
  dialog('Phiếu chưa về / giao phiếu của một buổi', 'phieu-chua-ve', 'Giao phiếu của một buổi'),
  dialog('Phiếu chưa về / nhận cả gói', 'phieu-chua-ve', 'Nhận cả gói'),
  dialog('Phiếu chưa về / giao cho người khác', 'phieu-chua-ve', 'Giao cho người khác'),
  dialog('Phiếu chưa về / báo thất lạc', 'phieu-chua-ve', 'Báo thất lạc'),
  scene('Phiếu chưa về / nhận phiếu', 'phieu-chua-ve/nhan'),
  scene('Phiếu chưa về / biên nhận', 'phieu-chua-ve/bien-nhan'),

  scene('Đối soát / nhập lần hai', 'doi-soat/second'),
  scene('Đối soát / cách nhập lần hai', 'doi-soat/second', ['F2'], { dialog: true }),
  scene('Đối soát / nhập lần hai / một phiếu', 'doi-soat/second', [to('Mã phiếu'), 'NumpadEnter']),
  scene('Đối soát / chỗ lệch', 'doi-soat/findings'),
  scene('Đối soát / câu hỏi', 'doi-soat/queries'),
  dialog('Đối soát / câu hỏi / đặt', 'doi-soat/queries', 'Đặt câu hỏi'),
  dialog('Đối soát / câu hỏi / trả lời', 'doi-soat/queries', 'Trả lời: '),
  scene('Đối soát / duyệt buổi', 'doi-soat/evenings'),
  dialog('Đối soát / duyệt buổi / duyệt', 'doi-soat/evenings', 'Duyệt thứ Tư, 20/11'),
  scene('Nhịp nhập phiếu', 'nhip-nhap-phieu'),

  scene('Tiến độ / tổng quan', 'tien-do/tong-quan'),
  dialog('Tiến độ / vì sao số này', 'tien-do/tong-quan', 'Số người đã cài đặt'),
  dialog('Tiến độ / đổi ngày', 'tien-do/tong-quan', 'đổi ngày'),
  scene('Tiến độ / địa bàn', 'tien-do/dia-ban'),
  scene('Tiến độ / xu hướng', 'tien-do/xu-huong'),
  scene('Tiến độ / xu hướng / bảng số', 'tien-do/xu-huong', [to('Xem bảng số'), 'Enter']),
  scene('Tiến độ / bước và lý do', 'tien-do/buoc-ly-do'),
  scene('Tiến độ / phiếu thiếu', 'tien-do/phieu-thieu'),
  scene('Tiến độ / xếp hạng', 'tien-do/xep-hang'),

  scene('Ấn phẩm', 'an-pham'),
  ...PAPERS.map((paper, i) => scene(`Ấn phẩm / ${paper}`, 'an-pham', [to('Phiếu kiểm đếm'), times(i + 1, 'ArrowDown')])),
  scene('Ấn phẩm / đã in', 'an-pham/da-in'),
  scene('Ấn phẩm / niêm yết', 'an-pham/niem-yet'),
  dialog('Ấn phẩm / niêm yết / thêm điểm', 'an-pham/niem-yet', 'Thêm điểm niêm yết'),
  scene('Ấn phẩm / tin bài', 'an-pham/tin-bai'),
  scene('Ấn phẩm / dự toán', 'an-pham/du-toan'),
  dialog('Ấn phẩm / dự toán / thêm dòng', 'an-pham/du-toan', 'Thêm dòng'),

  scene('Báo cáo / lập', 'bao-cao/lap'),
  dialog('Báo cáo / phát hành', 'bao-cao/lap', 'Phát hành…'),
  dialog('Báo cáo / điền vào mẫu', 'bao-cao/lap', 'Điền vào mẫu'),
  scene('Báo cáo / đã phát hành', 'bao-cao/da-phat-hanh'),
  scene('Tổng hợp các phường, xã', 'tong-hop', [], { office: 'city' }),
  dialog('Tổng hợp / nhận tệp', 'tong-hop', 'Nhận tệp của phường, xã', { office: 'city' }),
  dialog('Tổng hợp / bỏ một phường', 'tong-hop', 'Bỏ UBND', { office: 'city' }),

  scene('Sao lưu', 'sao-luu/ban-sao'),
  dialog('Sao lưu / khôi phục', 'sao-luu/ban-sao', 'Khôi phục từ bản này'),
  scene('Sao lưu / nơi thứ hai', 'sao-luu/noi-thu-hai'),
  dialog('Sao lưu / cụm mật khẩu', 'sao-luu/noi-thu-hai', 'Đặt cụm mật khẩu'),
  scene('Sao lưu / kiểm tra', 'sao-luu/kiem-tra'),
  scene('Sao lưu / kiểm tra / xong', 'sao-luu/kiem-tra', [to('Kiểm tra ngay'), 'Enter'], { sees: 'Tệp nguyên vẹn' }),
  scene('Nhật ký', 'nhat-ky'),
  dialog('Nhật ký / xuất', 'nhat-ky', 'Xuất nhật ký'),
  scene('Nhật ký / kiểm tra', 'nhat-ky/kiem-tra'),

  scene('Cài đặt / cơ quan', 'cai-dat/office'),
  dialog('Cài đặt / cơ quan / đổi tên từ một ngày', 'cai-dat/office', 'Đổi tên từ một ngày'),
  scene('Cài đặt / nơi nhận báo cáo', 'cai-dat/authorities'),
  dialog('Cài đặt / nơi nhận báo cáo / thêm', 'cai-dat/authorities', 'Thêm nơi nhận'),
  scene('Cài đặt / các đợt', 'cai-dat/campaigns'),
  dialog('Cài đặt / các đợt / mở đợt mới', 'cai-dat/campaigns', 'Mở đợt mới'),
  scene('Cài đặt / tài khoản', 'cai-dat/accounts'),
  dialog('Cài đặt / tài khoản / thêm', 'cai-dat/accounts', 'Thêm tài khoản'),
  dialog('Cài đặt / tài khoản / sửa', 'cai-dat/accounts', 'Sửa tài khoản Thu Hằng'),
  dialog('Cài đặt / tài khoản / mã tạm', 'cai-dat/accounts', 'Đặt mã tạm: Thu Hằng'),
  scene('Cài đặt / mẫu phiếu', 'cai-dat/forms'),
  dialog('Cài đặt / mẫu phiếu / thêm chỉ tiêu', 'cai-dat/forms', 'Thêm chỉ tiêu'),
  scene('Cài đặt / mẫu phiếu / sửa', 'cai-dat/forms', [to('Sửa mẫu phiếu'), 'Enter']),
  scene('Cài đặt / dữ liệu cá nhân', 'cai-dat/privacy'),
  dialog('Cài đặt / dữ liệu cá nhân / sửa', 'cai-dat/privacy', 'Sửa thông tin Lê Văn An'),
  dialog('Cài đặt / dữ liệu cá nhân / xóa', 'cai-dat/privacy', 'Xóa thông tin Lê Văn An'),
  scene('Cài đặt / giao diện', 'cai-dat/looks'),
  scene('Cài đặt / giới thiệu', 'cai-dat/about'),
];

const FRAME = [
  scene('Tìm', 'hom-nay', ['Control+k', text('minh khai 1')], { dialog: true, sees: 'Minh Khai 10' }),
  scene('Tìm / không thấy', 'hom-nay', ['Control+k', text('zzz')], { dialog: true }),
  scene('Hướng dẫn', 'hom-nay', ['F1'], { dialog: true }),
  scene('Có gì mới', 'hom-nay', ['Shift+F1'], { dialog: true }),
  scene('Các phím tắt', 'nhap-phieu', ['Control+/'], { dialog: true }),
  scene('Các phím tắt / màn hình khác', 'dia-ban', ['Control+/'], { dialog: true }),
  scene('Người đang dùng', 'hom-nay', [back('Quản trị'), 'Enter'], { dialog: true }),
  scene('Đổi người dùng', 'hom-nay', ['Control+l'], { dialog: true }),
  // The unlock sheet that it makes cannot be made again; nothing after it needs one.
  dialog('Cài đặt / tài khoản / phiếu mở khóa', 'cai-dat/accounts', 'Lập phiếu mở khóa'),
  scene('Màn hình đang khóa', 'hom-nay', ['Control+Shift+l'], { dialog: true, office: 'guarded', locked: true }),
  scene('Đăng nhập', '', [], { office: 'shut' }),
  scene('Đăng nhập / mã PIN', '', ['1'], { office: 'shut' }),
  scene('Đăng nhập / quên mã PIN', '', ['1', to('Quên'), 'Enter'], { office: 'shut' }),
  scene('Mã PIN của mình', '', [], { office: 'lent' }),
  scene('Lần đầu', '', [], { office: 'none' }),
  scene('Lần đầu / lập hồ sơ', '', ['2'], { office: 'none' }),
  scene('Lần đầu / ngày sai', '', ['2', to('Từ ngày'), text('31022024'), 'Tab'], { office: 'none', sees: 'Ngày chưa đúng' }),
  scene('Lần đầu / mở hồ sơ có sẵn', '', [to('Mở hồ sơ có sẵn'), 'Enter'], { office: 'none' }),
  scene('Tệp bị hỏng', '', [], { office: 'damaged' }),
  scene('Chỉ để xem', 'hom-nay', [], { office: 'reading' }),
];

/** The screens in front of an office that has just been made, with nothing in it. */
const EMPTY = WORK.filter((s) => s.office !== 'issued' && !s.dialog && s.keys.length === 0 && typeof s.at === 'string').map(({ name, at }) =>
  scene(`${name}, còn trống`, at, [], { office: 'empty' }),
);

export const SCENES = [...WORK, ...FRAME, ...EMPTY];

/** Closes what stands open over the screens. */
export async function shut(page) {
  for (let i = 0; i < 3 && (await page.locator('dialog[open]').count()) > 0; i++) await press(page, 'Escape');
}

let arrivals = 0;

/**
 * Goes there and waits until everything has come. A window that stands open at the office already goes on from there,
 * unless it is to be opened anew.
 */
export async function show(page, here, { at, keys, dialog: inDialog, sees }, { anew = false } = {}) {
  const address = typeof at === 'function' ? at(here) : at;
  const stands = page.url().startsWith(here.url) && !anew && address !== '' && (await page.getByRole('navigation', { name: 'Các màn hình' }).count()) > 0;
  if (stands) {
    await shut(page);
    // Each arrival is another one, also at an address where one is already.
    await page.evaluate((hash) => (document.activeElement?.blur(), (location.hash = hash)), `#/${address}${address.includes('/') ? '' : '/'}/${String(++arrivals)}`);
  } else {
    await page.goto('about:blank');
    await page.goto(`${here.url}#/${address}`);
  }
  await page.locator('h1, dialog[open], .brand').first().waitFor();
  await settled(page);
  for (const [i, step] of keys.entries()) {
    if (inDialog && i === keys.length - 1) await page.evaluate(() => (window.opener_ = document.activeElement));
    if (typeof step === 'string') await press(page, step);
    else await step(page);
    await settled(page);
  }
  if (inDialog) await page.locator('dialog[open]').waitFor();
  if (sees) await page.getByText(sees).first().waitFor();
  await settled(page);
}
