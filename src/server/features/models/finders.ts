import type { ModelSettings } from '../../../contracts/models.ts';
import {
  createNameFinder,
  findCards,
  findEmails,
  findIbans,
  findPhones,
  type Finder,
} from '../../platform/models/index.ts';
import { findEntities, type CompiledPattern } from '../understanding/index.ts';

/** What a workspace has patterns for and needs no hiding, or is found better by its own finder. */
const shown = new Set(['version', 'date', 'amount', 'email', 'phone']);
/** What `findEntities` reads of a text at once. */
const chunk = 20_000;

/** What one call hides beside what is personal in every text. */
export interface Known {
  readonly names: readonly string[];
  readonly patterns: readonly CompiledPattern[];
}

/** What must not leave the machine, by the switches and patterns of a workspace. */
export function findersOf({ redact }: ModelSettings, { names, patterns }: Known): Finder[] {
  return [
    ...(redact.emails ? [findEmails] : []),
    ...(redact.bankAccounts ? [findIbans] : []),
    ...(redact.cards ? [findCards] : []),
    ...(redact.numbers ? [createEntityFinder(patterns)] : []),
    ...(redact.phones ? [findPhones] : []),
    ...(redact.names ? [createNameFinder(names)] : []),
  ];
}

/** Finds a value wherever it stands once a pattern has found it anywhere. */
function createEntityFinder(patterns: readonly CompiledPattern[]): Finder {
  const hiding = patterns.filter(({ kind }) => !shown.has(kind));
  return (text) => {
    const values = new Set<string>();
    for (let at = 0; at < text.length; at += chunk) {
      const part = { id: '', text: text.slice(at, at + chunk) };
      for (const { value } of findEntities(part, hiding)) values.add(value);
    }
    return [...values].flatMap((value) => placesOf(text, value));
  };
}

function placesOf(text: string, value: string) {
  const places = [];
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + value.length)) {
    places.push({ kind: 'REF', start: at, end: at + value.length });
  }
  return places;
}
