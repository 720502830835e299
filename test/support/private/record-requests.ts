/**
 * Loaded before the tests of a process: keeps what all their requests send, whether through the network or handed to a
 * service.
 */
import { recordHeaders, recordLog, recordSent } from './record.ts';

const network = globalThis.fetch;
globalThis.fetch = (input, init) => {
  recordSent(init?.body);
  if (init?.headers) recordHeaders(new Headers(init.headers));
  return network(input, init);
};

globalThis.Request = class extends Request {
  constructor(...parameters: ConstructorParameters<typeof Request>) {
    super(...parameters);
    recordSent(parameters[1]?.body);
    recordHeaders(this.headers);
  }
};

const write = process.stderr.write.bind(process.stderr);
process.stderr.write = (...parameters: unknown[]): boolean => {
  recordLog(String(parameters[0]));
  return Reflect.apply(write, undefined, parameters);
};
