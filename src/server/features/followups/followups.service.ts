import { Brief, BriefFieldEdit, BriefFieldName } from '../../../contracts/briefs.ts';
import type { Actor } from '../../../contracts/common.ts';
import {
  briefOriginSchema,
  type BriefOrigin,
  type ConfirmBrief,
  type TicketBrief,
} from '../../../contracts/followups.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { createHistorian } from '../history/index.ts';
import type { Models } from '../models/index.ts';
import { setRequiredSkills } from '../routing/index.ts';
import type { Case, readCase } from '../understanding/index.ts';
import { findConversationOfTicket, lockTicket, type TicketChanger } from '../tickets/index.ts';
import { writeBrief } from './brief/brief.rules.ts';
import { applyEdit, confirmFields, plainValue } from './corrections.rules.ts';
import { withUnderstanding } from './learned.rules.ts';
import { withoutDetails } from './transcript.rules.ts';
import { originByRules, writeWithModel, type WritingMaterial } from './written/writer.ts';
import {
  findBrief,
  findChatTicket,
  findFollowupTicket,
  findSessionEnd,
  findVocabulary,
  insertBrief,
  insertCorrection,
  listCustomerNames,
  listSeenFields,
  listTranscript,
} from './followups.store.ts';

export interface FollowupDeps extends Core {
  readonly change: TicketChanger;
  /** A model that writes, where the workspace has one. */
  readonly models: Pick<Models, 'write'>;
  /** What the embedded parts make of what was said. */
  readonly understand: (workspaceId: string, given: Case) => Promise<ReturnType<typeof readCase>>;
}

export type FollowupService = ReturnType<typeof createFollowupService>;

/** Below this the assistant does not fill a field of the ticket by itself. */
const sureEnough = 0.6;
const assistantActor: Actor = { kind: 'assistant', id: null };

/** The work that remains after a chat: its brief, and what the brief means for the ticket. */
export function createFollowupService({
  database,
  clock,
  ids,
  change,
  models,
  understand,
}: FollowupDeps) {
  const tell = createHistorian({ clock, ids });

  async function read(scope: Scope, ticketId: string): Promise<TicketBrief> {
    const row = await findBrief(scope, ticketId);
    if (!row) return { brief: null };
    const fields = await listSeenFields(scope, ticketId);
    const seen = (changed: boolean) =>
      BriefFieldName.array().parse(
        fields.filter((one) => one.changed === changed).map(({ field }) => field),
      );
    return {
      brief: {
        version: row.version,
        fields: Brief.parse(row.brief),
        corrected: seen(true),
        confirmed: seen(false),
        writtenAt: row.created_at.toISOString(),
        origin: originOf(row.origin),
      },
    };
  }

  return {
    get: (workspaceId: string, ticketId: string): Promise<TicketBrief> =>
      database.inWorkspace(workspaceId, async (scope) => {
        if ((await findConversationOfTicket(scope, ticketId)) === undefined)
          throw notFound('ticket');
        return read(scope, await findChatTicket(scope, ticketId));
      }),

    /** Writes the brief of an ended chat and lets it classify the ticket. Once: a later call changes nothing. */
    async write(workspaceId: string, ticketId: string): Promise<void> {
      // Between two transactions: to read what was said takes its time, and to have a model write takes more.
      const material = await materialOf(workspaceId, ticketId);
      if (material === null) return;
      const { brief, origin } = await writeWithModel(models.write, workspaceId, material);
      await database.inWorkspace(workspaceId, async (scope) => {
        const ticket = await lockTicket(scope, ticketId);
        if (!ticket || (await findBrief(scope, ticketId))) return;
        await save(scope, ticketId, brief, { version: 1, origin, memberId: null });
        await tell(scope, { ticketId, type: 'brief.written', actor: assistantActor });
        await classify(scope, ticket, brief);
        await classifyFollowup(scope, ticketId, brief);
      });
    },

    /** A person's correction: a new version, kept with what it replaced. */
    async correct(
      workspaceId: string,
      ticketId: string,
      correction: { version: number; edit: BriefFieldEdit; memberId: string },
    ): Promise<TicketBrief> {
      return database.inWorkspace(workspaceId, async (scope) => {
        const { chatTicketId, row } = await lockBrief(scope, ticketId, correction.version);
        const { edit, memberId } = correction;
        const before = Brief.parse(row.brief);
        const after = applyEdit(before, edit);
        const origin = originOf(row.origin);
        await save(scope, chatTicketId, after, { version: row.version + 1, origin, memberId });
        await insertCorrection(scope, {
          id: ids.next(),
          briefId: row.id,
          field: edit.field,
          before: plainValue(before, edit.field),
          after: plainValue(after, edit.field),
          memberId,
          at: clock.now(),
        });
        const actor: Actor = { kind: 'agent', id: memberId };
        await tell(scope, {
          ticketId,
          type: 'brief.corrected',
          actor,
          data: { field: edit.field },
        });
        await obey(scope, ticketId, edit, actor);
        return read(scope, chatTicketId);
      });
    },

    /** A person has looked and found it right: kept as corrections are, and counting for the ticket as they do. */
    async confirm(
      workspaceId: string,
      ticketId: string,
      { version, fields, memberId }: ConfirmBrief & { memberId: string },
    ): Promise<TicketBrief> {
      return database.inWorkspace(workspaceId, async (scope) => {
        const { chatTicketId, row } = await lockBrief(scope, ticketId, version);
        const before = Brief.parse(row.brief);
        const after = confirmFields(before, fields);
        const origin = originOf(row.origin);
        await save(scope, chatTicketId, after, { version: version + 1, origin, memberId });
        const actor: Actor = { kind: 'agent', id: memberId };
        for (const field of new Set(fields)) {
          const value = plainValue(before, field);
          const seen = { id: ids.next(), briefId: row.id, field, before: value, after: value };
          await insertCorrection(scope, { ...seen, memberId, at: clock.now() });
          const edit = BriefFieldEdit.safeParse({ field, value });
          if (edit.success) await obey(scope, ticketId, edit.data, actor);
        }
        const named = fields.join(' ');
        await tell(scope, { ticketId, type: 'brief.confirmed', actor, data: { fields: named } });
        return read(scope, chatTicketId);
      });
    },
  };

  /** The newest brief, which nobody else changes until the end. Throws where it is not the one that was read. */
  async function lockBrief(scope: Scope, ticketId: string, version: number) {
    const chatTicketId = await findChatTicket(scope, ticketId);
    await lockTicket(scope, chatTicketId);
    const row = await findBrief(scope, chatTicketId);
    if (!row) throw notFound('brief');
    if (row.version !== version) {
      throw new AppError(
        'ticket_version_conflict',
        'The brief was changed meanwhile. Read it again.',
      );
    }
    return { chatTicketId, row };
  }

  /** What there is to write from, with the rules' brief of it; null where there is nothing to write. */
  async function materialOf(
    workspaceId: string,
    ticketId: string,
  ): Promise<WritingMaterial | null> {
    const said = await database.inWorkspace(workspaceId, (scope) => findSaid(scope, ticketId));
    if (said === null) return null;
    const { transcript, vocabulary } = said;
    const own = transcript.messages.filter(({ author }) => author === 'customer');
    const understood = await understand(workspaceId, { messages: own });
    return { ...said, rules: withUnderstanding(writeBrief(transcript, vocabulary), understood) };
  }

  async function save(
    scope: Scope,
    ticketId: string,
    brief: Brief,
    by: { version: number; origin: BriefOrigin; memberId: string | null },
  ): Promise<void> {
    await insertBrief(scope, { id: ids.next(), ticketId, brief, at: clock.now(), ...by });
    const followup = await findFollowupTicket(scope, ticketId);
    for (const id of followup === null ? [ticketId] : [ticketId, followup]) {
      scope.record({ type: 'brief.changed', ticketId: id, version: by.version });
    }
  }

  /** Fills what people left open, where the brief is sure enough; never overrides a person. */
  async function classify(
    scope: Scope,
    ticket: { id: string; category: string | null; priority: string; status: string },
    brief: Brief,
  ): Promise<void> {
    if (ticket.status === 'closed') return;
    const { category, urgency, skills } = brief;
    const useCategory = ticket.category === null && category.confidence >= sureEnough;
    const usePriority = ticket.priority === 'normal' && urgency.confidence >= sureEnough;
    if (skills.confidence >= sureEnough) {
      await setRequiredSkills(scope, ticket.id, { names: skills.value, byHand: false });
    }
    await change(
      scope,
      ticket.id,
      {
        ...(useCategory && { category: category.value }),
        ...(usePriority && { priority: urgency.value }),
      },
      assistantActor,
    );
  }

  /** The work goes on in the follow-up: what the brief says counts there above all. */
  async function classifyFollowup(scope: Scope, ticketId: string, brief: Brief): Promise<void> {
    const followup = await findFollowupTicket(scope, ticketId);
    const ticket = followup === null ? undefined : await lockTicket(scope, followup);
    if (ticket) await classify(scope, ticket, brief);
  }

  /** A corrected category, urgency or skill counts for the ticket too. */
  async function obey(
    scope: Scope,
    ticketId: string,
    edit: BriefFieldEdit,
    actor: Actor,
  ): Promise<void> {
    if (edit.field === 'category') await change(scope, ticketId, { category: edit.value }, actor);
    if (edit.field === 'urgency') await change(scope, ticketId, { priority: edit.value }, actor);
    if (edit.field === 'skills') {
      await setRequiredSkills(scope, ticketId, { names: edit.value, byHand: true });
    }
  }
}

/** Briefs from before models could write were all written by rules. */
function originOf(kept: unknown): BriefOrigin {
  return kept === null ? originByRules() : briefOriginSchema.parse(kept);
}

/** What was said in an ended chat that has no brief yet; null for any other. */
async function findSaid(
  scope: Scope,
  ticketId: string,
): Promise<Omit<WritingMaterial, 'rules'> | null> {
  const endedBy = await findSessionEnd(scope, ticketId);
  if (endedBy === undefined || (await findBrief(scope, ticketId))) return null;
  return {
    transcript: await transcriptOf(scope, ticketId, endedBy),
    vocabulary: await findVocabulary(scope),
    names: await listCustomerNames(scope, ticketId),
  };
}

async function transcriptOf(
  scope: Scope,
  ticketId: string,
  endedBy: 'agent' | 'customer' | 'trigger' | 'inactivity' | 'system',
) {
  const rows = await listTranscript(scope, ticketId);
  return {
    endedBy,
    messages: withoutDetails(
      rows.map((row) => ({
        id: row.id,
        author: row.author_kind === 'trigger' ? ('system' as const) : row.author_kind,
        text: row.body,
        at: row.created_at.toISOString(),
        asksForDetails: row.prompt !== null,
      })),
    ),
  };
}
