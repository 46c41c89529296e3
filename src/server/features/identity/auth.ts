import { betterAuth } from 'better-auth';
import type pg from 'pg';

export interface AuthOptions {
  /** Pool whose search path is the `auth` schema. */
  readonly pool: pg.Pool;
  readonly secret: string;
  /** Address the desk is reached at. */
  readonly baseUrl: string;
}

/** Sign-in by email and password. Sessions are rows, so that ending one ends it at once. */
export function createAuth(options: AuthOptions) {
  return betterAuth({
    database: options.pool,
    secret: options.secret,
    baseURL: options.baseUrl,
    basePath: '/api/auth',
    trustedOrigins: trustedOrigins(options.baseUrl),
    emailAndPassword: {
      enabled: true,
      // People join through an invitation or the workspace wizard, never by themselves.
      disableSignUp: true,
      minPasswordLength: 10,
      autoSignIn: false,
    },
    session: { expiresIn: 7 * 86_400, updateAge: 86_400 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      // By address of the sender: a whole office may share one.
      customRules: { '/sign-in/email': { window: 60, max: 30 } },
    },
    advanced: { cookiePrefix: 'segue', useSecureCookies: options.baseUrl.startsWith('https:') },
    telemetry: { enabled: false },
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** A loopback address goes by two names; both are this desk. */
function trustedOrigins(baseUrl: string): string[] {
  const other = baseUrl.includes('//localhost')
    ? baseUrl.replace('//localhost', '//127.0.0.1')
    : baseUrl.replace('//127.0.0.1', '//localhost');
  return [baseUrl, other];
}
