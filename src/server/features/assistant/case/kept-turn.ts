/** A turn as it is kept: what went in, what was weighed, what came out. */
import type { Autonomy } from '../../../../contracts/assistant.ts';
import type { TurnPath, TurnReason, TurnState } from '../../../../contracts/assistant-decisions.ts';
import type { TurnToKeep } from './decisions.store.ts';
import type { CaseFile } from './case.types.ts';
import type { Looked } from './look.ts';
import type { TurnPlan } from './plan.ts';
import type { Written } from '../writing/writing.rules.ts';

const mostPassages = 5;

/** The row of a turn. */
export function keepable(
  { file, verdict, policyVersion }: Looked,
  kept: {
    plan: TurnPlan;
    state: TurnState;
    messageId: string | null;
    at: Date;
    forAgent?: Written;
  },
): TurnToKeep {
  const { plan, state, messageId, at, forAgent } = kept;
  const { study, check } = plan;
  const cited = new Set(
    plan.path === 'answer' ? study?.answer.citations.map(({ articleId }) => articleId) : [],
  );
  return {
    id: plan.id,
    ticketId: file.ticket.id,
    turn: (file.state?.turns ?? 0) + 1,
    at,
    autonomy: verdict.autonomy,
    path: plan.path,
    reason: plan.reason,
    detail: plan.detail,
    state,
    category: file.ticket.category,
    question: plan.question,
    confidence: study?.answer.confidence ?? null,
    threshold: study === null ? null : verdict.rule.answerFrom,
    policyVersion,
    record: {
      gates: [...verdict.checks],
      passages: (study?.answer.passages ?? []).slice(0, mostPassages).map((passage) => ({
        articleId: passage.articleId,
        version: passage.version,
        title: passage.title,
        score: passage.score,
        cited: cited.has(passage.articleId),
      })),
      signals: { ...study?.signals },
      sentences: (check?.sentences ?? []).map((one) => ({
        ...one,
        supports: one.supports.map((support) => ({ ...support })),
      })),
      violations: (check?.violations ?? []).map((one) => ({ ...one })),
      questions: plan.asks.map(({ id, text, options }) => ({ id, text, options })),
      writer: plan.writer,
      latency: plan.latency,
      ...(plan.refused && { refused: plan.refused }),
      ...(forAgent && { forAgent: { text: forAgent.text, html: forAgent.html } }),
    },
    text: plan.written?.text ?? '',
    html: plan.written?.html ?? null,
    messageId,
    costMicros: plan.costMicros,
    decidedBy: null,
  };
}

/** A turn in which nothing was looked up: a click, the clock, a failure. */
export function bareTurn(
  { ticket, state }: CaseFile,
  turn: {
    readonly id: string;
    readonly at: Date;
    readonly path: TurnPath;
    readonly reason: TurnReason;
    readonly autonomy: Autonomy;
    readonly policyVersion: number;
    readonly written?: { readonly text: string; readonly html: string | null };
    readonly messageId?: string;
  },
): TurnToKeep {
  const { written, messageId, ...rest } = turn;
  return {
    ...rest,
    ticketId: ticket.id,
    turn: (state?.turns ?? 0) + 1,
    detail: '',
    state: 'done',
    category: ticket.category,
    question: '',
    confidence: null,
    threshold: null,
    record: {
      gates: [],
      passages: [],
      signals: {},
      sentences: [],
      violations: [],
      questions: [],
      writer: { model: 'embedded', prompt: null },
      latency: {},
    },
    text: written?.text ?? '',
    html: written?.html ?? null,
    messageId: messageId ?? null,
    costMicros: 0,
    decidedBy: null,
  };
}
