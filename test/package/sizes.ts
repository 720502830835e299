import { readBrowserFiles, readDeskFiles } from './browser-files.ts';
import { deskBudgets, findUncounted, weighFiles } from './size-budgets.ts';

const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(2).padStart(6);

/**
 * Prints what the browser files weigh against their budgets, and the integrity of those that pages name themselves.
 * @returns The exit code: 1 where a budget is not kept or a file is in none.
 */
function reportSizes(): number {
  const files = readBrowserFiles();
  console.log('KB (1,024 bytes) after gzip -9');
  const desk = readDeskFiles();
  const findings = [...weighFiles(files), ...weighFiles(desk, deskBudgets)];
  for (const { what, bytes, limitKilobytes, goalKilobytes, isKept } of findings) {
    const goal = goalKilobytes ? `, goal ${goalKilobytes}` : '';
    const verdict = isKept ? '' : '  NOT KEPT';
    console.log(`${kilobytes(bytes)}  ${what} (limit ${limitKilobytes}${goal})${verdict}`);
  }
  console.log('');
  for (const { name, gzipBytes } of [...files, ...desk])
    console.log(`${kilobytes(gzipBytes)}  ${name}`);
  console.log('');
  for (const { name, integrity } of files) {
    if (/^reader-comments(?:\.classic)?\.js$/.test(name)) {
      console.log(`${name}\n  integrity="${integrity}"`);
    }
  }
  const uncounted = [...findUncounted(files), ...findUncounted(desk, deskBudgets)];
  for (const { name } of uncounted) console.error(`${name} is counted in no budget.`);
  return uncounted.length === 0 && findings.every(({ isKept }) => isKept) ? 0 : 1;
}

process.exitCode = reportSizes();
