import { recordPrefix } from './records.ts';

const memory = new Map<string, string>();

/**
 * What this browser has kept under `name`; an empty array where there is nothing.
 * Where storage is switched off or full, what was written since the page was opened.
 */
export function readRecord(name: string): readonly unknown[] {
  try {
    const kept: unknown = JSON.parse(
      memory.get(name) ?? localStorage.getItem(recordPrefix + name) ?? '',
    );
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

/** Keeps the last `max` of `items` under `name`. */
export function writeRecord(name: string, items: readonly unknown[], max: number): void {
  const text = JSON.stringify(items.slice(-max));
  try {
    localStorage.setItem(recordPrefix + name, text);
    memory.delete(name);
  } catch {
    memory.set(name, text);
  }
}
