/**
 * `Cache-Control` of public GETs, which are the same for everybody: browsers ask each time, a CDN answers for them for
 * half a minute.
 */
export const publicCaching =
  'public, max-age=0, must-revalidate, s-maxage=30, stale-while-revalidate=10';
