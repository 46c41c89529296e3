/** The mail that asks: plain, with links that only open the page. */
import type { SurveyScale } from '../../../contracts/surveys.ts';

export interface SurveyMail {
  readonly workspace: string;
  readonly subject: string;
  readonly question: string;
  readonly scale: SurveyScale;
  readonly url: string;
  readonly expiresAt: Date;
}

/** The words of each score, from the worst to the best. */
export const scoreLabels: Readonly<
  Record<SurveyScale, readonly { score: number; label: string }[]>
> = {
  stars: [
    { score: 1, label: 'Very bad' },
    { score: 2, label: 'Bad' },
    { score: 3, label: 'So-so' },
    { score: 4, label: 'Good' },
    { score: 5, label: 'Very good' },
  ],
  thumbs: [
    { score: 1, label: 'Thumbs down' },
    { score: 5, label: 'Thumbs up' },
  ],
};

/** Subject and parts of the mail. A link with a score only marks it on the page: a scanner votes nothing. */
export function surveyMail(mail: SurveyMail): { subject: string; text: string; html: string } {
  const { workspace, question, url } = mail;
  const until = mail.expiresAt.toISOString().slice(0, 10);
  const about = `You were in touch with ${workspace} about “${oneLine(mail.subject)}”.`;
  const rest = `The link is yours alone and works until ${until}.`;
  const choices = scoreLabels[mail.scale].map(
    ({ score, label }) =>
      `<a href="${escape(url)}?score=${score}" style="display:inline-block;margin:4px 8px 4px 0">${score} · ${escape(label)}</a>`,
  );
  return {
    subject: `${workspace}: ${question}`,
    text: [about, question, url, rest].join('\n\n'),
    html: [
      `<p>${escape(about)}</p>`,
      `<p><b>${escape(question)}</b></p>`,
      `<p>${choices.join(' ')}</p>`,
      `<p>${escape(rest)}</p>`,
    ].join('\n'),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
