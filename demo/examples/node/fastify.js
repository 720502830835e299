import { readFile } from 'node:fs/promises';
import fastify from 'fastify';
import { createComments, page } from './comments.js';

const { CODE_SECRET: secret, COMMENTS_FILE: file = 'comments.sqlite', PORT = '3000' } = process.env;
const comments = createComments({ secret, file });
const app = fastify({ bodyLimit: 64 * 1024 });
const bundle = import.meta.resolve('reader-comments/bundle');

// A form of this site only: pages of others cannot send JSON without asking first, and are not answered then.
app.removeContentTypeParser('text/plain');

app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));

// The file that the page names, and those it loads by its own.
app.get('/:file(^reader-comments[\\w.-]*\\.js$)', async (request, reply) =>
  reply
    .type('text/javascript; charset=utf-8')
    .send(await readFile(new URL(request.params.file, bundle))),
);

app.post('/comments/challenge', async (request, reply) => {
  const { status, body } = await comments.challenge(request.body);
  return reply.header('Cache-Control', 'no-store').code(status).send(body);
});

app.post('/comments', async (request, reply) => {
  const key = request.headers['idempotency-key'];
  const { status, body } = await comments.take(request.body, key);
  return reply.header('Cache-Control', 'no-store').code(status).send(body);
});

console.log(await app.listen({ port: Number(PORT), host: '127.0.0.1' }));
