import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { openTestService, type TestService, type TestServiceOptions } from './service-fixture.ts';

interface Described {
  readonly $ref?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

interface Operation {
  /** Where it is asked, other than where the rest is. */
  readonly servers?: readonly { readonly url: string }[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly responses: Readonly<Record<string, Described>>;
}

interface Schema {
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, { enum?: unknown; description?: string }>>;
}

/** As much of an OpenAPI document as the tests read. */
export interface OpenApi {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, Described>>;
  };
}

/** What a service says of itself. */
export const readDocument = async (paper: TestService): Promise<OpenApi> =>
  (await (await paper.send('/openapi.json')).json()) as OpenApi;

/** What a service set up like this says of itself. */
export const describeService = async (
  t: TestContext,
  options?: TestServiceOptions,
): Promise<OpenApi> => readDocument(await openTestService(t, options));

/** Holds values and answers against a document. */
export interface Judge {
  /** What one of the schemas finds wrong with a value. */
  problemsOf(schema: string, value: unknown): readonly unknown[];
  /** Holds an answer against what the operation says of its status; nothing is left to `default`. */
  checkAnswer(path: string, method: string, response: Response): Promise<void>;
}

/** Judges by the schemas of a document as any client in another language would: by JSON Schema alone. */
export function createJudge(document: OpenApi): Judge {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(document, 'openapi');
  const findProblems = (pointer: string, value: unknown): readonly unknown[] => {
    const validate = ajv.getSchema(`openapi#${pointer}`);
    assert.ok(validate, pointer);
    return validate(value) === true ? [] : (validate.errors ?? []);
  };
  const escape = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

  return {
    problemsOf: (schema, value) => findProblems(`/components/schemas/${schema}`, value),

    async checkAnswer(path, method, response) {
      const place = `${method} ${path} ${response.status}`;
      const described = document.paths[path]?.[method]?.responses[response.status];
      assert.ok(described, place);
      const pointer =
        described.$ref?.slice(1) ?? `/paths/${escape(path)}/${method}/responses/${response.status}`;
      const [, , , name] = pointer.split('/');
      const { content, headers = {} } = described.$ref
        ? document.components.responses[name!]!
        : described;
      for (const header of Object.keys(headers)) assert.ok(response.headers.has(header), place);
      const type = response.headers.get('content-type');
      if (content === undefined) {
        assert.equal(type, null, place);
        return;
      }
      assert.deepEqual([type], Object.keys(content), place);
      const schema = `${pointer}/content/${escape(String(type))}/schema`;
      assert.deepEqual(findProblems(schema, await response.json()), [], place);
    },
  };
}
