/** The public page behind a link of the assistant's mails: small, without script. */
import { pageStyle } from '../../surveys/index.ts';
import type { FeedbackPage } from './feedback.service.ts';
import type { Verdict } from './links.ts';

const words: Readonly<
  Record<Verdict, { title: string; lead: string; button: string; done: string }>
> = {
  not_helped: {
    title: 'A person shall look at it',
    lead: 'Somebody of the team reads the conversation and answers you by mail. You need not repeat anything.',
    button: 'Ask a person',
    done: 'A person takes over. You get an answer by mail.',
  },
  helped: {
    title: 'It helped',
    lead: 'The conversation is closed. Whenever you answer the mail, it is open again.',
    button: 'Yes, it is solved',
    done: 'Thank you. The conversation is closed; answer the mail to open it again.',
  },
};

/** The page as it stands: a button, or what became of it. Opening it never decides anything. */
export function feedbackPage(
  { workspace, subject, state }: FeedbackPage,
  { verdict, accentColor }: { verdict: Verdict; accentColor: string },
): string {
  const { title, lead, button, done } = words[verdict];
  const body = {
    open: `<p>${lead}</p>\n<form method="post"><button type="submit">${button}</button></form>`,
    done: `<p role="status" class="thanks">${done}</p>`,
    over: '<p role="status">People of the team have this conversation already.</p>',
  }[state];
  return document({
    title: `${title} · ${workspace}`,
    accentColor,
    body: `<p class="from" dir="auto">${escape(workspace)}</p>
<h1>${title}</h1>
<p class="from" dir="auto">${escape(subject)}</p>
${body}`,
  });
}

/** The page of a link that leads nowhere. */
export function lostFeedbackPage(): string {
  const body =
    '<h1>There is no such answer</h1><p>The link is not whole, or the conversation is gone. Open it again from the mail, or answer the mail.</p>';
  return document({ title: 'There is no such answer', accentColor: '#0f766e', body });
}

function document(page: { title: string; accentColor: string; body: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escape(page.title)}</title>
<style>${pageStyle(page.accentColor)}</style>
</head>
<body><main>
${page.body}
</main></body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
