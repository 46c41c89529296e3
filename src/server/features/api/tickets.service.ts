import type { AddTicketMessage, ApiTicket, OpenTicket } from '../../../contracts/api.ts';
import type { Category } from '../../../contracts/tickets.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import type { CustomerService } from '../customers/index.ts';
import { inputName, readQuestion, type Question, type QuestionDesk } from '../questions/index.ts';
import { lockTicket } from '../tickets/index.ts';
import { findOpened, lockReference, readTicket } from './tickets.store.ts';

export interface ApiTicketDeps extends Core {
  readonly categories: (workspaceId: string) => Promise<Category[]>;
  readonly customers: Pick<CustomerService, 'ofSender' | 'ofForm' | 'note'>;
  readonly questions: QuestionDesk;
}

export type ApiTicketService = ReturnType<typeof createApiTicketService>;

/** Tickets as other programs open, read and go on with them. */
export function createApiTicketService(deps: ApiTicketDeps) {
  const { database } = deps;

  return {
    /** Opens a ticket; the same reference again is the same ticket. Throws `request_invalid`. */
    async open(workspaceId: string, asked: OpenTicket) {
      const category = chosen(await deps.categories(workspaceId), asked.category);
      const question = questionOf(asked, category);
      return database.inWorkspace(workspaceId, async (scope) => {
        const known = await findKnown(scope, asked.reference);
        if (known) return { ...known, existed: true };
        const { id, number } = await deps.questions.open(scope, {
          question,
          category,
          customerId: await customerOf(scope, asked.customer),
          channel: 'api',
          priority: asked.priority,
          ...(asked.reference !== undefined && { clientId: asked.reference }),
        });
        return { id, number, existed: false };
      });
    },

    /** Throws `not_found` for a ticket that came another way. */
    async read(workspaceId: string, id: string): Promise<ApiTicket> {
      const ticket = await database.inWorkspace(workspaceId, (scope) => readTicket(scope, id));
      if (!ticket) throw notFound('ticket');
      return ticket;
    },

    /** Adds what the customer says further. Throws `not_found` and `ticket_closed`. */
    async say(workspaceId: string, id: string, { reference, text }: AddTicketMessage) {
      return database.inWorkspace(workspaceId, async (scope) => {
        const ticket = await lockTicket(scope, id);
        if (ticket?.channel !== 'api') throw notFound('ticket');
        const said = {
          ticketId: id,
          text,
          ...(reference !== undefined && { clientId: reference }),
        };
        return { id: await deps.questions.reply(scope, said) };
      });
    },
  };

  async function findKnown(scope: Scope, reference: string | undefined) {
    if (reference === undefined) return undefined;
    await lockReference(scope, reference);
    return findOpened(scope, reference);
  }

  async function customerOf(scope: Scope, customer: OpenTicket['customer']): Promise<string> {
    const { email, name, verified, attributes } = customer;
    const id = verified
      ? await deps.customers.ofSender(scope, { email, name })
      : await deps.customers.ofForm(scope, { email, name: name ?? '' });
    await deps.customers.note(scope, id, attributes);
    return id;
  }
}

function chosen(categories: readonly Category[], name: string | null): Category | null {
  if (name === null) return null;
  const category = categories.find((one) => one.name === name);
  if (category) return category;
  const names = categories.map((one) => one.name).join(', ');
  throw invalid([{ path: 'category', message: `must be one of: ${names}` }]);
}

/** What was sent, held to the form of its category. */
function questionOf(asked: OpenTicket, category: Category | null): Question {
  const known = new Set(category?.fields.map(({ key }) => key));
  const unknown = Object.keys(asked.fields).filter((key) => !known.has(key));
  if (unknown.length > 0) {
    const message = `is no field of ${category === null ? 'a ticket without a category' : category.name}`;
    throw invalid(unknown.map((key) => ({ path: `fields.${key}`, message })));
  }
  const typed = Object.entries(asked.fields).map(([key, value]) => [inputName({ key }), value]);
  const { subject, text, customer } = asked;
  const read = readQuestion(
    {
      ...Object.fromEntries(typed),
      subject,
      text,
      email: customer.email,
      name: customer.name ?? '',
    },
    category,
  );
  if (read.ok) return read.question;
  const byInput = new Map(category?.fields.map((field) => [inputName(field), field.key]));
  const path = (input: string) => (byInput.has(input) ? `fields.${byInput.get(input)}` : input);
  throw invalid(
    Object.entries(read.problems).map(([input, message]) => ({ path: path(input), message })),
  );
}

function invalid(fields: { path: string; message: string }[]): AppError {
  const [first] = fields;
  return new AppError('request_invalid', `${first?.path ?? ''}: ${first?.message ?? ''}`, {
    fields,
  });
}
