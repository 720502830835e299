import type { Hono } from 'hono';
import { bearerRule } from './bearer-rule.ts';
import { challengeRoute } from './challenge-route.ts';
import { contentTypeRule } from './content-type-rule.ts';
import { crossOriginSharing } from './cross-origin-sharing.ts';
import { methodNotAllowed } from './method-not-allowed.ts';
import { originRule } from './origin-rule.ts';
import type { ChallengeRouteOptions, ServiceEnvironment } from './service-context.ts';
import { verifyRoute } from './verify-route.ts';

/**
 * Adds the routes of the security code, and CORS to them and to all routes that are added later. `/challenge/verify`
 * has none: it is for backends, which show a secret and have no origin. Without such a secret it is not there.
 */
export function addChallengeRoutes(
  routes: Hono<ServiceEnvironment>,
  options: ChallengeRouteOptions,
  maxBodyBytes: number,
): void {
  const { allowOrigins, verifySecret } = options.settings;
  if (verifySecret) {
    const verify = verifyRoute(options.verify, maxBodyBytes);
    routes.post('/challenge/verify', bearerRule(verifySecret), contentTypeRule, verify);
    routes.all('/challenge/verify', methodNotAllowed('POST'));
  }
  routes.use('*', crossOriginSharing(allowOrigins));
  const issue = challengeRoute(options, maxBodyBytes);
  routes.post('/challenge', originRule(allowOrigins), contentTypeRule, issue);
  routes.all('/challenge', methodNotAllowed('POST'));
}
