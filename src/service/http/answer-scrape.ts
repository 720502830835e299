import type { Metrics } from '../metrics/open-metrics.ts';

/** Answers what Prometheus asks: `GET /metrics`, and nothing else. */
export const answerScrape =
  (metrics: Pick<Metrics, 'read'>) =>
  async ({ url, method }: Pick<Request, 'url' | 'method'>): Promise<Response> => {
    const isScrape = new URL(url).pathname === '/metrics' && ['GET', 'HEAD'].includes(method);
    if (!isScrape) return new Response(null, { status: 404 });
    const { text, contentType } = await metrics.read();
    const headers = { 'Content-Type': contentType, 'Cache-Control': 'no-store' };
    return new Response(method === 'HEAD' ? null : text, { headers });
  };
