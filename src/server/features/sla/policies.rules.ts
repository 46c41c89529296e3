/** Which policy a ticket runs by: the first that is on and whose conditions all hold; and why not the others. */
import type { Customer } from '../../../contracts/people.ts';
import type { RoutingChannel } from '../../../contracts/sessions.ts';
import type { SlaConditions, SlaTest } from '../../../contracts/sla.ts';
import type { Channel, Priority } from '../../../contracts/tickets.ts';

/** What the conditions of a policy look at. */
export interface PromisedTicket {
  readonly channel: Channel;
  readonly routingChannel: RoutingChannel;
  readonly priority: Priority;
  readonly tier: Customer['tier'];
  readonly category: string | null;
  readonly tags: readonly string[];
  readonly group: { readonly id: string; readonly name: string } | null;
}

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly rules: { readonly conditions: SlaConditions };
}

/** The policy for a ticket, from policies in their order; null when none is for it. */
export function matchPolicy<Policy extends Candidate>(
  ticket: PromisedTicket,
  policies: readonly Policy[],
): Policy | null {
  return (
    policies.find(
      (policy) => policy.enabled && refusalOf(policy.rules.conditions, ticket) === null,
    ) ?? null
  );
}

/** What each policy says to a ticket, in a sentence. */
export function explainMatch(
  ticket: PromisedTicket,
  policies: readonly Candidate[],
): SlaTest['policies'] {
  const taken = matchPolicy(ticket, policies);
  const place = taken === null ? policies.length : policies.indexOf(taken);
  return policies.map((policy, index) => {
    const { id, name } = policy;
    if (!policy.enabled) return { id, name, outcome: 'off', why: 'It is switched off.' };
    if (index > place) return { id, name, outcome: 'not_asked', why: 'A policy before it counts.' };
    const refusal = refusalOf(policy.rules.conditions, ticket);
    return refusal === null
      ? { id, name, outcome: 'taken', why: 'All its conditions hold.' }
      : { id, name, outcome: 'refused', why: refusal };
  });
}

/** The first condition that does not hold, in a sentence; null when all do. */
export function refusalOf(conditions: SlaConditions, ticket: PromisedTicket): string | null {
  const { channels, routingChannels, priorities, tiers, categories, tags, groupIds } = conditions;
  return (
    refuse('channel', channels, ticket.channel) ??
    refuse('routing channel', routingChannels, ticket.routingChannel) ??
    refuse('priority', priorities, ticket.priority) ??
    refuse('customer’s tier', tiers, ticket.tier) ??
    refuse('category', categories, ticket.category) ??
    refuseTags(tags, ticket.tags) ??
    (groupIds === undefined || groupIds.includes(ticket.group?.id ?? '')
      ? null
      : `Its group is ${ticket.group?.name ?? 'not set'}.`)
  );
}

function refuse(
  name: string,
  wanted: readonly string[] | undefined,
  value: string | null,
): string | null {
  if (wanted === undefined || (value !== null && wanted.includes(value))) return null;
  return `The ${name} is ${value ?? 'not set'}, not ${wanted.join(' or ')}.`;
}

function refuseTags(wanted: readonly string[] | undefined, tags: readonly string[]): string | null {
  if (wanted === undefined || wanted.some((tag) => tags.includes(tag.toLowerCase()))) return null;
  return `It does not carry the tag ${wanted.join(' or ')}.`;
}
