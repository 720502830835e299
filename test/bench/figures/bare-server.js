/**
 * The least a server of this kind can be: Hono on the same adapter, with one answer that stands ready. The text it
 * answers comes as its argument, the name of a file. JavaScript, so that it starts without Node's type stripper.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';

const text = readFileSync(process.argv[2] ?? '', 'utf8');
const app = new Hono();
app.get('/', () => new Response(text, { headers: { 'Content-Type': 'application/json' } }));

const listener = getRequestListener((request) => app.fetch(request), {
  overrideGlobalObjects: false,
});
const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
});
