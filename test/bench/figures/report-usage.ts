/**
 * Loaded before a program (`node --import`): tells the parent process, when asked, what the program has used until now.
 * So the built program itself is measured, from inside.
 */
import type { Usage } from './measured-program.ts';

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const usage: Usage = { cpuMs: (user + system) / 1000, rssBytes: process.memoryUsage.rss() };
  process.send?.(usage);
});
