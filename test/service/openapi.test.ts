import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { problemStatus } from '../../src/protocol/index.ts';
import { createRoutes } from '../../src/service/http/create-routes.ts';
import type { RouteOptions } from '../../src/service/http/service-context.ts';
import { readSettings } from '../../src/service/index.ts';
import {
  createJudge,
  describeService,
  type OpenApi,
  readDocument,
} from '../support/openapi-document.ts';
import {
  openTestService,
  pageOrigin,
  readAnswer,
  readProblem,
} from '../support/service-fixture.ts';

describe('GET /openapi.json', () => {
  it('is OpenAPI 3.1 in the eyes of a public validator', async (t) => {
    for (const settings of [{}, { name: 'off', address: 'required', challenges: 'none' }]) {
      const document = await describeService(t, { settings });
      assert.match(document.openapi, /^3\.1\./);
      const result = await new Validator().validate({ ...document });
      assert.deepEqual(result, { valid: true });
    }
  });

  it('is one document: every reference leads somewhere within', async (t) => {
    const document = await describeService(t);
    const text = JSON.stringify(document);
    // Either would make a component a document of its own, with other places to refer to.
    assert.doesNotMatch(text, /"\$(?:id|schema)"/);
    const references = text.match(/"\$ref":"[^"]+"/g) ?? [];
    assert.ok(references.length > 10);
    for (const reference of references) {
      const [, kind, name] = /"#\/components\/(schemas|responses)\/(\w+)"$/.exec(reference) ?? [];
      assert.ok(document.components[kind as 'schemas'][name!], reference);
    }
  });

  it('is public, cached like the list, and the same each time', async (t) => {
    const paper = await openTestService(t);
    const foreign = { headers: { origin: 'https://elsewhere.example' } };
    const first = await paper.send('/openapi.json', foreign);
    const list = await paper.send('?article=bai-1', foreign);
    assert.equal(first.status, 200);
    for (const name of ['access-control-allow-origin', 'cache-control', 'vary']) {
      assert.equal(first.headers.get(name), list.headers.get(name), name);
    }
    assert.equal(first.headers.get('access-control-allow-origin'), '*');
    const etag = first.headers.get('etag') ?? '';
    assert.match(etag, /^"[\w-]+"$/);
    const again = await paper.send('/openapi.json', { headers: { 'if-none-match': etag } });
    assert.equal(again.status, 304);
    assert.equal(again.headers.get('access-control-allow-origin'), '*');
    const second = await paper.send('/openapi.json');
    assert.equal(await second.text(), await first.text());
  });

  it('answers HEAD, and no other method', async (t) => {
    const paper = await openTestService(t);
    const head = await paper.send('/openapi.json', { method: 'HEAD' });
    assert.equal(head.status, 200);
    assert.equal(await head.text(), '');
    const response = await paper.postJson('/openapi.json', {});
    assert.equal((await readProblem(response)).code, 'method-not-allowed');
    assert.equal(response.headers.get('allow'), 'GET, HEAD, OPTIONS');
  });

  for (const path of ['/', '/a/b']) {
    it(`names the place it is set up at: ${path}`, async (t) => {
      const paper = await openTestService(t, { settings: { path } });
      const url = `${pageOrigin}${path.replace(/\/$/, '')}/openapi.json`;
      const response = await paper.service.fetch(new Request(url));
      const { servers } = (await response.json()) as OpenApi;
      assert.deepEqual(servers, [{ url: path }]);
    });
  }
});

describe('the routes in the document', () => {
  const methods = ['get', 'post', 'put', 'patch', 'delete'];
  const planned = ['/count', '/challenge/verify', '/page', '/fragment', '/feed'];

  it('are there, and all others are not', async (t) => {
    const paper = await openTestService(t);
    const { id } = await readAnswer(await paper.post());
    await paper.publish(id);
    const { paths } = await readDocument(paper);
    for (const path of new Set([...Object.keys(paths), ...planned])) {
      for (const method of methods) {
        const place = path.replace('{id}', id);
        const server = paths[path]?.[method]?.servers?.[0] ?? { url: '/comments' };
        const url = new URL(`${server.url}${place}`.replace('//', '/'), pageOrigin);
        const request = new Request(url, { method: method.toUpperCase() });
        const { status } = await paper.service.fetch(request);
        const isThere = status !== 404 && status !== 405;
        assert.equal(isThere, paths[path]?.[method] !== undefined, `${method} ${path} ${status}`);
      }
    }
  });

  it('are all that the service has', async (t) => {
    const { paths } = await describeService(t);
    const settings = readSettings({ path: '/' });
    // What answers is not asked for here, so nothing stands behind it.
    const options: Partial<RouteOptions> = { settings };
    const { routes } = createRoutes(options as RouteOptions);
    const existing = routes
      .filter(({ method }) => method !== 'ALL')
      // A parameter of a route may hold what it must look like.
      .map(({ method, path }) => [
        method.toLowerCase(),
        path.replace(/:(\w+)(?:\{[^/]*\})?/, '{$1}'),
      ])
      .map((words) => words.join(' '));
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    assert.deepEqual(described.toSorted(), [...new Set(existing)].toSorted());
  });

  it('say that a post may carry an Idempotency-Key', async (t) => {
    const { paths } = await describeService(t);
    const { parameters = [] } = paths['/']!['post']!;
    assert.deepEqual(
      parameters.map((one) => [one.name, one.in]),
      [['Idempotency-Key', 'header']],
    );
  });

  it('say how the writes refuse', async (t) => {
    const { paths } = await describeService(t);
    for (const path of ['/', '/challenge']) {
      const { responses } = paths[path]!['post']!;
      for (const status of [400, 403, 413, 415, 422, 429, 503]) {
        assert.ok(responses[status], `${path} ${status}`);
      }
    }
  });

  it('say which token each of the others wants', async (t) => {
    const { paths } = await describeService(t);
    const wanted = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { security, responses }]) =>
        security === undefined
          ? []
          : [[`${method} ${path}`, Object.keys(security[0]!)[0], '401' in responses]],
      ),
    );
    assert.deepEqual(wanted, [
      ['get /receipt', 'receipt', true],
      ['put /{id}/like', 'visitor', true],
      ['delete /{id}/like', 'visitor', true],
      ['post /{id}/report', 'visitor', true],
    ]);
  });
});

describe('the refusals in the document', () => {
  it('list every code of a problem, each at its status', async (t) => {
    const document = await describeService(t);
    const { components } = document;
    const judge = createJudge(document);
    const codes = Object.keys(problemStatus);
    assert.deepEqual(components.schemas['Problem']?.properties['code']?.enum, codes);
    for (const [code, status] of Object.entries(problemStatus)) {
      const problem = { type: 'about:blank', title: 'x', status, code };
      assert.deepEqual(judge.problemsOf('Problem', problem), []);
      const described = components.responses[`Refusal${status}`];
      assert.deepEqual(Object.keys(described?.content ?? {}), ['application/problem+json']);
      assert.match(JSON.stringify(described), new RegExp(`"enum":\\[[^\\]]*"${code}"`), code);
    }
    const unknown = { type: 'about:blank', title: 'x', status: 400, code: 'nothing' };
    assert.notDeepEqual(judge.problemsOf('Problem', unknown), []);
  });
});
