/** What a saved policy changed, and what it lets a case be. */
import type { AssistantPolicy, Autonomy, CategoryPolicy } from '../../../../contracts/assistant.ts';

const parts = [
  ['channels', 'the channels'],
  ['gates', 'the gates'],
  ['limits', 'the limits'],
  ['silence', 'what silence means'],
  ['approvals', 'the approvals'],
] as const;

/** What is different, in a sentence; null where nothing is. */
export function describePolicyChange(
  before: AssistantPolicy,
  after: AssistantPolicy,
): string | null {
  const said: string[] = [];
  if (before.stopped !== after.stopped) said.push(after.stopped ? 'stopped it' : 'let it go on');
  const names = new Set([...before.categories, ...after.categories].map((one) => one.category));
  for (const name of [...names].sort()) {
    const [from, to] = [before, after].map(({ categories }) =>
      categories.find(({ category }) => category === name),
    );
    const line = describeRule(from, to);
    if (line !== null) said.push(`${name}: ${line}`);
  }
  const others = describeRule(before.otherwise, after.otherwise);
  if (others !== null) said.push(`everything else: ${others}`);
  for (const [part, words] of parts)
    if (JSON.stringify(before[part]) !== JSON.stringify(after[part])) said.push(`changed ${words}`);
  return said.length === 0 ? null : capital(said.join('; '));
}

function describeRule(
  from: CategoryPolicy | undefined,
  to: CategoryPolicy | undefined,
): string | null {
  if (JSON.stringify(from) === JSON.stringify(to)) return null;
  if (to === undefined) return 'no rule of its own any more';
  if (from === undefined) return to.autonomy;
  const said: string[] = [];
  if (from.autonomy !== to.autonomy) said.push(`${from.autonomy} to ${to.autonomy}`);
  if (from.answerFrom !== to.answerFrom)
    said.push(`answers from ${percent(to.answerFrom)} instead of ${percent(from.answerFrom)}`);
  return said.length === 0 ? 'changed' : said.join(', ');
}

/** Whether any case could be answered without a person: then cases are kept from the queues for a moment. */
export function mayActAlone({ stopped, otherwise, categories }: AssistantPolicy): boolean {
  const alone = ({ autonomy }: { autonomy: Autonomy }) => autonomy === 'auto';
  return !stopped && (alone(otherwise) || categories.some(alone));
}

/** Whether a case is among the share the assistant works on: always the same answer for the same case. */
export function isRolledOut(ticketId: string, percentage: number): boolean {
  // The tail of an id of version 7 is random.
  return Number.parseInt(ticketId.slice(-8), 16) % 100 < percentage;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
