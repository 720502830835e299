import type { Usage } from './measured-program.ts';

/** Runs in the measured program: tells its parent process, when asked, what the program has used until now. */
const reportUsage = (): void => {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    const usage: Usage = { cpuMs: (user + system) / 1000, rssBytes: process.memoryUsage.rss() };
    process.send?.(usage);
  });
};

/**
 * What to load before a program (`node --import`) to measure it as it was built, from inside. As plain JavaScript: for a
 * file of TypeScript Node would load its type stripper into the program, 17 MiB that are not the program's.
 */
export const usageReporter = `data:text/javascript,${encodeURIComponent(`(${String(reportUsage)})()`)}`;
