import { timeoutMs } from '../client.ts';

/** How many articles one request names; the service takes no more. */
const maxArticles = 100;
/** Longest query: some servers take no address above 8 KB. */
const maxQueryCharacters = 6000;

type Numbers = ReadonlyMap<string, number>;

/** What is asked for next, by endpoint. */
const asked = new Map<string, Set<string>>();
let coming: Promise<Numbers> | undefined;

const keyOf = (endpoint: string, article: string): string => `${endpoint} ${article}`;

/**
 * The number of published comments of an article; nothing where it is not to be had. All that a page asks for at a time
 * goes as one request, in an order that is always the same: a cache in between then has the answer.
 */
export async function countComments(
  endpoint: string,
  article: string,
): Promise<number | undefined> {
  asked.set(endpoint, (asked.get(endpoint) ?? new Set()).add(article));
  coming ??= collected().then(askAll);
  return (await coming).get(keyOf(endpoint, article));
}

/** Resolves when every tag of the page has had time to ask: those that the parser has not come to as well. */
async function collected(): Promise<void> {
  if (document.readyState === 'loading') {
    await new Promise((resolve) => {
      document.addEventListener('DOMContentLoaded', resolve, { once: true });
    });
  }
  await new Promise((resolve) => setTimeout(resolve));
}

async function askAll(): Promise<Numbers> {
  const requests = [...asked].flatMap(([endpoint, articles]) =>
    queriesFor([...articles].toSorted()).map((query) => ask(endpoint, query)),
  );
  asked.clear();
  coming = undefined;
  return new Map((await Promise.all(requests)).flat());
}

/** The queries that name all articles: as few as may be. */
export function queriesFor(articles: readonly string[]): readonly string[] {
  const queries: string[][] = [[]];
  let characters = 0;
  for (const article of articles) {
    const parameter = new URLSearchParams({ article }).toString();
    characters += parameter.length + 1;
    if (queries.at(-1)?.length === maxArticles || characters > maxQueryCharacters) {
      queries.push([]);
      characters = parameter.length;
    }
    queries.at(-1)?.push(parameter);
  }
  return queries.map((parameters) => parameters.join('&'));
}

async function ask(endpoint: string, query: string): Promise<readonly [string, number][]> {
  try {
    const url = new URL(endpoint, document.baseURI);
    url.pathname = `${url.pathname.replace(/\/$/, '')}/count`;
    url.search = [url.search.slice(1), query].filter(Boolean).join('&');
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { credentials: 'omit', signal });
    const { counts } = (await response.json()) as { counts: Record<string, number> };
    return Object.entries(counts)
      .filter(([, count]) => Number.isSafeInteger(count))
      .map(([article, count]) => [keyOf(endpoint, article), count]);
  } catch {
    // A number is an ornament: without it stands what stood before.
    return [];
  }
}
