export { fillVariables, problemsOfVariables } from './variables.rules.ts';
export { findVariableValues } from './variables.store.ts';
