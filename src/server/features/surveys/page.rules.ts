/** The public page of a survey: small, without script, readable by everybody. */
import type { SurveyAnswer, SurveyScale } from '../../../contracts/surveys.ts';
import { escapeText as escape, formPage } from '../../platform/pages/form-page.rules.ts';
import { scoreLabels } from './mail.rules.ts';

export interface SurveyPage {
  readonly workspace: string;
  readonly accentColor: string;
  readonly question: string;
  readonly scale: SurveyScale;
  readonly tagChoices: readonly string[];
  readonly answer: SurveyAnswer | null;
  readonly access: 'open' | 'expired' | 'settled';
  /** The score a link in the mail marks, before anybody has answered. */
  readonly marked: number | null;
  /** What was wrong with the form that was just sent. */
  readonly problem: string | null;
}

/** The page as it stands: the form, or why there is none. */
export function surveyPage(page: SurveyPage): string {
  const { question, workspace } = page;
  return formPage({
    title: `${question} · ${workspace}`,
    accentColor: page.accentColor,
    body: [
      `<p class="from" dir="auto">${escape(workspace)}</p>`,
      `<h1 dir="auto">${escape(question)}</h1>`,
      notice(page),
      page.access === 'open' ? form(page) : '',
    ].join('\n'),
  });
}

/** The page of a link that opens nothing. */
export function lostSurveyPage(): string {
  return formPage({
    title: 'There is no such survey',
    accentColor: '#0f766e',
    body: '<h1>There is no such survey</h1><p>The link is not whole, or the survey is gone. Open it again from the mail.</p>',
  });
}

function notice({ access, answer, scale, problem }: SurveyPage): string {
  if (problem !== null) return `<p role="alert" class="problem">${escape(problem)}</p>`;
  if (access === 'expired') return '<p>The time to answer is over. Thank you all the same.</p>';
  if (answer === null) return '';
  const given = labelOf(scale, answer.score);
  const more = access === 'open' ? ' You can still change your answer.' : '';
  return `<p role="status" class="thanks"><b>Thank you.</b> Your answer: ${escape(given)}.${more}</p>`;
}

function form({ scale, tagChoices, answer, marked }: SurveyPage): string {
  const chosen = answer?.score ?? marked;
  const scores = scoreLabels[scale]
    .map(
      ({ score, label }) =>
        `<label><input type="radio" name="score" value="${score}" required${chosen === score ? ' checked' : ''}><span>${shownScore(scale, score)}<small>${escape(label)}</small></span></label>`,
    )
    .join('\n');
  const tags = tagChoices
    .map(
      (tag) =>
        `<label><input type="checkbox" name="tags" value="${escape(tag)}"${answer?.tags.includes(tag) ? ' checked' : ''}><span dir="auto">${escape(tag)}</span></label>`,
    )
    .join('\n');
  return `<form method="post" accept-charset="utf-8">
<fieldset class="scores"><legend>Your answer</legend>
${scores}
</fieldset>
${tags === '' ? '' : `<fieldset class="tags"><legend>What was it that decided? <small>optional</small></legend>\n${tags}\n</fieldset>`}
<label class="comment" for="comment">Anything else? <small>optional</small></label>
<textarea id="comment" name="comment" rows="4" maxlength="2000" dir="auto">${escape(answer?.comment ?? '')}</textarea>
<button type="submit">${answer === null ? 'Send' : 'Change my answer'}</button>
</form>`;
}

function shownScore(scale: SurveyScale, score: number): string {
  if (scale === 'stars') return `<b>${score}</b>`;
  return `<b aria-hidden="true">${score === 5 ? '👍' : '👎'}</b>`;
}

function labelOf(scale: SurveyScale, score: number): string {
  return scoreLabels[scale].find((one) => one.score === score)?.label ?? String(score);
}
