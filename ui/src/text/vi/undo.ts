import type { Undoable } from '../../api/generated/contract';

/** What Ctrl+Z took back, in a word; a deed without one does not compile. */
const deeds: Record<Undoable, string> = {
  add_area: 'thêm địa bàn',
  edit_area: 'sửa địa bàn',
  put_base: 'số liệu nền',
  edit_plan: 'sửa kế hoạch',
  edit_profile: 'sửa thông tin cơ quan',
  add_visit: 'thêm buổi',
  cancel_visit: 'bỏ hoặc mở lại buổi',
  move_visit: 'dời buổi',
  import_areas: 'nhập bảng địa bàn',
  import_schedule: 'nhập bảng lịch',
  put_form: 'sửa mẫu phiếu',
  put_target: 'sửa chỉ tiêu',
  remove_target: 'bỏ chỉ tiêu',
  order_targets: 'đổi thứ tự chỉ tiêu',
  add_plan_targets: 'thêm chỉ tiêu của kế hoạch',
  undo: 'hoàn tác',
};

export const undo = {
  undone: (deed: Undoable) => `Đã hoàn tác: ${deeds[deed]}. Ctrl+Y để làm lại.`,
  redone: (deed: Undoable) => `Đã làm lại: ${deeds[deed]}.`,
  nothing: 'Không còn gì để hoàn tác.',
  nothingAgain: 'Không còn gì để làm lại.',
};
