import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, wherever it runs. */
const tickMs = 10;

/** Fields of `/proc/PID/stat` behind the name, which may hold anything (proc_pid_stat(5)); none of a process that is gone. */
const readFields = (processId: number | string): readonly number[] => {
  try {
    const text = readFileSync(`/proc/${processId}/stat`, 'utf8');
    return text
      .slice(text.lastIndexOf(')') + 4)
      .split(' ')
      .map(Number);
  } catch {
    return [];
  }
};

/** Processor time in milliseconds of a process, of its children, and of those that have ended. Linux only. */
export function readCpuMs(processId: number): number {
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const [parent, ...fields] = readFields(name);
    const isParent = Number(name) === processId;
    if (!isParent && parent !== processId) continue;
    // Fields 14 to 17: its own in the program and in the system, and that of children it has seen end.
    const [user = 0, system = 0, ofEndedUser = 0, ofEndedSystem = 0] = fields.slice(9);
    ticks += user + system + (isParent ? ofEndedUser + ofEndedSystem : 0);
  }
  return ticks * tickMs;
}
