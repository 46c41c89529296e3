export {
  fillVariables,
  problemsOfVariables,
  unknownVariablesOf,
  variablesOf,
  type TextKind,
} from './variables.rules.ts';
export { findVariableValues, type Speaking } from './variables.store.ts';
