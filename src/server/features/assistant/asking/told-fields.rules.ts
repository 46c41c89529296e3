/** Which of the facts a category needs a case has told, and what it says. */
import { claimOf, isSameWord, type ClaimWord } from '../grounding/claim.rules.ts';
import { readChoice } from './choice.rules.ts';
import type { AskedField } from './questions.rules.ts';

/** A thing found in a text by a pattern of the workspace: an order number, a serial number. */
export interface FoundThing {
  readonly kind: string;
  readonly value: string;
}

/** What a case says, in its words and in the fields of its form. */
export interface Told {
  readonly text: string;
  readonly things: readonly FoundThing[];
  /** By key. */
  readonly given: Readonly<Record<string, string>>;
}

/** Kinds that stand in many texts about something else: "since 3.5." is not when it was bought. */
const loose = new Set(['date', 'amount']);
const longestValue = 200;
const line = /^[\s*-]{0,4}([^:\n]{2,80}):[ \t]*(\S[^\n]{0,400})$/gm;

/** What is told of some fields, by key: by the form, by a thing of the kind it asks for, or by a line "Label: value". */
export function toldFields(fields: readonly AskedField[], told: Told): Record<string, string> {
  const found = fields.flatMap((field) => {
    const value =
      told.given[field.key] || thingFor(field, told.things) || lineFor(field, told.text);
    return value === undefined ? [] : [[field.key, value.slice(0, longestValue)] as const];
  });
  return Object.fromEntries(found);
}

/** What a reply to the question of a field says to it; null where it is not told apart from the rest. */
export function valueIn(
  field: AskedField,
  reply: { readonly text: string; readonly things: readonly FoundThing[]; readonly alone: boolean },
): string | null {
  const choice = readChoice(reply.text, field.options);
  if (choice.kind === 'chosen') return choice.option;
  const things = reply.things.filter(({ value }) => reply.text.includes(value));
  const thing = thingFor(field, things);
  if (thing !== undefined) return thing.slice(0, longestValue);
  return reply.alone && reply.text.length <= longestValue ? reply.text.trim() : null;
}

function thingFor({ key, label }: AskedField, things: readonly FoundThing[]): string | undefined {
  const asked = claimOf(label).words;
  return things.find(({ kind }) => {
    if (kind === key) return true;
    const named = claimOf(kind.replaceAll(/[_-]+/g, ' ')).words;
    return !loose.has(kind) && named.length > 0 && named.every((word) => isAmong(word, asked));
  })?.value;
}

function lineFor({ label }: AskedField, text: string): string | undefined {
  const asked = claimOf(label).content;
  for (const [, name = '', value] of text.matchAll(line)) {
    const words = claimOf(name).content;
    const isIt = words.length > 0 && words.every((word) => isAmong(word, asked));
    if (isIt && words.length * 2 >= asked.length) return value?.trim();
  }
  return undefined;
}

function isAmong(word: ClaimWord, others: readonly ClaimWord[]): boolean {
  return others.some((other) => isSameWord(word, other));
}
