import { createHash } from 'node:crypto';
import { accentTheme } from '../../../contracts/accent.ts';
import type { WidgetConfig } from '../../../contracts/widget.ts';
import { html, trusted } from '../../platform/pages/html.ts';

/** What the page of a chat is made from. */
export interface ChatPage {
  readonly key: string;
  readonly config: Pick<WidgetConfig, 'workspaceName' | 'greeting' | 'accentColor' | 'askUrl'>;
}

/** A page that is nothing but the chat of a workspace, opened: for those without a site, and to try it. */
export function chatPage({ key, config }: ChatPage): string {
  const { workspaceName, greeting, accentColor, askUrl } = config;
  const { textLight, textDark } = accentTheme(accentColor);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>${workspaceName}</title>
        <style>
          ${trusted(styles(textLight, textDark))}
        </style>
        ${trusted(`<script>${opening}</script>`)}
        <script src="/widget/segue.js" data-key="${key}" async></script>
      </head>
      <body>
        <main>
          <h1>${workspaceName}</h1>
          <p>${greeting}</p>
          <p><button type="button" id="open">Open the chat</button></p>
          ${askUrl && html`<p><a href="${askUrl}">Write to us instead</a></p>`}
        </main>
      </body>
    </html>`.html;
}

/** Calls before the script of the chat has loaded wait in a queue. */
const opening = `window.segue=function(){(window.segue.q=window.segue.q||[]).push(arguments)};
segue('open');
addEventListener('DOMContentLoaded',function(){document.getElementById('open').onclick=function(){segue('open')}});`;

/** What the page may load: its own parts, and files that were sent in the chat; of scripts in the page only its own. */
export const chatPagePolicy = [
  "default-src 'self'",
  `script-src 'self' 'sha256-${createHash('sha256').update(opening).digest('base64')}'`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self' ws: wss:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

function styles(linkLight: string, linkDark: string): string {
  return `:root { color-scheme: light dark; --link: light-dark(${linkLight}, ${linkDark}); }
body { margin: 0; background: light-dark(#f4f6f7, #101416); color: light-dark(#171c1f, #e8ecee); font: 16px/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 30rem; margin: 0 auto; padding: 18vh 1.25rem 4rem; }
h1 { font-size: 1.65rem; line-height: 1.25; margin: 0 0 0.75rem; text-wrap: balance; }
p { margin: 0 0 1rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
button { font: inherit; font-weight: 600; color: var(--link); background: light-dark(#ffffff, #181d20); border: 1px solid light-dark(#8a949a, #6b767c); border-radius: 6px; padding: 0.5rem 0.9rem; cursor: pointer; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }`;
}
