import type { EditorRole } from '../../src/protocol/desk.ts';
import type { DeskBrowser } from './desk-fixture.ts';
import { type Newsroom, readChange } from './newsroom-fixture.ts';

/**
 * Who a route is for: anyone at all; who is signed in; who is signed in or is still setting up the second step; or
 * editors of this role and those above it.
 */
export type DeskAccess = 'anyone' | 'signed-in' | 'setting-up' | EditorRole;

/** A request that the route does not refuse for who sends it. */
export interface DeskQuestion {
  /** With its parameters filled in; by default the route's own path. */
  readonly path?: string;
  readonly body?: unknown;
}

/** What is known of a route of the desk. */
export interface DeskRoute {
  readonly access: DeskAccess;
  /** Status for who may ask; one of a wrong body shows, too, that the door was passed. */
  readonly status: number;
  /** Whether it changes nothing, also where its method would; default for `GET` alone. */
  readonly isSafe?: boolean;
  /** Makes a request that would do something, each time anew. `by`: who may send it. */
  readonly ask?: (newsroom: Newsroom, by: DeskBrowser) => Promise<DeskQuestion>;
}

let written = 0;

const write = ({ write: send }: Newsroom): Promise<string> => {
  written += 1;
  return send(`Ý kiến thứ ${written} của một ngày.`);
};

const publish = async (newsroom: Newsroom): Promise<string> => {
  const id = await write(newsroom);
  await newsroom.publish(id);
  return id;
};

/** Every route of the desk with who it is for (M-13, S40). A new route needs its line here: `refusal-matrix.test.ts` asks for it. */
export const deskRouteTable: Readonly<Record<string, DeskRoute>> = {
  'GET /': { access: 'anyone', status: 200 },
  'GET /auth/session': { access: 'anyone', status: 200 },
  'POST /auth/sign-in': { access: 'anyone', status: 422, ask: async () => ({ body: {} }) },
  'POST /auth/second-step': { access: 'anyone', status: 422, ask: async () => ({ body: {} }) },
  'POST /auth/welcome/look': {
    access: 'anyone',
    status: 401,
    ask: async () => ({ body: { token: 'x' } }),
  },
  'POST /auth/welcome': { access: 'anyone', status: 422, ask: async () => ({ body: {} }) },
  'POST /auth/sign-out': { access: 'anyone', status: 204 },
  'POST /auth/passkeys/sign-in/options': { access: 'anyone', status: 200 },
  'POST /auth/passkeys/sign-in': {
    access: 'anyone',
    status: 401,
    ask: async () => ({ body: { question: 'x', response: {} } }),
  },
  'POST /auth/set-up': { access: 'setting-up', status: 422, ask: async () => ({ body: {} }) },
  'POST /auth/set-up/confirm': {
    access: 'setting-up',
    status: 422,
    ask: async () => ({ body: {} }),
  },
  'POST /auth/passkeys/options': { access: 'setting-up', status: 200 },
  'POST /auth/passkeys': { access: 'setting-up', status: 422, ask: async () => ({ body: {} }) },
  'POST /auth/backup-codes': { access: 'signed-in', status: 422, ask: async () => ({ body: {} }) },
  'POST /auth/password': { access: 'signed-in', status: 422, ask: async () => ({ body: {} }) },
  'GET /auth/passkeys': { access: 'signed-in', status: 200 },
  'DELETE /auth/passkeys/:id': {
    access: 'signed-in',
    // The last second step stays.
    status: 409,
    ask: async () => ({ path: '/auth/passkeys/x' }),
  },
  'GET /auth/sessions': { access: 'signed-in', status: 200 },
  'DELETE /auth/sessions': { access: 'signed-in', status: 204 },
  'DELETE /auth/sessions/:id': {
    access: 'signed-in',
    status: 404,
    ask: async () => ({ path: '/auth/sessions/x' }),
  },
  'GET /api/me': { access: 'viewer', status: 200 },
  'GET /api/queues': { access: 'viewer', status: 200 },
  'GET /api/live': { access: 'viewer', status: 200 },
  'GET /api/comments': {
    access: 'viewer',
    status: 200,
    ask: async () => ({ path: '/api/comments?queue=new' }),
  },
  'GET /api/search': {
    access: 'viewer',
    status: 200,
    ask: async () => ({ path: '/api/search?query=kiến' }),
  },
  'GET /api/comments/:id': {
    access: 'viewer',
    status: 200,
    ask: async (newsroom) => ({ path: `/api/comments/${await write(newsroom)}` }),
  },
  'POST /api/comments/:id/decision': {
    access: 'moderator',
    status: 200,
    ask: async (newsroom) => ({
      path: `/api/comments/${await write(newsroom)}/decision`,
      body: { version: 0, decision: 'publish' },
    }),
  },
  'PUT /api/comments/:id/text': {
    access: 'editor',
    status: 200,
    ask: async (newsroom) => ({
      path: `/api/comments/${await write(newsroom)}/text`,
      body: { version: 0, content: 'Ý kiến khác.' },
    }),
  },
  'PUT /api/comments/:id/marks': {
    access: 'editor',
    status: 200,
    ask: async (newsroom) => ({
      path: `/api/comments/${await publish(newsroom)}/marks`,
      body: { version: 1, pinned: true },
    }),
  },
  'POST /api/comments/:id/reply': {
    access: 'editor',
    status: 200,
    ask: async (newsroom) => ({
      path: `/api/comments/${await publish(newsroom)}/reply`,
      body: { content: 'Cảm ơn bạn đọc.' },
    }),
  },
  'POST /api/bulk': {
    access: 'moderator',
    status: 200,
    ask: async (newsroom) => ({
      body: { selection: { ids: [await write(newsroom)] }, decision: 'spam' },
    }),
  },
  'POST /api/undo': {
    access: 'moderator',
    status: 200,
    async ask(newsroom, by) {
      const body = { version: 0, decision: 'spam' };
      const { undo } = await readChange(await newsroom.decide(await write(newsroom), body, by));
      return { body: { undo } };
    },
  },
  'PUT /api/authors/:key': {
    access: 'admin',
    status: 200,
    async ask(newsroom) {
      const { editor } = newsroom;
      const answer = await editor.get(`/api/comments/${await write(newsroom)}`);
      const { author } = (await answer.json()) as { author: { key: string } };
      return { path: `/api/authors/${author.key}`, body: { standing: 'banned' } };
    },
  },
  'GET /api/articles': { access: 'viewer', status: 200 },
  'GET /api/articles/:id': {
    access: 'viewer',
    status: 200,
    async ask(newsroom) {
      await write(newsroom);
      return { path: '/api/articles/bai-1' };
    },
  },
  'PUT /api/articles/:id': {
    access: 'editor',
    status: 200,
    async ask(newsroom) {
      await write(newsroom);
      const path = '/api/articles/bai-1';
      const { version } = (await (await newsroom.editor.get(path)).json()) as { version: number };
      return { path, body: { version, section: `Chuyên mục ${version}` } };
    },
  },
  'GET /api/modes': { access: 'viewer', status: 200 },
  'PUT /api/modes': {
    access: 'admin',
    status: 200,
    async ask({ editor }) {
      const answer = await editor.get('/api/modes');
      const { version } = (await answer.json()) as { version: string };
      return { body: { version, sections: [{ name: 'Thể thao', mode: 'post' }] } };
    },
  },
  'GET /api/stats': {
    access: 'editor',
    status: 200,
    ask: async () => ({ path: '/api/stats?from=2026-11-01T00:00:00Z&to=2026-11-08T00:00:00Z' }),
  },
  'GET /api/words': { access: 'moderator', status: 200 },
  'POST /api/words': {
    access: 'admin',
    status: 200,
    async ask({ editor }) {
      const answer = await editor.get('/api/words');
      const { version } = (await answer.json()) as { version: number };
      const text = `từ thứ ${version}`;
      return { body: { version, add: [{ list: 'suspect', text }] } };
    },
  },
  'POST /api/words/test': {
    access: 'moderator',
    status: 200,
    isSafe: true,
    ask: async () => ({ body: { text: 'Một ý kiến.' } }),
  },
};
