import type {
  CategoryTraining,
  CategoryTrainings,
  TicketSignals,
} from '../../../contracts/classification.ts';
import type { Actor } from '../../../contracts/common.ts';
import type { Entity, Evidence, Understanding } from '../../../contracts/understanding.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import { createHistorian } from '../history/index.ts';
import { lockTicket, type TicketChanger } from '../tickets/index.ts';
import {
  findEntities,
  readRequestKind,
  riskThresholdsOf,
  type CompiledPattern,
} from '../understanding/index.ts';
import type { CaseReading, CategoryModels } from './models.ts';
import type { EntityPatternService } from './patterns.ts';
import { findVersionInUse, isCategory, listTrainings } from './models.store.ts';
import { joined, type CategoryGuess } from './second-opinion.rules.ts';
import { findCustomerName, listChoices } from './second-opinion.store.ts';
import { askSecond, type OpinionDeps, type OpinionMaterial } from './second-opinion.ts';
import {
  findReadTicket,
  listSignals,
  replaceSignals,
  type FoundSignal,
  type ReadTicket,
} from './signals.store.ts';

export interface ClassificationDeps extends Core, Pick<OpinionDeps, 'judge'> {
  readonly models: Pick<CategoryModels, 'read' | 'answer' | 'goBack' | 'isLearning'>;
  readonly change: TicketChanger;
  readonly patterns: Pick<EntityPatternService, 'compiledOf'>;
  readonly settingsOf: (scope: Scope) => Promise<Pick<WorkspaceSettings, 'classification'>>;
  /** A guess by the words of the categories, for workspaces that gave no examples. */
  readonly guessByWords: (
    scope: Scope,
    messages: readonly { id: string; text: string }[],
  ) => Promise<{ category: string | null; confidence: number }>;
}

export type ClassificationService = ReturnType<typeof createClassificationService>;

const assistant: Actor = { kind: 'assistant', id: null };
/** Chats get their category from their brief, which has read them to the end. */
const guessed = new Set(['email', 'portal', 'api']);
const subjectId = 'subject';
const mostEntities = 40;
/** Words that change faster than they are read are left to the job of the newest of them. */
const mostReadings = 3;

/** A ticket, and what was made of the words it held then. */
interface Looked {
  readonly ticket: ReadTicket;
  readonly understood: CaseReading;
}

/** Reads tickets: risks and wishes are kept as signals, a sure category is set where nobody has. */
export function createClassificationService(deps: ClassificationDeps) {
  const { database, clock, models, change } = deps;
  const tell = createHistorian(deps);

  /** Reads a ticket, holding no transaction meanwhile; null where there is nothing to read. */
  async function look(workspaceId: string, ticketId: string): Promise<Looked | null> {
    const found = await database.inWorkspace(workspaceId, async (scope) => ({
      ticket: await findReadTicket(scope, ticketId),
      settings: await deps.settingsOf(scope),
    }));
    const { ticket, settings } = found;
    if (!ticket || !isReadable(ticket)) return null;
    const { subject, messages } = ticket;
    const given = { subject: { id: subjectId, text: subject }, messages };
    const riskThresholds = riskThresholdsOf(settings.classification.risks);
    return { ticket, understood: await models.read(workspaceId, given, { riskThresholds }) };
  }

  async function guess(
    scope: Scope,
    ticket: ReadTicket,
    { category, hasModel }: Pick<CaseReading, 'category' | 'hasModel'>,
  ): Promise<CategoryGuess | null> {
    if (!guessed.has(ticket.channel)) return null;
    if (hasModel) {
      const { value, confidence, evidence } = category;
      return value === null ? null : { category: value, confidence, evidence };
    }
    const byWords = await deps.guessByWords(scope, caseOf(ticket));
    if (byWords.category === null) return null;
    return { category: byWords.category, confidence: byWords.confidence, evidence: [] };
  }

  async function file(scope: Scope, ticket: ReadTicket, found: CategoryGuess): Promise<void> {
    const { classification } = await deps.settingsOf(scope);
    if (!classification.categories || found.confidence < classification.minimumConfidence) return;
    // A category may have been deleted that the model still knows.
    if (!isOpen(ticket) || !(await isCategory(scope, found.category))) return;
    await change(scope, ticket.id, { category: found.category }, assistant);
    const words = [...new Set(found.evidence.map(({ text }) => text.toLowerCase()))].slice(0, 5);
    await tell(scope, {
      ticketId: ticket.id,
      type: 'category.guessed',
      actor: assistant,
      data: {
        category: found.category,
        percent: Math.round(found.confidence * 100),
        words: words.join(', '),
        ...(found.model !== undefined && { model: found.model }),
      },
    });
  }

  /** What a language model is asked, where nobody has decided and the own words are not sure enough. */
  async function unsure(scope: Scope, looked: Looked | null): Promise<OpinionMaterial | null> {
    if (looked === null || looked.ticket.messages.length === 0) return null;
    const { ticket, understood } = looked;
    const { classification } = await deps.settingsOf(scope);
    if (!classification.categories || !guessed.has(ticket.channel) || !isOpen(ticket)) return null;
    const own = await guess(scope, ticket, understood);
    if (own !== null && own.confidence >= classification.minimumConfidence) return null;
    const customerName = await findCustomerName(scope, ticket.id);
    return { messages: caseOf(ticket), choices: await listChoices(scope), customerName };
  }

  /** Writes down what was read; false, and nothing written, where the ticket holds other words by now. */
  async function keep(
    scope: Scope,
    ticketId: string,
    { looked, opinion }: { looked: Looked | null; opinion: CategoryGuess | null },
  ): Promise<boolean> {
    if (!(await lockTicket(scope, ticketId))) return true;
    const ticket = await findReadTicket(scope, ticketId);
    const isToRead = ticket !== undefined && isReadable(ticket);
    if (isToRead && (looked === null || !isSaidIn(ticket, looked.ticket))) return false;
    scope.record({ type: 'ticket.understood', ticketId });
    if (!isToRead || looked === null) return true;
    const { understood } = looked;
    const found = joined(await guess(scope, ticket, understood), opinion);
    const signals = signalsOf({ ...understood, asked: ticket.asked }, found);
    if (await replaceSignals(scope, ticketId, { signals, at: clock.now() }))
      scope.record({ type: 'signals.changed', ticketId });
    if (found !== null) await file(scope, ticket, found);
    return true;
  }

  return {
    /** Handler of `ticket.understand`: reads the ticket again from its first word. */
    async understand(workspaceId: string, ticketId: string): Promise<void> {
      const first = await look(workspaceId, ticketId);
      const opinion = await askSecond(deps, workspaceId, (scope) => unsure(scope, first));
      for (let reading = 0, looked = first; reading < mostReadings; reading += 1) {
        if (reading > 0) looked = await look(workspaceId, ticketId);
        const made = { looked, opinion };
        if (await database.inWorkspace(workspaceId, (scope) => keep(scope, ticketId, made))) return;
      }
    },

    /** What was read out of a ticket. Throws `not_found`. */
    signals: (workspaceId: string, ticketId: string): Promise<TicketSignals> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const ticket = await findReadTicket(scope, ticketId);
        if (!ticket) throw notFound('ticket');
        const all = caseOf(ticket);
        const patterns = await deps.patterns.compiledOf(scope);
        const rows = await listSignals(scope, ticketId);
        return {
          signals: rows.map(({ found_at: at, evidence, ...row }) => ({
            ...row,
            evidence: evidence as Evidence[],
            at: at.toISOString(),
          })),
          request: readRequestKind(all),
          entities: entitiesOf(all, patterns),
        };
      }),

    answer: models.answer,
    goBack: models.goBack,

    /** How the category model came about, newest first. */
    trainings: (workspaceId: string): Promise<CategoryTrainings> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const rows = await listTrainings(scope);
        const used = await findVersionInUse(scope);
        return {
          trainings: rows.map((row) => trainingView(row, used)),
          learning: await models.isLearning(scope),
        };
      }),
  };
}

/** Whether anything was said, by somebody whose words are still there. */
function isReadable({ erased, messages, asked }: ReadTicket): boolean {
  return !erased && (messages.length > 0 || asked);
}

/** Whether a ticket holds the words another reading of it held, and no others. */
function isSaidIn(ticket: ReadTicket, other: ReadTicket): boolean {
  return JSON.stringify(caseOf(ticket)) === JSON.stringify(caseOf(other));
}

/** Nobody has decided, so a guess may be set. */
function isOpen({ category, decided, status }: ReadTicket): boolean {
  return category === null && !decided && status !== 'closed';
}

function caseOf({ subject, messages }: ReadTicket) {
  return [{ id: subjectId, text: subject }, ...messages];
}

function signalsOf(
  read: Pick<Understanding, 'risks' | 'wantsPerson'> & { asked: boolean },
  found: CategoryGuess | null,
): FoundSignal[] {
  const risks = read.risks.map(({ topic, score, evidence }): FoundSignal => {
    return { kind: 'risk', topic, score, evidence };
  });
  const { value, confidence, evidence } = wishOf(read);
  return [
    ...risks,
    ...(value ? [{ kind: 'person_wish' as const, topic: '', score: confidence, evidence }] : []),
    ...(found === null
      ? []
      : [
          {
            kind: 'category' as const,
            topic: found.category,
            score: found.confidence,
            evidence: found.evidence,
          },
        ]),
  ];
}

/** Who presses the button for it has said so for certain. */
function wishOf({
  wantsPerson,
  asked,
}: Pick<Understanding, 'wantsPerson'> & { asked: boolean }): Understanding['wantsPerson'] {
  return asked ? { ...wantsPerson, value: true, confidence: 1 } : wantsPerson;
}

/** What the patterns find in a ticket: a value of a kind once, where it was first said. */
function entitiesOf(
  messages: ReturnType<typeof caseOf>,
  patterns: readonly CompiledPattern[],
): Entity[] {
  const found = new Map<string, Entity>();
  for (const one of messages.flatMap((message) => findEntities(message, patterns))) {
    const key = `${one.kind}:${one.value.toLowerCase()}`;
    // The subject is no message to go to: where a message says it too, that one is shown.
    if ((found.get(key)?.evidence.message ?? subjectId) === subjectId) found.set(key, one);
  }
  return [...found.values()].slice(0, mostEntities);
}

function trainingView(
  row: Awaited<ReturnType<typeof listTrainings>>[number],
  used: number | undefined,
): CategoryTraining {
  const { trained_at: at, cases, champion_share, challenger_share, kept, ...rest } = row;
  const judged =
    cases === null || champion_share === null || challenger_share === null
      ? null
      : { cases, champion: champion_share, challenger: challenger_share };
  const standing = standingOf({ ...rest, kept }, used);
  return { ...rest, judged, standing, at: at.toISOString() };
}

function standingOf(
  { version, verdict, kept }: Pick<CategoryTraining, 'version' | 'verdict'> & { kept: boolean },
  used: number | undefined,
): CategoryTraining['standing'] {
  if (version === used) return 'used';
  if (verdict === 'proposed') return 'proposed';
  return kept ? 'kept' : 'gone';
}
