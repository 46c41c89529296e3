import type { Problem } from '../../../contracts/problems.ts';
import { html, trusted } from '../pages/html.ts';

/** What the browser may do with such a page: show it, nothing more. */
export const problemPagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Whether a person looks at the answer: a browser that opens an address, not a program that calls the API. */
export function wantsPage({ url, accept }: { url: string; accept: string | undefined }): boolean {
  return accept?.includes('text/html') === true && !url.startsWith('/api/');
}

const style = trusted(`
:root { color-scheme: light dark; }
body { margin: 0; padding: 12vh 1.25rem; font: 16px/1.55 system-ui, sans-serif; background: light-dark(#fff, #101416); color: light-dark(#171c1f, #e8ecee); }
main { max-width: 34rem; margin: 0 auto; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.75rem; }
p { margin: 0 0 0.75rem; color: light-dark(#566067, #a3adb3); }
`);

/** Problem details as a page for people. A form that was sent is still in the browser, one step back. */
export function problemPage(
  { title, detail }: Pick<Problem, 'title' | 'detail'>,
  { sentForm }: { sentForm: boolean },
): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${detail}</p>
          ${sentForm && html`<p>Nothing was sent. Go back in your browser: what you typed is still there.</p>`}
        </main>
      </body>
    </html>`.html;
}
