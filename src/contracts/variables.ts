/** Variables in the texts of macros and triggers: what may stand between two curly braces. */

/** Every variable: its name in the editor, and what is written where the value is not known. */
export const variables = {
  'customer.name': { label: 'Name of the customer', fallback: 'there' },
  'customer.first_name': { label: 'First name of the customer', fallback: 'there' },
  'customer.email': { label: 'Email address of the customer', fallback: '' },
  'customer.phone': { label: 'Phone number of the customer', fallback: '' },
  'customer.region': { label: 'Region of the customer', fallback: '' },
  'ticket.number': { label: 'Number of the ticket', fallback: '' },
  'ticket.subject': { label: 'Subject of the ticket', fallback: 'your question' },
  'ticket.status': { label: 'Status of the ticket', fallback: '' },
  'ticket.priority': { label: 'Priority of the ticket', fallback: '' },
  'ticket.category': { label: 'Category of the ticket', fallback: '' },
  'ticket.group': { label: 'Group of the ticket', fallback: 'our team' },
  'agent.name': { label: 'Name of the agent', fallback: 'our team' },
  'agent.first_name': { label: 'First name of the agent', fallback: 'our team' },
  'workspace.name': { label: 'Name of this workspace', fallback: '' },
  'workspace.email': { label: 'Support address of this workspace', fallback: '' },
} as const satisfies Record<string, { label: string; fallback: string }>;

export type VariableName = keyof typeof variables;

/** What is known of each variable; what is left out or empty is written as its fallback. */
export type VariableValues = Readonly<Partial<Record<VariableName, string | null>>>;

/** Every name, in the order they are offered. */
export const variableNames = Object.keys(variables) as VariableName[];

/** Whether a word between braces is a variable. */
export function isVariableName(word: string): word is VariableName {
  return Object.hasOwn(variables, word);
}
