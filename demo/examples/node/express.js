import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { createComments, page } from './comments.js';

const { CODE_SECRET: secret, COMMENTS_FILE: file = 'comments.sqlite', PORT = '3000' } = process.env;
const comments = createComments({ secret, file });
const app = express().disable('x-powered-by');

// A form of this site only: pages of others cannot send JSON without asking first, and are not answered then.
app.use('/comments', express.json({ limit: '64kb' }));
app.get('/', (_request, response) => response.type('html').send(page));
app.use(express.static(dirname(fileURLToPath(import.meta.resolve('reader-comments/bundle')))));

app.post('/comments/challenge', async (request, response) => {
  const { status, body } = await comments.challenge(request.body);
  response.set('Cache-Control', 'no-store').status(status).json(body);
});

app.post('/comments', async (request, response) => {
  const { status, body } = await comments.take(request.body, request.get('idempotency-key'));
  response.set('Cache-Control', 'no-store').status(status).json(body);
});

const server = app.listen(Number(PORT), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
