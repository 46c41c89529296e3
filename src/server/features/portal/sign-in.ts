import { html } from '../../platform/pages/html.ts';
import type { PortalDeps, Site } from './portal.service.ts';
import { listOfAddress } from './portal.store.ts';
import { endSignIn, forgetSignIns, useLink, visitSignIn } from './sign-ins.store.ts';
import {
  idleLifetimeMs,
  linkLifetimeMs,
  readClaim,
  sessionLifetimeMs,
  signClaim,
} from './tokens.rules.ts';

const linkWords =
  'Somebody, probably you, asked to see your conversations. The link works once, for half an hour. If it was not you, do nothing.';
const linksInAnHour = 5;
/** A visit is written down this often at most. */
const touchMs = 5 * 60_000;

/** Being let into one's own conversations: by a mailed link, for some days, until one signs out. */
export function createSignIn({ database, clock, ids, secret, ...deps }: PortalDeps) {
  return {
    /** Mails a link that lets whoever reads it in. Says nothing about whether the address is known. */
    async sendLink(site: Site, email: string): Promise<void> {
      await database.inWorkspace(site.workspaceId, async (scope) => {
        const known = await listOfAddress(scope, email);
        if (known.length === 0) return;
        const expiresAt = clock.now().getTime() + linkLifetimeMs;
        const { workspaceId } = site;
        const token = signClaim(
          { kind: 'link', workspaceId, email, id: ids.next(), expiresAt },
          secret,
        );
        const url = `${deps.portalUrl(site.slug)}/sign-in/${token}`;
        await deps.queueLetter(scope, {
          ticketId: null,
          to: email,
          subject: `Your conversations with ${site.name}`,
          text: `${linkWords}\n\n${url}\n`,
          html: html`<p>${linkWords}</p>
            <p><a href="${url}">See my conversations</a></p>`.html,
          mostInAnHour: linksInAnHour,
        });
      });
    },

    /** Whose link it is; null when it is over. Looking does not use it: mail scanners look. */
    peek(site: Site, token: string): string | null {
      return claimOf(site, token, 'link')?.email ?? null;
    },

    /** Uses a mailed link up and returns the cookie; null when it is over or was used. */
    async signIn(site: Site, token: string): Promise<string | null> {
      const now = clock.now();
      const claim = claimOf(site, token, 'link');
      if (claim === null) return null;
      const fresh = await database.inWorkspace(site.workspaceId, async (scope) => {
        await forgetSignIns(scope, new Date(now.getTime() - sessionLifetimeMs - linkLifetimeMs));
        return useLink(scope, claim.id, now);
      });
      if (!fresh) return null;
      const expiresAt = now.getTime() + sessionLifetimeMs;
      return signClaim({ ...claim, kind: 'session', expiresAt }, secret);
    },

    /** Who a cookie lets in here; null when nobody, after signing out, and after days without a visit. */
    async whoIs(site: Site, cookie: string): Promise<string | null> {
      const claim = claimOf(site, cookie, 'session');
      if (claim === null) return null;
      const now = clock.now();
      const visit = { id: claim.id, now, idleMs: idleLifetimeMs, touchMs };
      const isIn = await database.inWorkspace(site.workspaceId, (scope) =>
        visitSignIn(scope, visit),
      );
      return isIn ? claim.email : null;
    },

    /** From now on the cookie lets nobody in, whoever has a copy of it. */
    async signOut(site: Site, cookie: string): Promise<void> {
      const claim = claimOf(site, cookie, 'session');
      if (claim === null) return;
      await database.inWorkspace(site.workspaceId, (scope) =>
        endSignIn(scope, claim.id, clock.now()),
      );
    },
  };

  function claimOf(site: Site, token: string, kind: 'link' | 'session') {
    const claim = readClaim(token, kind, { secret, now: clock.now() });
    return claim !== null && claim.workspaceId === site.workspaceId ? claim : null;
  }
}
