import type { SurveyAnswer, SurveyKind, WidgetSurvey } from '../../../contracts/surveys.ts';
import { systemActor } from '../../../contracts/common.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { lockConversation, type ConversationService } from '../conversations/index.ts';
import { createHistorian } from '../history/index.ts';
import { insertCredits, listParts } from './credits.store.ts';
import type { SurveyLinks } from './links.ts';
import { surveyMail } from './mail.rules.ts';
import { accessOf, isStillDue, judgeAnswer, planSurvey, scoreWords } from './surveys.rules.ts';
import {
  deleteSurvey,
  findConversationOfSurvey,
  findSurveyFacts,
  findSurveyOf,
  findWidgetSurvey,
  insertSurvey,
  lockSurvey,
  markSent,
  saveAnswer,
  type SurveyRow,
} from './surveys.store.ts';
import { answerOf, openOf } from './surveys.view.ts';

export interface SurveyDeps extends Core {
  readonly settingsOf: (scope: Scope) => Promise<WorkspaceSettings>;
  readonly findWorkspace: (scope: Scope) => Promise<{ name: string }>;
  readonly conversations: Pick<ConversationService, 'touch'>;
  readonly queueNotice: (
    scope: Scope,
    notice: { ticketId: string; subject: string; text: string; html: string },
  ) => Promise<{ to: string }>;
  readonly links: SurveyLinks;
  /** Address of a page of this installation that needs no sign-in. */
  readonly pageUrl: (path: string) => string;
}

/** What became of asking: the survey and when it goes out, or why there is none. */
export type Planned =
  | { readonly surveyId: string; readonly dueAt: Date }
  | { readonly surveyId: null; readonly why: string };

export type SurveyService = ReturnType<typeof createSurveyService>;

/** Surveys: planned once for each chat and each ticket, sent once, answered by the customer alone. */
export function createSurveyService(deps: SurveyDeps) {
  const { database, clock, ids } = deps;
  const tell = createHistorian(deps);

  /** Makes the survey of a ticket unless there is one; rules ask for it whether or not it is switched on. */
  async function plan(
    scope: Scope,
    ticketId: string,
    { kind, byRule }: { kind: SurveyKind; byRule: boolean },
  ): Promise<Planned> {
    const facts = await findSurveyFacts(scope, ticketId);
    if (!facts) throw notFound('ticket');
    if (facts.deleted) return { surveyId: null, why: 'the customer was deleted' };
    const known = await findSurveyOf(scope, ticketId, kind);
    if (known) return { surveyId: known.id, dueAt: known.due_at };
    const rules = (await deps.settingsOf(scope)).surveys[kind];
    if (!rules.enabled && !byRule) return { surveyId: null, why: 'it is switched off' };
    const at = clock.now();
    const endedHoursAgo = hoursBetween(facts.ended_at, at);
    const where = planSurvey({ ...facts, kind, endedHoursAgo }, rules.channel);
    if (!where.ask) return { surveyId: null, why: where.why };
    const id = ids.next();
    const dueAt = byRule ? at : new Date(at.getTime() + rules.delayMinutes * 60_000);
    const made = await insertSurvey(scope, {
      ...rules,
      ...where,
      id,
      kind,
      ticketId,
      customerId: facts.customer_id,
      tagChoices: rules.tags,
      at,
      dueAt,
      expiresAt: new Date(dueAt.getTime() + rules.expiryDays * 86_400_000),
    });
    // Somebody else made it a moment ago, in a transaction that has committed since.
    if (!made) return plan(scope, ticketId, { kind, byRule });
    const parts = await listParts(scope, ticketId);
    await insertCredits(
      scope,
      id,
      parts.map((part) => ({ ...part, id: ids.next() })),
    );
    return { surveyId: id, dueAt };
  }

  /** Sends a survey that is due; one that has gone out, or whose ticket is open again, is left. */
  async function deliver(scope: Scope, surveyId: string): Promise<void> {
    const survey = await lockWithConversation(scope, surveyId);
    if (!survey || survey.row.state !== 'due') return;
    const { row, ticket } = survey;
    const facts = await findSurveyFacts(scope, row.ticket_id);
    const byMail = row.by_mail && facts?.email != null;
    if (!facts || !isStillDue({ ...facts, kind: row.kind }) || !(row.in_widget || byMail)) {
      return deleteSurvey(scope, surveyId);
    }
    await markSent(scope, surveyId, clock.now());
    const to = byMail ? (await mail(scope, row, ticket)).to : null;
    const data = { kind: row.kind, ...(to !== null && { to }), widget: row.in_widget };
    await tell(scope, { ticketId: row.ticket_id, type: 'survey.sent', actor: systemActor, data });
    await deps.conversations.touch(scope, ticket.conversation_id);
    scope.record({ type: 'survey.changed', surveyId, ticketId: row.ticket_id });
  }

  async function mail(scope: Scope, row: SurveyRow, ticket: { subject: string }) {
    const { workspaceId } = scope;
    const { name: workspace } = await deps.findWorkspace(scope);
    const token = deps.links.create({ workspaceId, surveyId: row.id });
    const notice = surveyMail({
      workspace,
      subject: ticket.subject,
      question: row.question,
      scale: row.scale,
      url: deps.pageUrl(`/survey/${token}`),
      expiresAt: row.expires_at,
    });
    return deps.queueNotice(scope, { ticketId: row.ticket_id, ...notice });
  }

  /** Everything locks in the order conversation, ticket, work; a survey comes after them. */
  async function lockCase(scope: Scope, ticketId: string) {
    const ticket = await findConversationOfSurvey(scope, ticketId);
    if (ticket) await lockConversation(scope, ticket.conversation_id);
    return ticket;
  }

  async function lockWithConversation(scope: Scope, surveyId: string) {
    const seen = await findSurveyOf(scope, surveyId);
    const ticket = seen && (await lockCase(scope, seen.ticket_id));
    if (!ticket) return null;
    const row = await lockSurvey(scope, surveyId);
    return row ? { row, ticket } : null;
  }

  /** Takes an answer of the customer. The same one twice is one. Throws `survey_closed`, `not_found`. */
  async function take(
    scope: Scope,
    surveyId: string,
    given: { answer: SurveyAnswer; by: 'widget' | 'mail' },
  ): Promise<void> {
    const survey = await lockWithConversation(scope, surveyId);
    if (!survey || survey.row.state === 'due') throw notFound('survey');
    const { row, ticket } = survey;
    const verdict = judgeAnswer(openOf(row), given.answer, clock.now());
    if (!verdict.counts) {
      if (verdict.why === 'same') return;
      throw refusalOf(verdict.why);
    }
    const { answer, first } = verdict;
    await saveAnswer(scope, surveyId, { answer, by: given.by, at: clock.now() });
    const { ticket_id: ticketId, kind, customer_id: id, scale } = row;
    const { score, comment, tags } = answer;
    const words = scoreWords(score, scale);
    await tell(scope, {
      ticketId,
      type: first ? 'survey.answered' : 'survey.changed',
      actor: { kind: 'customer', id },
      data: { kind, score, words, comment, tags: tags.join(', ') },
    });
    await deps.conversations.touch(scope, ticket.conversation_id);
    scope.record({ type: 'survey.answered', surveyId, ticketId, kind, score, first });
  }

  return {
    /**
     * Asks the customer of a ticket now, in the caller's transaction, because a rule wants it: also where
     * the settings do not ask. Once for each kind, however often rules run; returns why nobody is asked.
     */
    async sendSurvey(scope: Scope, ticketId: string, kind: SurveyKind): Promise<Planned> {
      const planned = await plan(scope, ticketId, { kind, byRule: true });
      if (planned.surveyId !== null) await deliver(scope, planned.surveyId);
      return planned;
    },

    /** Handler of `survey.plan`: when the survey is to be sent; null when nobody is asked. */
    async plan(workspaceId: string, ticketId: string, kind: SurveyKind): Promise<Planned> {
      return database.inWorkspace(workspaceId, async (scope) => {
        await lockCase(scope, ticketId);
        return plan(scope, ticketId, { kind, byRule: false });
      });
    },

    /** Handler of `survey.send`. */
    async send(workspaceId: string, surveyId: string): Promise<void> {
      await database.inWorkspace(workspaceId, (scope) => deliver(scope, surveyId));
    },

    /** The survey a conversation shows in the widget; null for none, or one that was missed. */
    async inWidget(scope: Scope, conversationId: string): Promise<WidgetSurvey | null> {
      const row = await findWidgetSurvey(scope, conversationId);
      if (!row) return null;
      const access = accessOf(openOf(row), clock.now());
      if (access === 'expired') return null;
      return {
        id: row.id,
        scale: row.scale,
        question: row.question,
        tags: row.tag_choices,
        answer: answerOf(row),
        open: access === 'open',
      };
    },

    /** An answer from the widget, whose caller has made sure that it is their conversation. */
    async answerInWidget(
      scope: Scope,
      conversationId: string,
      given: { surveyId: string; answer: SurveyAnswer },
    ): Promise<void> {
      const shown = await findWidgetSurvey(scope, conversationId);
      if (shown?.id !== given.surveyId) throw notFound('survey');
      await take(scope, given.surveyId, { answer: given.answer, by: 'widget' });
    },

    take,
  };
}

function hoursBetween(from: Date | null, to: Date): number {
  return from === null ? 0 : (to.getTime() - from.getTime()) / 3_600_000;
}

function refusalOf(why: 'expired' | 'settled' | 'invalid'): AppError {
  if (why === 'expired') return new AppError('survey_closed', 'The time to answer is over.');
  if (why === 'settled')
    return new AppError('survey_closed', 'Your answer is settled and stays as it is.');
  return new AppError('request_invalid', 'Choose one of the two thumbs.', {
    fields: [{ path: 'score', message: 'is none of the choices' }],
  });
}
