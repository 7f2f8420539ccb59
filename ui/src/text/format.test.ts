import { describe, expect, it } from 'vitest';
import {
  areasOf,
  codeAsTyped,
  compare,
  count,
  daysBetween,
  dm,
  dmy,
  fold,
  hm,
  matches,
  parseCount,
  parseDay,
  parseHour,
  percent,
  plusDays,
  weekdayIndex,
} from './format';

describe('numbers', () => {
  it('are grouped with points and have a comma', () => {
    expect([0, 999, 1234, 1234567].map(count)).toEqual(['0', '999', '1.234', '1.234.567']);
    expect(percent(12.5)).toBe('12,5\u00a0%');
    expect(percent(50)).toBe('50\u00a0%');
    expect(percent(31.44)).toBe('31,4\u00a0%');
  });

  it('are read strictly: a decimal never becomes a larger count', () => {
    expect(['12', ' 1.234 ', '1 234', '0'].map(parseCount)).toEqual([12, 1234, 1234, 0]);
    for (const text of ['', '12,5', '1.23', '-1', '1..234', 'x', '12.3456']) expect(parseCount(text)).toBeNull();
  });
});

describe('days', () => {
  it('are written day first', () => {
    expect(dmy('2024-11-09')).toBe('09/11/2024');
    expect(dm('2024-11-09')).toBe('09/11');
    expect(hm('19:30:00')).toBe('19h30');
  });

  it('are read as offices type them', () => {
    for (const typed of ['9/11/2024', '09/11/2024', '9-11-24', '09112024', '9.11.2024', '2024-11-09', ' 9/11/2024 ']) {
      expect(parseDay(typed), typed).toBe('2024-11-09');
    }
    for (const typed of ['', '31/11/2024', '29/2/2023', '9/13/2024', '11', '9/11', 'mai', '00/11/2024']) {
      expect(parseDay(typed), typed).toBeNull();
    }
    expect(parseDay('29/02/2024')).toBe('2024-02-29');
  });

  it('are counted over months and years', () => {
    expect(plusDays('2024-11-30', 1)).toBe('2024-12-01');
    expect(plusDays('2024-01-01', -1)).toBe('2023-12-31');
    expect(daysBetween('2024-11-17', '2024-11-29')).toBe(12);
    expect(weekdayIndex('2024-11-18')).toBe(0);
    expect(weekdayIndex('2024-11-17')).toBe(6);
  });
});

describe('search and order', () => {
  it('ignore marks, also of đ, whatever form the text has', () => {
    expect(fold('1 Ngô Thì NHẬM')).toBe('1 ngo thi nham');
    expect(fold('Đa Sỹ'.normalize('NFD'))).toBe('da sy');
    expect(matches('Cầu Đơ 4', 'cau do')).toBe(true);
    expect(matches('3 Ngô Thì Nhậm', 'nham 3')).toBe(true);
    expect(matches('3 Ngô Thì Nhậm', 'ngô')).toBe(true);
    expect(matches('3 Ngô Thì Nhậm', '4')).toBe(false);
    expect(matches('Hà Trì 10', 'tri 1')).toBe(true);
  });

  it('put numbers by value and letters in Vietnamese order', () => {
    const names = ['Hà Trì 10', 'Hà Trì 2', 'Đa Sỹ', 'Cầu Đơ 1', 'Dương Nội', 'Ăn Thịnh', 'An Hòa'];
    expect(names.sort(compare)).toEqual([
      'An Hòa',
      'Ăn Thịnh',
      'Cầu Đơ 1',
      'Dương Nội',
      'Đa Sỹ',
      'Hà Trì 2',
      'Hà Trì 10',
    ]);
  });
});

it('a code gets its hyphen while it is typed, a scan stays as it is', () => {
  expect(['4', '482', '4821', '4821937', '48219371'].map(codeAsTyped)).toEqual([
    '4',
    '482',
    '482-1',
    '482-1937',
    '48219371',
  ]);
});

it('hours are read as offices type them', () => {
  for (const typed of ['19h30', '19:30', '19.30', '1930', '19 30', ' 19H30 ']) expect(parseHour(typed)).toBe('19:30:00');
  expect([' 7.05 ', '19h', '8h', '8'].map(parseHour)).toEqual(['07:05:00', '19:00:00', '08:00:00', '08:00:00']);
  for (const typed of ['', '25:00', '25h', '19:75', '19h61', '19h3', 'tối']) expect(parseHour(typed)).toBeNull();
});

it('of many areas the first are named and the others counted', () => {
  expect(areasOf(['Hà Trì 1', 'Hà Trì 2', 'Hà Trì 3'], 3)).toBe('Hà Trì 1, Hà Trì 2, Hà Trì 3');
  expect(areasOf(['Hà Trì 1', 'Hà Trì 2', 'Hà Trì 3', 'Hà Trì 4'], 3)).toBe('Hà Trì 1, Hà Trì 2 và 2 địa bàn nữa');
});
