import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findContactSignals } from '../../../src/service/rules/signals/find-contact-signals.ts';

const found = (content: string): readonly string[] =>
  findContactSignals({ name: '', address: '', content }).flatMap(({ severity, offsets }) => {
    assert.equal(severity, 'hold');
    return offsets.map(([start, end]) => content.slice(start, end));
  });

describe('findContactSignals (T-16)', () => {
  const contacts: Readonly<Record<string, readonly string[]>> = {
    'Gọi 0912345678 ngay': ['0912345678'],
    'Gọi 0912.345.678, 0912-345-678': ['0912.345.678', '0912-345-678'],
    '0 9 1 2 3 4 5 6 7 8 vay nhanh': ['0 9 1 2 3 4 5 6 7 8'],
    'ĐT:o9I2 345 678': ['o9I2 345 678'],
    'lh +84 912 345 678': ['+84 912 345 678'],
    '(028) 3829 1234': ['(028) 3829 1234'],
    'Tổng đài 1900 1234': ['1900 1234'],
    '０９１２３４５６７８': ['０９１２３４５６７８'],
    'Viết cho vay.nhanh@example.com nhé': ['vay.nhanh@example.com'],
    'tele @kuwin88': ['tele @kuwin88'],
    'Telegram: vay_nhanh': ['Telegram: vay_nhanh'],
    'zalo vaynhanh247': ['zalo vaynhanh247'],
    'Kết bạn Zalo để nhận quà': ['Kết bạn Zalo'],
    'ket ban qua zalo nhe': ['ket ban qua zalo'],
  };
  for (const [text, expected] of Object.entries(contacts)) {
    it(`sees ${JSON.stringify(expected)} in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(found(text), expected);
    });
  }

  for (const text of [
    'Ngày 01.01.2026 lúc 08:00, giá 2.000.000.000 đồng',
    'Năm 2024 2025 2026 đều tăng',
    'Mã số 123456789012',
    'Họ nhắn tin qua Zalo để lừa đảo',
    'Nhóm Telegram lừa đảo rất nhiều',
    'Ôi lo lo lo lo lo lo lo lo lo',
    '@Minh Tuấn: đồng ý',
    'Gọi 113, 114 hoặc 115',
    'Điều 12, khoản 3, Nghị định 100/2019/NĐ-CP',
  ]) {
    it(`sees none in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(found(text), []);
    });
  }
});
