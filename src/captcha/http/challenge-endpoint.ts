import { maxArticleCharacters } from '../../protocol/limits.ts';
import type { FieldProblem } from '../../protocol/problem.ts';
import type { Challenge, ChallengeKind } from '../../protocol/types.ts';
import { answerHeaders, problemResponse } from './problem-response.ts';
import { readLimitedText } from './read-limited-text.ts';

/** What the endpoint works with. */
export interface ChallengeEndpointOptions {
  readonly kinds: readonly ChallengeKind[];
  readonly issue: (request: {
    readonly article: string;
    readonly kind?: ChallengeKind | undefined;
    readonly lang?: string | undefined;
  }) => Promise<Challenge>;
  readonly acceptArticle: (article: string) => boolean | Promise<boolean>;
}

/** Largest body: 512 characters of an article take 3,072 bytes even when each is written as `\uXXXX`. */
const maxBodyBytes = 4096;

const jsonType = /^application\/json\s*(?:;|$)/i;

function findArticleProblem(article: unknown): FieldProblem | undefined {
  const field = 'article';
  if (typeof article !== 'string') return { field, code: 'wrong-type' };
  if (article === '') return { field, code: 'empty' };
  const over = article.length - maxArticleCharacters;
  return over > 0 ? { field, code: 'too-long', max: maxArticleCharacters, over } : undefined;
}

/** The members of a JSON object; nothing when the text is not JSON or not an object. */
function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Answers `POST {article, kind?, lang?}` with `200 {challenge, kinds}`: `POST /challenge` of the contract for a backend
 * that keeps comments itself. Knows nothing of origins, limits and paths: those are the mounting server's.
 * Rejects when `acceptArticle` or the drawing does; such a thing is an outage, not an answer.
 */
export function createChallengeEndpoint(
  options: ChallengeEndpointOptions,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'POST') {
      return problemResponse('method-not-allowed', {
        title: 'Only POST',
        headers: { Allow: 'POST' },
      });
    }
    if (!jsonType.test(request.headers.get('content-type') ?? '')) {
      return problemResponse('unsupported-media-type', { title: 'Only application/json' });
    }
    const body = await readLimitedText(request, maxBodyBytes);
    if (body.kind === 'too-large') {
      return problemResponse('too-large', { title: `More than ${maxBodyBytes} bytes` });
    }
    const members = body.kind === 'text' ? parseObject(body.text) : undefined;
    if (!members) return problemResponse('not-json', { title: 'Not a JSON object in UTF-8' });
    const { article, kind: wish = options.kinds[0], lang } = members;
    const problem = findArticleProblem(article);
    if (typeof article !== 'string' || problem) {
      return problemResponse('invalid-fields', {
        title: 'The article is not an id',
        ...(problem && { errors: [problem] }),
      });
    }
    const kind = options.kinds.find((offered) => offered === wish);
    if (!kind) {
      return problemResponse('challenge-kind-refused', {
        title: `Offered: ${options.kinds.join(', ')}`,
      });
    }
    if (!(await options.acceptArticle(article))) {
      return problemResponse('article-refused', { title: 'Not an article of this site' });
    }
    const challenge = await options.issue({
      article,
      kind,
      ...(typeof lang === 'string' && { lang }),
    });
    return Response.json({ challenge, kinds: options.kinds }, { headers: answerHeaders });
  };
}
