/** Something that is done again and again. */
export interface Job {
  /** Small letters and hyphens; the same on all instances. */
  readonly name: string;
  /** How often, in minutes; 60 at most, and a divisor of it. */
  readonly everyMinutes: number;
  /** Does it, in at most some minutes. Aborted when the service closes; what is left is done the next time. */
  run(signal: AbortSignal): Promise<void>;
}

/** Does jobs at their times: each once for all instances of a database, never twice at the same moment. */
export interface JobRunner {
  /** Begins. Called once; never rejects. */
  start(jobs: readonly Job[]): Promise<void>;
  /** Ends what is being done, then everything. */
  close(): Promise<void>;
}
