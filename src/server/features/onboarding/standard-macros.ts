/** The macros every workspace starts with; people change them. */
import type { MacroAction } from '../../../contracts/macros.ts';

export interface MacroPlan {
  readonly name: string;
  readonly description: string;
  readonly folder: string;
  readonly chatText: string;
  readonly mailHtml: string;
  readonly actions: readonly MacroAction[];
}

/** In the order a conversation has: greet, ask, wait, hand on, end. */
export const standardMacros: readonly MacroPlan[] = [
  {
    name: 'Hello',
    description: 'The first words of a conversation',
    folder: 'Every day',
    chatText:
      'Hello {{customer.first_name}}, this is {{agent.first_name}}. Give me a moment to read what you wrote.',
    mailHtml: '<p>Hello {{customer.first_name}},</p><p>thank you for writing to us.</p>',
    actions: [{ kind: 'assign', to: 'self' }],
  },
  {
    name: 'Ask for the order number',
    description: 'When it is not clear which order is meant',
    folder: 'Every day',
    chatText:
      'Which order is it about? The number is in the mail that confirmed it and begins with a #.',
    mailHtml:
      '<p>Hello {{customer.first_name}},</p><p>which order is it about? The number is in the mail that confirmed it and begins with a #.</p>',
    actions: [{ kind: 'status', status: 'pending' }],
  },
  {
    name: 'I am looking into it',
    description: 'When the answer takes longer than the customer should wait for in silence',
    folder: 'Every day',
    chatText:
      'I am looking into this. It takes a few minutes, and I will write here as soon as I know more.',
    mailHtml:
      '<p>Hello {{customer.first_name}},</p><p>I am looking into this and will write to you again as soon as I know more.</p>',
    actions: [{ kind: 'status', status: 'open' }],
  },
  {
    name: 'I am ending this chat',
    description: 'Says goodbye, tells how to reach us, and ends the chat',
    folder: 'Endings',
    chatText:
      'I am ending this chat now, {{customer.first_name}}. If anything is left, write to {{workspace.email|us}} or start a new conversation here: we have what you told us.',
    mailHtml: '',
    actions: [{ kind: 'end_session' }],
  },
  {
    name: 'It goes on by email',
    description: 'Ends the chat where the rest needs time; the ticket stays open',
    folder: 'Endings',
    chatText:
      'This needs more time than a chat has. I am ending it here, and you will hear from us by email about “{{ticket.subject}}”.',
    mailHtml: '',
    actions: [{ kind: 'status', status: 'open' }, { kind: 'end_session' }],
  },
  {
    name: 'Solved',
    description: 'When everything is answered',
    folder: 'Endings',
    chatText: 'I am glad that is settled. Write to us whenever something comes up again.',
    mailHtml:
      '<p>Hello {{customer.first_name}},</p><p>I am glad that is settled. Answer this mail whenever something comes up again.</p>',
    actions: [{ kind: 'status', status: 'solved' }],
  },
];
