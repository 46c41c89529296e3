/** What is asked of a case before anything is written: may the assistant act, and how far. */
import {
  categoryPolicyOf,
  type AssistantPolicy,
  type Autonomy,
  type CategoryPolicy,
} from '../../../../contracts/assistant.ts';
import type { GateCheck, TurnReason } from '../../../../contracts/assistant-decisions.ts';
import type { Incident } from '../../../../contracts/incidents.ts';
import { isRolledOut } from '../policy/policy.rules.ts';
import type { CaseFile } from './case.types.ts';

export interface GateFacts {
  readonly file: CaseFile;
  readonly policy: AssistantPolicy;
  /** Whether the hours of the category's schedule are open; true where it has none. */
  readonly withinHours: boolean;
  /** Whether the newest words ask us to do something that no article can do. */
  readonly asksForService: boolean;
  /** Instructions to the assistant in what the customer wrote; empty where none. */
  readonly injection: string;
  /** The incident that the case belongs to; null where there is none. */
  readonly incident: Incident | null;
}

export interface Verdict {
  /** `skip`: leave it as it is. `hand_over`: to a person, with the reason. `go`: on to the answer. */
  readonly kind: 'skip' | 'hand_over' | 'go';
  readonly reason: TurnReason;
  readonly detail: string;
  readonly autonomy: Autonomy;
  readonly rule: CategoryPolicy;
  /** Whether an answer waits for a person. */
  readonly mustApprove: boolean;
  readonly checks: readonly GateCheck[];
}

interface Gate {
  /** What must be so, as the record tells it to people. */
  readonly name: string;
  readonly kind: 'skip' | 'hand_over';
  readonly reason: TurnReason;
  /** Why it stops the case; null where it does not. */
  readonly stops: (facts: GateFacts, rule: CategoryPolicy) => string | null;
}

const when = (stops: boolean, why = ''): string | null => (stops ? why : null);

/** In the order they are asked; the first that stops decides. */
const gates: readonly Gate[] = [
  {
    name: 'the case is open',
    kind: 'skip',
    reason: 'closed',
    stops: ({ file }) => when(['closed', 'solved'].includes(file.ticket.status)),
  },
  {
    name: 'no chat is running',
    kind: 'skip',
    reason: 'live_chat',
    stops: ({ file }) => when(file.session === 'active' || file.session === 'inactive'),
  },
  {
    name: 'the assistant is not stopped',
    kind: 'skip',
    reason: 'stopped',
    stops: ({ policy }) => when(policy.stopped),
  },
  {
    name: 'it works on this channel',
    kind: 'skip',
    reason: 'channel_off',
    stops: ({ file, policy }) => when(!policy.channels[file.ticket.channel], file.ticket.channel),
  },
  {
    name: 'it is on for this category',
    kind: 'skip',
    reason: 'category_off',
    stops: ({ file }, rule) => when(rule.autonomy === 'off', file.ticket.category ?? ''),
  },
  {
    name: 'the customer is in the share it works for',
    kind: 'skip',
    reason: 'not_rolled_out',
    stops: ({ file }, rule) =>
      when(!isRolledOut(file.ticket.customerId, rule.rollOut), `${rule.rollOut}%`),
  },
  {
    name: 'it is within its hours',
    kind: 'skip',
    reason: 'outside_hours',
    stops: ({ withinHours }) => when(!withinHours),
  },
  {
    name: 'a person wrote it',
    kind: 'skip',
    reason: 'automatic_mail',
    stops: ({ file }) => when(file.automatic !== '', file.automatic),
  },
  {
    name: 'nobody works on it',
    kind: 'skip',
    reason: 'human_touched',
    stops: ({ file }) =>
      when(
        file.humanTouched || file.state?.state === 'handed_over',
        file.state?.state === 'handed_over' ? 'it was handed over' : '',
      ),
  },
  {
    name: 'no instructions to the assistant in it',
    kind: 'hand_over',
    reason: 'injection',
    stops: ({ injection }) => when(injection !== '', injection),
  },
  {
    name: 'no risk that a person must look at',
    kind: 'hand_over',
    reason: 'risk',
    stops: ({ file }) => risksOf(file),
  },
  {
    name: 'no wish for a person',
    kind: 'hand_over',
    reason: 'wants_person',
    stops: ({ file }) => when(file.signals.some(({ kind }) => kind === 'person_wish')),
  },
  {
    name: 'no tier that a person looks after',
    kind: 'hand_over',
    reason: 'vip',
    stops: ({ file, policy }) =>
      when(policy.gates.vip === 'hand_over' && isVip(file, policy), file.customer.tier),
  },
  {
    name: 'the address is proven where it must be',
    kind: 'hand_over',
    reason: 'unproven',
    stops: ({ file }, rule) => when(rule.needsProof && !file.customer.proven),
  },
  {
    name: 'nobody else writes in it, or that is allowed',
    kind: 'hand_over',
    reason: 'participants',
    stops: ({ file, policy }) =>
      when(
        policy.gates.participants === 'hand_over' && file.participants !== '',
        file.participants,
      ),
  },
  {
    name: 'no incident that a person must answer',
    kind: 'hand_over',
    reason: 'known_incident',
    // What customers are to be told is told; where nobody has said what, a person answers.
    stops: ({ incident, file }) =>
      when(incident !== null && (incident.message === '' || hasSpoken(file)), incident?.title),
  },
  {
    name: 'the customer has an address',
    kind: 'hand_over',
    reason: 'unreachable',
    stops: ({ file }) => when(file.customer.email === null),
  },
  {
    name: 'it has not gone back and forth too often',
    kind: 'hand_over',
    reason: 'turns',
    stops: ({ file, policy }) =>
      when((file.state?.turns ?? 0) >= policy.limits.turns, `${policy.limits.turns} turns`),
  },
  {
    name: 'the limits of a day and an hour are not reached',
    kind: 'hand_over',
    reason: 'limit',
    stops: ({ file, policy }) => limitOf(file, policy),
  },
  // Last: where it alone stops a case, the customer may still be asked for what its category needs.
  {
    name: 'it is a question, and nothing has to be done',
    kind: 'hand_over',
    reason: 'service_request',
    stops: ({ asksForService }) => when(asksForService),
  },
];

/** Asks one gate after the other. Nothing stops a case that every gate lets pass. */
export function passGates(facts: GateFacts): Verdict {
  const { file, policy } = facts;
  const rule = categoryPolicyOf(policy, file.ticket.category);
  const checks: GateCheck[] = [];
  const autonomy = autonomyOf(facts, rule);
  const mustApprove =
    (policy.gates.vip === 'approve' && isVip(file, policy)) ||
    (policy.gates.participants === 'approve' && file.participants !== '');
  const base = { autonomy, rule, mustApprove };
  if (autonomy === 'off' && rule.autonomy !== 'off')
    return {
      ...base,
      kind: 'skip',
      reason: 'human_touched',
      detail: 'an agent was in the chat',
      checks,
    };
  for (const gate of gates) {
    const why = gate.stops(facts, rule);
    checks.push({ gate: gate.name, passed: why === null, why: why ?? '' });
    if (why !== null) return { ...base, kind: gate.kind, reason: gate.reason, detail: why, checks };
  }
  return { ...base, kind: 'go', reason: 'confident', detail: '', checks };
}

/** How far the assistant goes: after an agent was in the chat no further than the policy says. */
function autonomyOf({ file, policy }: GateFacts, rule: CategoryPolicy): Autonomy {
  const { afterAgent } = policy.gates;
  if (!file.agentInChat || afterAgent === 'same') return rule.autonomy;
  return afterAgent === 'draft' && rule.autonomy === 'auto'
    ? 'draft'
    : afterAgent === 'off'
      ? 'off'
      : rule.autonomy;
}

/** Whether the customer has had a text of the assistant in this case. */
export function hasSpoken({ state }: CaseFile): boolean {
  return (state?.turns ?? 0) > 0;
}

function isVip(file: CaseFile, policy: AssistantPolicy): boolean {
  return policy.gates.vipTiers.includes(file.customer.tier);
}

function risksOf({ signals }: CaseFile): string | null {
  const topics = signals.filter(({ kind }) => kind === 'risk').map(({ topic }) => topic);
  return topics.length === 0 ? null : topics.map((topic) => topic.replaceAll('_', ' ')).join(', ');
}

function limitOf({ sent }: CaseFile, { limits }: AssistantPolicy): string | null {
  if (sent.toCustomer >= limits.perCustomerADay)
    return `${limits.perCustomerADay} answers to this customer in a day`;
  if (sent.toAll >= limits.perHour) return `${limits.perHour} answers in an hour`;
  return null;
}

/** Whether there is anything the assistant has not dealt with. */
export function hasNews(file: CaseFile): boolean {
  return file.state === null || lastSeqOf(file) > file.state.handledSeq;
}

/** Place of the last thing the customer said; 0 where they said nothing. */
export function lastSeqOf({ said }: Pick<CaseFile, 'said'>): number {
  return said.findLast(({ by }) => by === 'customer')?.seq ?? 0;
}
