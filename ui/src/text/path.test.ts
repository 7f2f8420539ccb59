import { expect, it } from 'vitest';
import { shortPath } from './path';

it.each([
  ['C:\\Users\\Thu Hằng\\Documents\\Từng Ngõ', 'Tài liệu › Từng Ngõ'],
  ['C:\\Users\\Thu Hằng\\OneDrive\\Documents\\Từng Ngõ', 'OneDrive › Tài liệu › Từng Ngõ'],
  ['/home/vanphong/Documents/Từng Ngõ', 'Tài liệu › Từng Ngõ'],
  ['/home/vanphong/Tài liệu/Từng Ngõ', 'Tài liệu › Từng Ngõ'],
  ['E:\\Từng Ngõ\\Dữ liệu\\Văn phòng', 'E: › Từng Ngõ › Dữ liệu › Văn phòng'],
  ['D:\\a\\b\\c\\d\\e', 'D: › … › d › e'],
  ['\\\\may-chu\\chung\\Hà Cầu', 'may-chu › chung › Hà Cầu'],
  // Nobody's own folder: shown as it is.
  ['D:\\Users\\Hà Cầu', 'D: › Users › Hà Cầu'],
  ['C:\\Users\\Thu Hằng', 'C: › Users › Thu Hằng'],
])('%s is shown as %s', (full, short) => {
  expect(shortPath(full)).toBe(short);
});
