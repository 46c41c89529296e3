/** A public page with a form: small, without script, readable by everybody, in the workspace's colour. */
import { formPageStyle } from './form-page-style.rules.ts';

/** The page around its body, which is HTML; the title is text. */
export function formPage(page: {
  readonly title: string;
  readonly accentColor: string;
  readonly body: string;
}): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escapeText(page.title)}</title>
<style>${formPageStyle(page.accentColor)}</style>
</head>
<body><main>
${page.body}
</main></body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML and in attributes. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
