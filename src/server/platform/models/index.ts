export { createModelCaller, type CallOutcome, type ModelCaller } from './caller.ts';
export { admit, afterCall, circuitState, type Circuit } from './circuit.rules.ts';
export { createGate } from './gate.ts';
export type { ProviderConfig } from './models.types.ts';
export {
  createNameFinder,
  findCards,
  findEmails,
  findIbans,
  findPhones,
  type Finder,
} from './personal-data.rules.ts';
export { roughTokens } from './provider.ts';
export { createRedactor, type Redactor } from './redaction.rules.ts';
