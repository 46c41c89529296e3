import type { Survey, SurveyAnswer, SurveyCredit } from '../../../contracts/surveys.ts';
import type { CreditRow } from './credits.store.ts';
import type { OpenSurvey } from './surveys.rules.ts';
import type { SurveyRow } from './surveys.store.ts';

/** What was answered; null before it. */
export function answerOf(row: SurveyRow): SurveyAnswer | null {
  return row.score === null ? null : { score: row.score, comment: row.comment, tags: row.tags };
}

/** A survey as the rules judge it. */
export function openOf(row: SurveyRow): OpenSurvey {
  return {
    state: row.state,
    scale: row.scale,
    tagChoices: row.tag_choices,
    revoteMinutes: row.revote_minutes,
    expiresAt: row.expires_at,
    answeredAt: row.answered_at,
    answer: answerOf(row),
  };
}

/** A survey as the desk shows it. */
export function surveyViewOf(
  row: SurveyRow & { ticket_number: number },
  about: { credits: readonly CreditRow[]; assistantName: string; now: Date },
): Survey {
  const missed = row.state === 'sent' && about.now >= row.expires_at;
  const own = about.credits.filter((credit) => credit.survey_id === row.id);
  return {
    id: row.id,
    ticketId: row.ticket_id,
    ticketNumber: row.ticket_number,
    kind: row.kind,
    state: missed ? 'expired' : row.state,
    scale: row.scale,
    question: row.question,
    inWidget: row.in_widget,
    byMail: row.by_mail,
    dueAt: row.due_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    expiresAt: row.expires_at.toISOString(),
    answer: answerOf(row),
    answeredAt: row.answered_at?.toISOString() ?? null,
    credits: creditsOf(own, about.assistantName),
  };
}

function creditsOf(rows: readonly CreditRow[], assistantName: string): SurveyCredit[] {
  const all = rows.reduce((sum, row) => sum + row.messages, 0);
  return rows.map((row) => ({
    participant: row.participant,
    memberId: row.member_id,
    name: row.name ?? assistantName,
    messages: row.messages,
    share: all === 0 ? 0 : row.messages / all,
    owned: row.owned,
  }));
}
