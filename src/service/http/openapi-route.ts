import { publicCaching } from './public-caching.ts';
import type { RouteOptions } from './service-context.ts';

/** `GET /openapi.json`: describes the service as it is set up, in OpenAPI 3.1. */
export function openApiRoute({ settings, desk }: RouteOptions): () => Promise<Response> {
  // Few ask for it, so that the start does without; who asks gets the same each time.
  const write = async (): Promise<string> => {
    const { createOpenApiDocument } = await import('./openapi/openapi-document.ts');
    return JSON.stringify(createOpenApiDocument(settings, await desk?.describe()));
  };
  let written: Promise<string> | undefined;
  return async () => {
    const document = await (written ??= write());
    const headers = { 'Content-Type': 'application/json', 'Cache-Control': publicCaching };
    return new Response(document, { headers });
  };
}
