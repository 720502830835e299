import { type MeasuredProgram, startMeasured } from '../bench/figures/measured-program.ts';
import { serveArguments } from '../bench/support/started-program.ts';
import { findLastingPort } from './free-port.ts';
import { recordLogOf } from './private/record.ts';
import { type LocalConfig, type NginxServer, startNginx } from './nginx-server.ts';

/** One of several services; it keeps its address when it is started anew. */
export interface Instance {
  /** Where it takes comments, without nginx. */
  readonly url: string;
  /** What runs now. */
  readonly program: MeasuredProgram;
  /** Ends it without a chance to finish anything (`kill -9`). */
  kill(): Promise<void>;
  /** Starts it again after {@link kill}. */
  start(): Promise<void>;
}

/** Several services behind nginx. */
export interface Topology {
  /** nginx, without a final slash. */
  readonly origin: string;
  /** Where comments are taken through nginx. */
  readonly url: string;
  readonly nginx: NginxServer;
  readonly instances: readonly Instance[];
  close(): Promise<void>;
}

/** What {@link startTopology} is to start. */
export interface TopologyOptions {
  /** The command line, built or as its source. */
  readonly program: string;
  readonly nginx: string;
  /** Address of the database of all. */
  readonly database: string;
  /** Folder of the instances' files. */
  readonly data: string;
  readonly count: number;
  /** Settings of all beside those of a bench; `origin` is where nginx will be. */
  readonly settings?: (origin: string) => readonly string[];
  readonly configure?: (config: LocalConfig) => string;
}

const startInstance = async (args: readonly string[]): Promise<Instance> => {
  const port = await findLastingPort();
  const whole = [...args, '--port', String(port)];
  const startRecorded = async (): Promise<MeasuredProgram> => {
    const started = await startMeasured(whole);
    recordLogOf(started.process);
    return started;
  };
  let running = await startRecorded();
  return {
    url: running.url,
    get program() {
      return running;
    },
    kill: () => running.kill(),
    async start() {
      running = await startRecorded();
    },
  };
};

/** Starts services on one database, each a process of its own, and nginx in front of them. */
export async function startTopology(options: TopologyOptions): Promise<Topology> {
  const { program, database, data, count, settings = () => [], configure } = options;
  const port = await findLastingPort();
  // A cookie of the desk wants a name in the place of an address.
  const args = [
    ...serveArguments(program, data),
    ...['--database', database, '--trust-proxy', '127.0.0.1'],
    ...settings(`http://localhost:${port}`),
  ];
  const instances = await Promise.all(Array.from({ length: count }, () => startInstance(args)));
  const killAll = async (): Promise<void> => {
    await Promise.all(instances.map((one) => one.kill()));
  };
  try {
    const nginx = await startNginx({
      program: options.nginx,
      upstreams: instances.map(({ url }) => new URL(url).host),
      port,
      ...(configure && { configure }),
    });
    return {
      origin: nginx.url,
      url: `${nginx.url}/comments`,
      nginx,
      instances,
      async close() {
        await nginx.stop();
        await killAll();
      },
    };
  } catch (error) {
    await killAll();
    throw error;
  }
}
