/** A JSON answer to a write: for one reader, never kept by a cache. */
export const privateAnswer = (body: object, status: 200 | 201 | 202 = 200): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });

/** The answer to a write that has nothing to tell. */
export const emptyAnswer = (): Response =>
  new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
