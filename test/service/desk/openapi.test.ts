import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { deskProblemStatus } from '../../../src/protocol/desk-problem.ts';
import { addDeskRoutes } from '../../../src/service/desk/add-desk-routes.ts';
import { createDeskApi } from '../../../src/service/desk/create-desk-api.ts';
import type { DeskSignIn } from '../../../src/service/desk/desk-sign-in.ts';
import type { DeskWork } from '../../../src/service/desk/desk.ts';
import { describeDesk } from '../../../src/service/desk/openapi/describe-desk.ts';
import { createRoutes } from '../../../src/service/http/create-routes.ts';
import type { RouteOptions } from '../../../src/service/http/service-context.ts';
import { readSettings } from '../../../src/service/index.ts';
import {
  codeOfApp,
  type DeskBrowser,
  deskOrigin,
  type TestDesk,
  testPassword,
} from '../../support/desk-fixture.ts';
import { openNewsroom, readChange } from '../../support/newsroom-fixture.ts';
import { createJudge, type Judge, type OpenApi } from '../../support/openapi-document.ts';
import { testSecret } from '../../support/service-fixture.ts';
import { createSoftwarePasskey } from '../../support/software-passkey.ts';

const readDeskDocument = async ({ service }: TestDesk): Promise<OpenApi> =>
  (await service.fetch(new Request(`${deskOrigin}/comments/openapi.json`))).json();

const describedPlaces = ({ paths }: OpenApi): readonly string[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method} ${path}`),
  );

/** A browser that holds every answer against the document. */
interface JudgedBrowser extends Pick<DeskBrowser, 'get' | 'send'> {
  /** What was answered, each as the document names it with its status. */
  readonly seen: ReadonlySet<string>;
}

const judged = (browser: DeskBrowser, document: OpenApi, judge: Judge): JudgedBrowser => {
  const seen = new Set<string>();
  const paths = Object.keys(document.paths);
  const check = async (method: string, path: string, response: Response): Promise<Response> => {
    const asked = `/desk${path.replace(/\?.*/, '')}`;
    const described = paths.find(
      (one) => one === asked || new RegExp(`^${one.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(asked),
    );
    assert.ok(described, asked);
    await judge.checkAnswer(described, method, response.clone());
    seen.add(`${method} ${described} ${response.status}`);
    return response;
  };
  return {
    seen,
    get: async (path) => check('get', path, await browser.get(path)),
    send: async (method, path, body, init) =>
      check(method.toLowerCase(), path, await browser.send(method, path, body, init)),
  };
};

/** What a service without anything behind it is asked for. */
const existingPlaces = (): readonly string[] => {
  const work = { secret: [testSecret], now: Date.now };
  const options: Partial<RouteOptions> = {
    settings: readSettings({ path: '/' }),
    // What answers is not asked for here, so nothing stands behind it.
    deskWork: work as Partial<DeskWork> as DeskWork,
    desk: {
      addRoutes: (routes, given) =>
        addDeskRoutes(routes, {
          signIn: { origin: deskOrigin } as DeskSignIn,
          log: () => {},
          page: { path: '/', timeZone: 'UTC' },
          addApi: createDeskApi(given),
        }),
      describe: async () => describeDesk(),
      close() {},
    },
  };
  return createRoutes(options as RouteOptions)
    .routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/desk'))
    .map(({ method, path }) => {
      const plain = path.replaceAll(/:(\w+)(?:\{[^/]*\})?/g, '{$1}').replace(/\/$/, '');
      return `${method.toLowerCase()} ${plain}`;
    });
};

describe('the desk in the description of the service', () => {
  it('is OpenAPI 3.1 in the eyes of a public validator, and there only where there is a desk', async (t) => {
    const { desk } = await openNewsroom(t);
    const document = await readDeskDocument(desk);
    assert.deepEqual(await new Validator().validate({ ...document }), { valid: true });
    assert.ok(document.paths['/desk/api/comments/{id}/decision']);
  });

  it('names all routes of the desk, and no other', async (t) => {
    const { desk } = await openNewsroom(t);
    const described = describedPlaces(await readDeskDocument(desk)).filter((place) =>
      place.includes('/desk'),
    );
    assert.deepEqual(described.toSorted(), [...new Set(existingPlaces())].toSorted());
  });

  it('says what every code of a refusal is answered with', async (t) => {
    const { desk } = await openNewsroom(t);
    const document = await readDeskDocument(desk);
    const judge = createJudge(document);
    for (const [code, status] of Object.entries(deskProblemStatus)) {
      const problem = { type: 'about:blank', title: 'x', status, code };
      assert.deepEqual(judge.problemsOf('DeskProblem', problem), [], code);
      assert.match(
        JSON.stringify(document.components.responses[`DeskRefusal${status}`]),
        new RegExp(`"enum":\\[[^\\]]*"${code}"`),
      );
    }
  });
});

describe('the answers of the desk', () => {
  const open = async (t: TestContext) => {
    const newsroom = await openNewsroom(t, 'admin');
    const document = await readDeskDocument(newsroom.desk);
    const judge = createJudge(document);
    return {
      ...newsroom,
      document,
      judgedBrowser: (browser: DeskBrowser) => judged(browser, document, judge),
    };
  };

  it('are as the document says: what editors read and decide', async (t) => {
    const { desk, editor, write, document, judgedBrowser } = await open(t);
    const one = judgedBrowser(editor);
    const id = await write('Xem shop tại www.re-nhat.vn, gọi 0912 345 678 nhé.');
    const other = await write('Một ý kiến khác.', { email: 'binh@example.vn' });
    await one.get('/api/me');
    await one.get('/api/queues');
    await one.get('/api/comments?queue=suspect');
    await one.get('/api/comments?queue=nothing');
    await one.get('/api/search?query=shop');
    await one.get('/api/search');
    const detail = await (await one.get(`/api/comments/${id}`)).json();
    await one.get('/api/comments/01a20c18-dcba-7000-8000-00000000ffff');
    const place = `/api/comments/${id}`;
    await one.send('POST', `${place}/decision`, { version: 7, decision: 'publish' });
    await one.send('POST', `${place}/decision`, { version: 0, decision: 'reject' });
    const published = await one.send('POST', `${place}/decision`, {
      version: 0,
      decision: 'publish',
    });
    assert.equal((await readChange(published)).comment.signals.length > 0, true);
    await one.send('POST', `${place}/decision`, { version: 1, decision: 'publish' });
    await one.send('PUT', `${place}/marks`, { version: 1, pinned: true });
    await one.send('PUT', `${place}/text`, { version: 2, content: 'Xem shop nhé.' });
    const removed = await one.send('POST', `${place}/decision`, { version: 3, decision: 'remove' });
    const { undo } = await readChange(removed);
    await one.send('POST', '/api/undo', { undo });
    await one.send('POST', '/api/undo', { undo });
    await one.send('POST', `${place}/reply`, { content: 'Cảm ơn bạn đọc.' });
    await one.send('POST', `${place}/reply`, { content: '' });
    const selection = { ids: [other] };
    await one.send('POST', '/api/bulk', { selection, decision: 'spam', preview: true });
    await one.send('POST', '/api/bulk', { selection, decision: 'spam' });
    await one.send('POST', '/api/bulk', { selection: {}, decision: 'spam' });
    await one.send('PUT', `/api/authors/${detail.author.key}`, {
      standing: 'muted',
      until: '2100-01-01T00:00:00.000Z',
    });
    await one.get(`/api/comments/${other}`);
    await one.send('PUT', `/api/authors/${'x'.repeat(43)}`, { standing: 'usual' });

    const articlePlace = '/api/articles/bai-1';
    await one.get('/api/articles?query=bai');
    await one.get('/api/articles?limit=0');
    await one.get(articlePlace);
    await one.get('/api/articles/none');
    await one.send('PUT', articlePlace, { version: 0, section: 'Thể thao', mode: 'post' });
    await one.send('PUT', articlePlace, { version: 0, state: 'hidden' });
    await one.send('PUT', articlePlace, { version: 1, state: 'gone' });
    const { version } = await (await one.get('/api/modes')).json();
    await one.send('PUT', '/api/modes', { version, site: 'trusted' });
    await one.send('PUT', '/api/modes', { version, site: 'post' });

    await one.get('/api/stats?from=2026-11-01T00:00:00Z&to=2027-01-01T00:00:00Z');
    await one.get('/api/stats?from=now&to=then');
    await one.get('/api/words');
    const ban = { version: 0, add: [{ list: 'ban', text: 'vay nhanh' }] };
    await one.send('POST', '/api/words', ban);
    await one.send('POST', '/api/words', ban);
    await one.send('POST', '/api/words', { ...ban, add: [{ list: 'ban', text: 'x' }] });
    await one.send('POST', '/api/words/test', { text: 'Vay nhanh nhé', remove: ['khác'] });

    const viewer = judgedBrowser(await desk.atDesk('viewer'));
    await viewer.get(`/api/comments/${id}`);
    await viewer.send('POST', `${place}/decision`, { version: 1, decision: 'publish' });
    const nobody = judgedBrowser(desk.browser());
    await nobody.get('/api/queues');
    await nobody.send('POST', '/api/undo', {}, { headers: { origin: 'https://evil.example' } });
    const live = await editor.get('/api/live');
    assert.match(live.headers.get('content-type') ?? '', /^text\/event-stream/);
    await live.body?.cancel();

    const success = describedPlaces(document).filter((name) => name.includes('/desk/api'));
    const missing = success.filter((name) => !one.seen.has(`${name} 200`));
    assert.deepEqual(missing, ['get /desk/api/live']);
  });

  it('are as the document says: signing in, and what is an editor’s own', async (t) => {
    const { desk, document, judgedBrowser } = await open(t);
    const one = judgedBrowser(desk.browser());
    const email = 'ha@paper.test';
    const token = await desk.editors.add({ name: 'Hà', email, role: 'editor' });
    await one.get('/auth/session');
    await one.send('POST', '/auth/welcome/look', { token });
    await one.send('POST', '/auth/welcome/look', { token: 'another' });
    await one.send('POST', '/auth/welcome', { token, password: 'kurz' });
    await one.send('POST', '/auth/welcome', { token, password: testPassword });
    const { uri } = await (
      await one.send('POST', '/auth/set-up', { password: testPassword })
    ).json();
    await one.send('POST', '/auth/set-up/confirm', { code: 'x' });
    await one.send('POST', '/auth/set-up/confirm', { code: codeOfApp(uri) });
    const passkey = createSoftwarePasskey(deskOrigin);
    const asked = await (await one.send('POST', '/auth/passkeys/options')).json();
    await one.send('POST', '/auth/passkeys', {
      name: 'Điện thoại',
      question: asked.question,
      response: passkey.create(asked.options.challenge),
    });
    await one.send('POST', '/auth/backup-codes', { password: testPassword });
    await one.send('POST', '/auth/backup-codes', { password: 'một mật khẩu sai' });
    const newPassword = `${testPassword} hơn`;
    await one.send('POST', '/auth/password', { password: testPassword, newPassword });
    await one.send('POST', '/auth/sign-in', { email, password: testPassword });
    await one.send('POST', '/auth/sign-out', {});

    await one.send('POST', '/auth/sign-in', { email, password: newPassword });
    await one.send('POST', '/auth/second-step', { code: '000000' });
    await one.send('POST', '/auth/second-step', { code: codeOfApp(uri) });
    await one.send('POST', '/auth/sign-out', {});
    const known = await (await one.send('POST', '/auth/passkeys/sign-in/options')).json();
    await one.send('POST', '/auth/passkeys/sign-in', {
      question: known.question,
      response: passkey.get(known.options.challenge),
    });
    const { passkeys } = await (await one.get('/auth/passkeys')).json();
    await one.send('DELETE', `/auth/passkeys/${passkeys[0].id}`);
    await one.send('DELETE', '/auth/passkeys/none');
    await one.send('DELETE', '/auth/sessions');
    await one.send('DELETE', '/auth/sessions/none');
    const { sessions } = await (await one.get('/auth/sessions')).json();
    await one.send('DELETE', `/auth/sessions/${sessions[0].id}`);
    await one.get('/auth/sessions');

    const auth = describedPlaces(document).filter((name) => name.includes('/desk/auth'));
    const missing = auth.filter(
      (name) => !one.seen.has(`${name} 200`) && !one.seen.has(`${name} 204`),
    );
    assert.deepEqual(missing, []);
  });
});
