/**
 * Headers of every answer: whatever a body holds, no browser takes it for a page, a script or a frame (S15).
 * Public GETs may be read from any site; the rest is no other site's business.
 */
export function setSecurityHeaders(request: Request, response: Response): Response {
  const isPublic = request.method === 'GET' || request.method === 'HEAD';
  // Pages without script have a policy of their own.
  if (!response.headers.has('Content-Security-Policy')) {
    response.headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  }
  response.headers.set('X-Content-Type-Options', 'nosniff');
  if (!response.headers.has('Referrer-Policy')) {
    response.headers.set('Referrer-Policy', 'no-referrer');
  }
  if (!response.headers.has('Cross-Origin-Resource-Policy')) {
    response.headers.set('Cross-Origin-Resource-Policy', isPublic ? 'cross-origin' : 'same-origin');
  }
  return response;
}
