/**
 * Triggers: how many events a second 200 rules are asked about, by our compiled rules and by
 * json-rules-engine in the same run, over the same rules, tickets and events. Both must find the same
 * matches. No database: what is compared is the asking.
 */
import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { conditionSchema, type Condition } from '../src/contracts/trigger-conditions.ts';
import { compile } from '../src/server/features/triggers/rules/compile.rules.ts';
import type {
  TicketChange,
  TicketFacts,
} from '../src/server/features/triggers/rules/facts.types.ts';
import { hasPhrase } from '../src/server/features/triggers/rules/texts.rules.ts';

const ruleCount = 200;
const eventCount = 2_000;
const rounds = 5;

/** A generator of numbers that is the same on every machine. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const random = createRandom(20_260_301);
const pick = <Item>(items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;

const channels = ['messaging', 'email', 'portal', 'phone'];
const statuses = ['new', 'open', 'pending', 'on_hold', 'solved'];
const priorities = ['urgent', 'high', 'normal', 'low'];
const tiers = ['enterprise', 'standard', 'free'];
const tags = Array.from({ length: 30 }, (_, at) => `tag-${at}`);
const words = ['refund', 'invoice', 'parcel', 'password', 'cancel', 'lawyer', 'broken', 'late'];

/** The conditions that workspaces write most: each with its counterpart in the other engine. */
const kinds: readonly (() => Partial<Condition> & Pick<Condition, 'field' | 'op'>)[] = [
  () => ({ field: 'event', op: 'is', values: [pick(['created', 'updated', 'message_received'])] }),
  () => ({ field: 'channel', op: 'is', values: [pick(channels)] }),
  () => ({ field: 'status', op: 'is', values: [pick(statuses), pick(statuses)] }),
  () => ({ field: 'status', op: 'is_not', values: [pick(statuses)] }),
  () => ({ field: 'status', op: 'changed_to', values: [pick(statuses)] }),
  () => ({ field: 'priority', op: 'is', values: [pick(priorities)] }),
  () => ({ field: 'tags', op: 'any_of', values: [pick(tags), pick(tags)] }),
  () => ({ field: 'tags', op: 'none_of', values: [pick(tags)] }),
  () => ({ field: 'customer_tier', op: 'is', values: [pick(tiers)] }),
  () => ({ field: 'last_message', op: 'contains', values: [pick(words), pick(words)] }),
  () => ({ field: 'queue_depth', op: 'at_least', amount: Math.floor(random() * 30) }),
  () => ({ field: 'email_known', op: pick(['yes', 'no'] as const) }),
];

const makeConditions = (count: number) =>
  Array.from({ length: count }, () => conditionSchema.parse(pick(kinds)()));
const rules = Array.from({ length: ruleCount }, () => ({
  kind: 'ticket' as const,
  conditions: {
    all: makeConditions(1 + Math.floor(random() * 3)),
    any: makeConditions(pick([0, 2])),
  },
}));

interface Asked {
  readonly facts: TicketFacts;
  readonly change: TicketChange;
}

function makeEvent(): Asked {
  const status = pick(statuses);
  const event = pick(['created', 'updated', 'message_received'] as const);
  const tracked = {
    routing_channel: 'email',
    session_state: null,
    session_ended_reason: null,
    status,
    priority: pick(priorities),
    category: null,
    group: null,
    assignee: null,
    queue: 'q',
  };
  const since = {
    queue_wait: null,
    hours_since_created: 0,
    hours_since_updated: 0,
    hours_since_solved: null,
    hours_since_customer: 0,
  };
  const message = Array.from({ length: 25 }, () =>
    pick(random() < 0.1 ? words : ['it', 'was', 'the', 'box']),
  );
  const facts: TicketFacts = {
    ticketId: 'ticket',
    now: 0,
    channel: pick(channels),
    tags: [pick(tags), pick(tags), pick(tags)],
    tier: pick(tiers),
    region: null,
    attributes: {},
    emailKnown: random() < 0.7,
    inactiveReason: null,
    subject: 'a subject',
    lastMessage: message.join(' '),
    allMessages: message.join(' '),
    language: 'en',
    sentiment: null,
    queueDepth: Math.floor(random() * 30),
    waiting: true,
    tracked,
    since,
    surge: false,
    risks: new Set(),
    wishesPerson: false,
    openSchedules: new Set(),
  };
  const changed = event === 'updated' ? { status: [{ from: pick(statuses), to: status }] } : {};
  return {
    facts,
    change: { events: new Set([event]), actors: new Set(['customer']), fields: changed },
  };
}

const asked = Array.from({ length: eventCount }, makeEvent);
const compiled = rules.map(compile);

function askOurs(): number {
  let matches = 0;
  for (const { facts, change } of asked) {
    for (const evaluate of compiled) if (evaluate(facts, change).matched) matches += 1;
  }
  return matches;
}

/** The same condition for the other engine. */
function theirs({ field, op, values, amount }: Condition) {
  switch (field) {
    case 'event':
      return { fact: 'event', operator: 'in', value: values };
    case 'status':
      if (op === 'changed_to') return { fact: 'statusTo', operator: 'in', value: values };
      return { fact: 'status', operator: op === 'is_not' ? 'notIn' : 'in', value: values };
    case 'tags':
      return { fact: 'tags', operator: op === 'none_of' ? 'hasNone' : 'hasAny', value: values };
    case 'last_message':
      return { fact: 'lastMessage', operator: 'hasPhrase', value: values };
    case 'queue_depth':
      return { fact: 'queueDepth', operator: 'greaterThanInclusive', value: amount };
    case 'email_known':
      return { fact: 'emailKnown', operator: 'equal', value: op === 'yes' };
    default:
      return { fact: field, operator: 'in', value: values };
  }
}

function createEngine(): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator('hasAny', (have: string[], wanted: string[]) =>
    wanted.some((tag) => have.includes(tag)),
  );
  engine.addOperator(
    'hasNone',
    (have: string[], wanted: string[]) => !wanted.some((tag) => have.includes(tag)),
  );
  engine.addOperator('hasPhrase', (text: string, wanted: string[]) =>
    wanted.some((word) => hasPhrase(text, word)),
  );
  for (const { conditions } of rules) {
    const any = conditions.any.length > 0 ? [{ any: conditions.any.map(theirs) }] : [];
    const top = { all: [...conditions.all.map(theirs), ...any] } as TopLevelCondition;
    engine.addRule({ conditions: top, event: { type: 'matched' } });
  }
  return engine;
}

async function askTheirs(engine: Engine): Promise<number> {
  let matches = 0;
  for (const { facts, change } of asked) {
    const { events } = await engine.run({
      event: [...change.events][0],
      channel: facts.channel,
      status: facts.tracked.status,
      statusTo: change.fields.status?.[0]?.to ?? 'none',
      priority: facts.tracked.priority,
      tags: facts.tags,
      customer_tier: facts.tier,
      lastMessage: facts.lastMessage,
      queueDepth: facts.queueDepth,
      emailKnown: facts.emailKnown,
    });
    matches += events.length;
  }
  return matches;
}

/** Events a second of the middle round, so that one slow moment of the machine does not decide. */
async function measure(
  ask: () => number | Promise<number>,
): Promise<{ rate: number; matches: number }> {
  let matches = await ask();
  const rates: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    matches = await ask();
    rates.push((eventCount / (performance.now() - started)) * 1_000);
  }
  return {
    rate: rates.toSorted((left, right) => left - right)[Math.floor(rounds / 2)] ?? 0,
    matches,
  };
}

const ours = await measure(askOurs);
const engine = createEngine();
const other = await measure(() => askTheirs(engine));
const ratio = ours.rate / other.rate;
const shown = (rate: number) => Math.round(rate).toLocaleString('en-GB').padStart(10);
console.log(`${ruleCount} rules, ${eventCount} events, the middle of ${rounds} rounds`);
console.log(`compiled rules      ${shown(ours.rate)} events/s  ${ours.matches} matches`);
console.log(`json-rules-engine   ${shown(other.rate)} events/s  ${other.matches} matches`);
console.log(`ratio               ${ratio.toFixed(1)} (wanted: at least 5)`);
if (ours.matches !== other.matches) {
  console.log('They do not agree: the comparison is worth nothing.');
  process.exitCode = 1;
} else if (ratio < 5) process.exitCode = 1;
