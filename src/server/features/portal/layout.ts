import { html, type Html } from '../../platform/pages/html.ts';
import type { Site } from './portal.service.ts';

/** What a page is made from. */
export interface PageParts {
  readonly site: Site;
  readonly title: string;
  /** Who is signed in; null when nobody. */
  readonly email: string | null;
  readonly current?: 'home' | 'ask' | 'conversations';
  readonly body: Html;
}

/** Where the site begins. */
export function rootOf({ slug }: Pick<Site, 'slug'>): string {
  return `/help/${slug}`;
}

/** A whole page of the portal. Works without scripts; there are none. */
export function pageOf({ site, title, email, current, body }: PageParts): string {
  const root = rootOf(site);
  const link = (place: NonNullable<PageParts['current']>, path: string, label: string) =>
    html`<a href="${root}${path}" ${current === place ? html` aria-current="page"` : null}
      >${label}</a
    >`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${site.name}</title>
        <link rel="stylesheet" href="${root}/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header>
          <div>
            <strong><a href="${root}">${site.name}</a></strong>
            <nav aria-label="Site">
              ${link('home', '', 'Help')} ${link('ask', '/ask', 'Ask us')}
              ${link('conversations', '/conversations', 'My conversations')}
            </nav>
          </div>
        </header>
        <main id="content">${body}</main>
        <footer>
          ${
            email === null
              ? html`${site.name}`
              : html`<form method="post" action="${root}/sign-out" enctype="multipart/form-data">
                  <span>Signed in as ${email}</span> <button class="plain">Sign out</button>
                </form>`
          }
        </footer>
      </body>
    </html>`.html;
}
