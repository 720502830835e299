import type * as webAuthn from '@simplewebauthn/server';
import type { betterAuth } from 'better-auth';
import type { createAuthEndpoint } from 'better-auth/api';
import type { setSessionCookie } from 'better-auth/cookies';
import type { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import type { twoFactor } from 'better-auth/plugins/two-factor';
import { loadOptional } from '../load-optional.ts';

/** What the desk takes from libraries that only services with a desk have installed. */
export interface SignInLibrary {
  readonly betterAuth: typeof betterAuth;
  readonly createAuthEndpoint: typeof createAuthEndpoint;
  readonly setSessionCookie: typeof setSessionCookie;
  readonly symmetricDecrypt: typeof symmetricDecrypt;
  readonly symmetricEncrypt: typeof symmetricEncrypt;
  readonly twoFactor: typeof twoFactor;
  readonly webAuthn: Pick<
    typeof webAuthn,
    | 'generateAuthenticationOptions'
    | 'generateRegistrationOptions'
    | 'verifyAuthenticationResponse'
    | 'verifyRegistrationResponse'
  >;
}

const importAll = async (): Promise<SignInLibrary> => {
  const [main, api, cookies, crypto, plugin, passkeys] = await Promise.all([
    import('better-auth'),
    import('better-auth/api'),
    import('better-auth/cookies'),
    import('better-auth/crypto'),
    import('better-auth/plugins/two-factor'),
    import('@simplewebauthn/server'),
  ]);
  return {
    betterAuth: main.betterAuth,
    createAuthEndpoint: api.createAuthEndpoint,
    setSessionCookie: cookies.setSessionCookie,
    symmetricDecrypt: crypto.symmetricDecrypt,
    symmetricEncrypt: crypto.symmetricEncrypt,
    twoFactor: plugin.twoFactor,
    webAuthn: passkeys,
  };
};

/**
 * Loads what the desk signs in by; tests give another `load`.
 * @throws {ConfigurationError} `LIBRARY_MISSING` where it is not installed.
 */
export const loadSignInLibrary = (
  load: () => Promise<SignInLibrary> = importAll,
): Promise<SignInLibrary> =>
  loadOptional(
    load,
    'The desk needs two packages that are not installed; run "npm install better-auth @simplewebauthn/server", or leave the setting desk (--desk or READER_COMMENTS_DESK) off.',
  );
