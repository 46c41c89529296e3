import type { ModelSettings } from '../../../contracts/models.ts';
import { AppError } from '../../platform/errors.ts';
import {
  createNameFinder,
  findCards,
  findEmails,
  findIbans,
  findPhones,
  type Finder,
} from '../../platform/models/index.ts';
import {
  compilePatterns,
  findEntities,
  patternProblem,
  shippedPatterns,
} from '../understanding/index.ts';

const numberKinds = new Set(['order_number', 'ticket_number']);
/** What `findEntities` reads of a text at once. */
const chunk = 20_000;

/** What must not leave the machine, by the switches and patterns of a workspace. */
export function findersOf({ redact, patterns }: ModelSettings, names: readonly string[]): Finder[] {
  const own = patterns.map((pattern) => ({ kind: 'REF', pattern }));
  const shipped = redact.numbers ? shippedPatterns.filter(({ kind }) => numberKinds.has(kind)) : [];
  return [
    ...(redact.emails ? [findEmails] : []),
    ...(redact.bankAccounts ? [findIbans] : []),
    ...(redact.cards ? [findCards] : []),
    createEntityFinder([...own, ...shipped]),
    ...(redact.phones ? [findPhones] : []),
    ...(redact.names ? [createNameFinder(names)] : []),
  ];
}

/** Throws `request_invalid` where a pattern of a workspace would find nothing or take too long. */
export function assertPatterns({ patterns }: Pick<ModelSettings, 'patterns'>): void {
  const wrong = patterns.find((pattern) => patternProblem(pattern) !== null);
  if (wrong === undefined) return;
  throw new AppError('request_invalid', `This pattern cannot be used: ${wrong}`, {
    fields: [{ path: 'models.patterns', message: 'holds one that cannot be used' }],
  });
}

/** Finds a value wherever it stands once a pattern has found it anywhere. */
function createEntityFinder(patterns: Parameters<typeof compilePatterns>[0]): Finder {
  const compiled = compilePatterns(patterns);
  if (compiled.length === 0) return () => [];
  return (text) => {
    const values = new Set<string>();
    for (let at = 0; at < text.length; at += chunk) {
      const part = { id: '', text: text.slice(at, at + chunk) };
      for (const { value } of findEntities(part, compiled)) values.add(value);
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
