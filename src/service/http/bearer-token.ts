import { problemResponse } from './problem-response.ts';

/** The bearer token a request shows (RFC 6750); empty where it shows none. */
export const readBearer = (request: Request): string =>
  /^Bearer +(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';

/** Refuses a request that shows no token, or a wrong one; which of both it does not tell. */
export const refuseBearer = (): Response =>
  problemResponse('unauthorized', {}, { 'WWW-Authenticate': 'Bearer' });
