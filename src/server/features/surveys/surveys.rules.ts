/** Who is asked, where, and which answers count. */
import type {
  SurveyAnswer,
  SurveyKind,
  SurveyRules,
  SurveyScale,
} from '../../../contracts/surveys.ts';
import type { TicketStatus } from '../../../contracts/tickets.ts';

export interface SurveyFacts {
  readonly kind: SurveyKind;
  /** Null where there never was a chat. */
  readonly session: 'active' | 'inactive' | 'ended' | null;
  readonly status: TicketStatus;
  readonly email: string | null;
  /** The conversation began with a machine: a newsletter, an automatic answer. */
  readonly machine: boolean;
  readonly spam: boolean;
  /** Hours since the chat ended; 0 where none did. */
  readonly endedHoursAgo: number;
  /** Messages to the customer: without one there is nothing to rate. */
  readonly answers: number;
}

export type SurveyPlan =
  | { readonly ask: true; readonly inWidget: boolean; readonly byMail: boolean }
  | { readonly ask: false; readonly why: string };

/** Nobody remembers a chat of last week: what was late to be planned is not asked at all. */
const freshHours = 24;

/** Where a survey is asked, or why it is not. */
export function planSurvey(facts: SurveyFacts, channel: SurveyRules['channel']): SurveyPlan {
  const no = (why: string): SurveyPlan => ({ ask: false, why });
  if (facts.machine) return no('the customer is a machine');
  if (facts.spam) return no('it is spam');
  if (facts.kind === 'session' && facts.session !== 'ended') return no('no chat has ended');
  if (facts.kind === 'session' && facts.endedHoursAgo > freshHours)
    return no('the chat ended too long ago');
  if (facts.kind === 'ticket' && !isOver(facts.status)) return no('the ticket is not solved');
  if (facts.answers === 0) return no('nobody has answered the customer');
  const inWidget = channel !== 'email' && facts.session !== null;
  const byMail = channel !== 'widget' && facts.email !== null;
  if (inWidget || byMail) return { ask: true, inWidget, byMail };
  return no(
    facts.email === null && channel !== 'widget'
      ? 'the customer has no address'
      : 'there is no chat to ask in',
  );
}

/** What was solved when the survey was planned may have been opened again before its time came. */
export function isStillDue(facts: Pick<SurveyFacts, 'kind' | 'status'>): boolean {
  return facts.kind === 'session' || isOver(facts.status);
}

function isOver(status: TicketStatus): boolean {
  return status === 'solved' || status === 'closed';
}

export interface OpenSurvey {
  readonly state: 'due' | 'sent' | 'answered';
  readonly scale: SurveyScale;
  readonly tagChoices: readonly string[];
  readonly revoteMinutes: number;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
  readonly answer: SurveyAnswer | null;
}

export type Verdict =
  | { readonly counts: true; readonly first: boolean; readonly answer: SurveyAnswer }
  | { readonly counts: false; readonly why: 'same' | 'expired' | 'settled' | 'invalid' };

/**
 * Whether an answer counts. The first one does until the survey expires, a changed one within the window
 * after the first; the same one twice changes nothing, whenever it comes.
 */
export function judgeAnswer(survey: OpenSurvey, given: SurveyAnswer, now: Date): Verdict {
  const answer = cleaned(survey, given);
  if (answer === null) return { counts: false, why: 'invalid' };
  if (survey.answer !== null && isSame(survey.answer, answer))
    return { counts: false, why: 'same' };
  const access = accessOf(survey, now);
  if (access === 'open') return { counts: true, first: survey.answer === null, answer };
  return { counts: false, why: access };
}

/** Whether a customer may answer, or change what they answered. */
export function accessOf(survey: OpenSurvey, now: Date): 'open' | 'expired' | 'settled' {
  if (survey.answeredAt === null) return now < survey.expiresAt ? 'open' : 'expired';
  const until = survey.answeredAt.getTime() + survey.revoteMinutes * 60_000;
  return now.getTime() < until ? 'open' : 'settled';
}

/** Only words that were offered, and thumbs only up or down. */
function cleaned(survey: OpenSurvey, given: SurveyAnswer): SurveyAnswer | null {
  if (survey.scale === 'thumbs' && given.score !== 1 && given.score !== 5) return null;
  const tags = survey.tagChoices.filter((choice) => given.tags.includes(choice));
  return { ...given, tags };
}

function isSame(one: SurveyAnswer, other: SurveyAnswer): boolean {
  return (
    one.score === other.score &&
    one.comment === other.comment &&
    one.tags.join('\n') === other.tags.join('\n')
  );
}

/** A score in words: `4 of 5`, or thumbs. */
export function scoreWords(score: number, scale: SurveyScale): string {
  if (scale === 'thumbs') return score === 5 ? 'thumbs up' : 'thumbs down';
  return `${score} of 5`;
}
