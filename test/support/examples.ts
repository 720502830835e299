import { join } from 'node:path';
import { openCaptchaService, readSettings, serveComments } from '../../src/service/index.ts';
import { findFreePort, type RunningExample, startExample } from './example-process.ts';
import { readCode } from './read-code.ts';

/** An example and how its codes are known. */
export interface KnownExample extends RunningExample {
  /** The digits of the code a token was handed out with. */
  codeOf(token: string): string;
}

/** The article that all examples take comments for. */
export const exampleArticle = 'ben-do';

/** The file in a test's folder that an example stores comments in. */
export const commentsFile = (folder: string): string => join(folder, 'comments.sqlite');

const codeSecret = 'a-secret-of-the-examples-in-the-tests';

/** Starts the example of a Node.js framework, on the built package. */
export const startNodeExample =
  (program: 'express.js' | 'fastify.js') =>
  async (folder: string): Promise<KnownExample> => {
    const env = { PORT: '0', CODE_SECRET: codeSecret, COMMENTS_FILE: commentsFile(folder) };
    const example = await startExample('node', [process.execPath, program], env);
    return { ...example, codeOf: (token) => readCode(token, exampleArticle, codeSecret) };
  };

/** Starts the example in PHP, and beside it what `npx reader-comments captcha` serves. */
export async function startPhpExample(folder: string, php: string): Promise<KnownExample> {
  const url = `http://127.0.0.1:${await findFreePort()}`;
  const verifySecret = 'shown-by-the-php-example-in-the-tests';
  const code = '135790';
  const settings = readSettings({ port: 0, data: folder, verifySecret, allowOrigins: url });
  const service = await openCaptchaService(settings, {
    production: false,
    memory: true,
    newCode: () => code,
  });
  const captcha = await serveComments({ service, settings });
  const example = await startExample('php', [php, '-S', new URL(url).host], {
    CAPTCHA_URL: captcha.url,
    CAPTCHA_INTERNAL_URL: captcha.url,
    COMMENTS_FILE: commentsFile(folder),
    READER_COMMENTS_VERIFY_SECRET: verifySecret,
  });
  return {
    ...example,
    codeOf: () => code,
    async close() {
      await example.close();
      await captcha.close();
    },
  };
}
