import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a paper says of itself in its notice. */
export const noticeFacts = {
  version: '2026-11',
  date: '2026-11-24',
  controller: 'Tạp chí Bờ Bãi',
  contact: 'bandoc@bobai.example',
  emailMonths: 12,
  ipDays: 30,
  rejectedDays: 90,
  ipMode: { vi: 'địa chỉ IP rút gọn', en: 'shortened IP address' },
};

/** Writes a notice into a folder; its path. */
export function writeNotice(
  folder: string,
  changes: Readonly<Record<string, unknown>> = {},
): string {
  const file = join(folder, 'notice.json');
  writeFileSync(file, JSON.stringify({ ...noticeFacts, ...changes }));
  return file;
}
