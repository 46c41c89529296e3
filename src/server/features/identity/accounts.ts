import type pg from 'pg';
import type { Ids } from '../../platform/ids.ts';
import type { Auth } from './auth.ts';

/** Sign-in accounts, apart from workspaces. */
export interface Accounts {
  /** The account of an address, made when there is none. Returns its id and whether it is new. */
  ensure(person: {
    email: string;
    name: string;
    password: string | null;
  }): Promise<{ userId: string; created: boolean }>;
  /** Sets the password of an account that has none yet; false when it has one. */
  setFirstPassword(userId: string, password: string): Promise<boolean>;
  hasPassword(userId: string): Promise<boolean>;
  findByEmail(email: string): Promise<{ userId: string; hasPassword: boolean } | null>;
}

export interface AccountDeps {
  readonly auth: Auth;
  /** Pool whose search path is the `auth` schema. */
  readonly pool: pg.Pool;
  readonly ids: Ids;
}

/** Accounts with better-auth's tables and its password hash. */
export function createAccounts({ auth, pool, ids }: AccountDeps): Accounts {
  async function findByEmail(email: string) {
    const { rows } = await pool.query<{ id: string; has_password: boolean }>(
      `select u.id, exists (select from account a where a."userId" = u.id and a.password is not null) as has_password
       from "user" u where u.email = $1`,
      [email],
    );
    return rows[0] ? { userId: rows[0].id, hasPassword: rows[0].has_password } : null;
  }

  async function hasPassword(userId: string): Promise<boolean> {
    const { rows } = await pool.query(
      `select 1 from account where "userId" = $1 and "providerId" = 'credential'`,
      [userId],
    );
    return rows.length > 0;
  }

  async function setFirstPassword(userId: string, password: string): Promise<boolean> {
    if (await hasPassword(userId)) return false;
    const { password: passwords } = await auth.$context;
    await pool.query(
      `insert into account (id, "accountId", "providerId", "userId", password, "updatedAt")
       values ($1, $2, 'credential', $2, $3, now())`,
      [ids.next(), userId, await passwords.hash(password)],
    );
    return true;
  }

  return {
    findByEmail,
    hasPassword,
    setFirstPassword,
    async ensure({ email, name, password }) {
      const known = await findByEmail(email);
      if (known) return { userId: known.userId, created: false };
      const userId = ids.next();
      const { rowCount } = await pool.query(
        `insert into "user" (id, name, email, "emailVerified") values ($1, $2, $3, false)
         on conflict (email) do nothing`,
        [userId, name, email],
      );
      // Somebody was faster: it is their account.
      if (rowCount === 0) return this.ensure({ email, name, password });
      if (password !== null) await setFirstPassword(userId, password);
      return { userId, created: true };
    },
  };
}
