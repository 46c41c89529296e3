/** Variables in texts: found, checked and filled in. */
import type { FieldProblem } from '../../../contracts/problems.ts';
import {
  isVariableName,
  variableNames,
  variables,
  type VariableName,
  type VariableValues,
} from '../../../contracts/variables.ts';

/** `{{name}}` or `{{name|what to write where it is not known}}`, on one line. */
const placeholder = /\{\{([^{}\n]*)\}\}/g;
const valueLength = 300;

/** What a text becomes: `html` for mail, where values are escaped, or plain text. */
export type TextKind = 'text' | 'html';

/**
 * Fills the variables of a text in, once: braces inside a value stay as they are. Values are one line
 * each, and escaped for HTML, so that a customer's name can neither add a line nor a tag.
 */
export function fillVariables(text: string, values: VariableValues, kind: TextKind): string {
  return text.replace(placeholder, (whole, inside: string) => {
    const { name, fallback } = read(inside);
    if (!isVariableName(name)) return whole;
    const value = oneLine(values[name] ?? '');
    // A fallback is part of the author's own text, which is sanitised with it.
    if (value === '') return fallback ?? variables[name].fallback;
    return kind === 'html' ? escapeHtml(value) : value;
  });
}

/** The names a text uses, each once. */
export function variablesOf(text: string): VariableName[] {
  return [...new Set(namesIn(text))].filter(isVariableName);
}

/** The names in a text that are no variables, each once. */
export function unknownVariablesOf(text: string): string[] {
  return [...new Set(namesIn(text))].filter((name) => !isVariableName(name));
}

/** What is wrong with the variables of a text, told at its field with the name that was probably meant. */
export function problemsOfVariables(path: string, text: string): FieldProblem[] {
  const unknown = unknownVariablesOf(text).map((name) => ({
    path,
    message: `names {{${name}}}, which is no variable. Did you mean {{${nearestVariable(name)}}}?`,
  }));
  const open = text.replace(placeholder, '').includes('{{');
  return open ? [...unknown, { path, message: 'has {{ without }} on the same line' }] : unknown;
}

/** The variable whose name takes the fewest changed letters. */
export function nearestVariable(word: string): VariableName {
  const wanted = word.toLowerCase();
  const [best] = variableNames.toSorted(
    (left, right) => distance(wanted, left) - distance(wanted, right),
  );
  return best ?? 'customer.name';
}

function namesIn(text: string): string[] {
  return [...text.matchAll(placeholder)].map((match) => read(match[1] ?? '').name);
}

function read(inside: string): { name: string; fallback: string | null } {
  const at = inside.indexOf('|');
  if (at < 0) return { name: inside.trim(), fallback: null };
  return { name: inside.slice(0, at).trim(), fallback: inside.slice(at + 1).trim() };
}

function oneLine(value: string): string {
  const plain = value.replace(/[\u0000-\u001f\u007f\u2028\u2029\s]+/g, ' ').trim();
  return plain.length > valueLength ? `${plain.slice(0, valueLength - 1)}…` : plain;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

/** Levenshtein's distance, one row at a time. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [at, char] of [...from].entries()) {
    const next = [at + 1];
    for (let index = 1; index <= to.length; index += 1) {
      const replaced = (row[index - 1] ?? 0) + (char === to[index - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
