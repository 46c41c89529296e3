/** Facts of a ticket, from the row that was read. */
import { isSurging, surgeSchema } from '../../../../contracts/board.ts';
import { classificationSettingsSchema } from '../../../../contracts/classification.ts';
import { conditionFieldOf, type Condition } from '../../../../contracts/trigger-conditions.ts';
import { detectLanguage } from '../../followups/brief/languages.rules.ts';
import { asksForPerson } from '../../understanding/requests/person.rules.ts';
import { findRisks, riskThresholdsOf } from '../../understanding/risk/risk.rules.ts';
import type { FactsRow, Needs } from '../facts-row.types.ts';
import type { TicketFacts } from './facts.types.ts';
import { searchable } from './texts.rules.ts';

/** Makes the facts of a ticket at a moment. */
export function factsOf(
  row: FactsRow,
  at: { readonly now: Date; readonly openSchedules: ReadonlySet<string> },
): TicketFacts {
  return {
    ticketId: row.id,
    now: at.now.getTime(),
    channel: row.channel,
    tags: row.tags,
    tier: row.tier,
    region: row.region,
    attributes: row.attributes,
    emailKnown: row.email_known,
    inactiveReason: row.session_state === 'inactive' ? row.inactive_reason : null,
    subject: searchable(row.subject),
    lastMessage: searchable(row.texts[0]?.body ?? ''),
    allMessages: searchable(row.texts.map(({ body }) => body).join('\n')),
    language: row.brief_language ?? spokenLanguage(row),
    sentiment: row.brief_sentiment,
    queueDepth: row.depth,
    waiting: row.eligible_at !== null,
    tracked: {
      routing_channel: row.routing_channel,
      session_state: row.session_state,
      session_ended_reason: row.ended_reason,
      status: row.status,
      priority: row.priority,
      category: row.category,
      group: row.group_id,
      assignee: row.agent_id,
      queue: row.queue_id,
    },
    since: {
      queue_wait: millis(row.eligible_at),
      hours_since_created: row.created_at.getTime(),
      hours_since_updated: row.updated_at.getTime(),
      hours_since_solved: millis(row.solved_at),
      hours_since_customer: millis(row.customer_at),
    },
    ...signalsOf(row),
    surge: isSurging(surgeSchema.parse(row.surge ?? {}), at.now.getTime()),
    openSchedules: at.openSchedules,
  };
}

/** What is read at once, since the job that reads whole tickets may not have run; the rest it has read. */
const latest = 5;

function signalsOf(row: FactsRow): Pick<TicketFacts, 'risks' | 'wishesPerson'> {
  if (row.signals === null) return { risks: new Set(), wishesPerson: false };
  const said = row.texts.filter(({ by }) => by === 'customer').slice(0, latest);
  const read = [row.subject, ...said.map(({ body }) => body)];
  const cares = classificationSettingsSchema.shape.risks.parse(row.risk_cares ?? {});
  const thresholds = riskThresholdsOf(cares);
  const found = findRisks(
    read.map((text) => ({ id: '', text })),
    thresholds,
  );
  return {
    risks: new Set([...row.signals, ...found.map(({ topic }) => topic)]),
    wishesPerson:
      row.asked_for_person || row.signals.includes('person_wish') || read.some(asksForPerson),
  };
}

/** Below this a few words say too little. */
const sure = 0.4;

function spokenLanguage({ texts }: FactsRow): string | null {
  const said = texts.filter(({ by }) => by === 'customer').map(({ body }) => body);
  if (said.length === 0) return null;
  const { language, confidence } = detectLanguage(said);
  return confidence >= sure ? language : null;
}

function millis(at: Date | null): number | null {
  return at?.getTime() ?? null;
}

/** What must be read for conditions to be answered. */
export function needsOf(conditions: readonly Condition[]): Needs {
  const asks = (...fields: Condition['field'][]) =>
    conditions.some(({ field }) => fields.includes(field));
  return {
    texts: asks('last_message', 'any_message', 'language', 'risk_topic', 'wishes_person'),
    signals: asks('risk_topic', 'wishes_person'),
    depth: asks('queue_depth'),
    solved: asks('hours_since_solved'),
    surge: asks('surge'),
  };
}

/** The schedules that conditions name. */
export function schedulesOf(conditions: readonly Condition[]): string[] {
  const named = conditions.flatMap(({ field, key }) =>
    conditionFieldOf(field).key === 'schedule' && key !== null ? [key] : [],
  );
  return [...new Set(named)];
}
