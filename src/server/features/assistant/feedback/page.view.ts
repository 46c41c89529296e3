/** The public page behind a link of the assistant's mails: small, without script. */
import { escapeText as escape, formPage } from '../../../platform/pages/form-page.rules.ts';
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
  return formPage({
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
  return formPage({ title: 'There is no such answer', accentColor: '#0f766e', body });
}
