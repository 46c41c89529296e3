import type { Actor } from '../../../contracts/common.ts';
import type { ChangeCustomer, Customer } from '../../../contracts/people.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import {
  findCustomer,
  findVerifiedOwner,
  insertCustomer,
  mergeAttributes,
  removeClaimedEmails,
  saveIdentity,
  updateCustomer,
  type CustomerRow,
} from './customers.store.ts';

export type CustomerService = ReturnType<typeof createCustomerService>;

export interface CustomerDeps extends Core {
  /** Tier or region are different: queues and promises ask for them. */
  readonly onChanged: (scope: Scope, customerId: string, actor: Actor) => Promise<void>;
}

/** Who the customers are, and how they are recognised. */
export function createCustomerService({ database, clock, ids, onChanged }: CustomerDeps) {
  async function create(scope: Scope, name: string | null): Promise<string> {
    const id = ids.next();
    await insertCustomer(scope, { id, name, at: clock.now() });
    return id;
  }

  return {
    async get(workspaceId: string, id: string): Promise<Customer> {
      return database.inWorkspace(workspaceId, async (scope) => viewOf(await getRow(scope, id)));
    },

    /** The customer behind a browser's token; made when there is none yet. */
    async ofVisitor(scope: Scope, visitorId: string): Promise<string> {
      const known = await findVerifiedOwner(scope, 'widget', visitorId);
      if (known !== undefined) return known;
      const customerId = await create(scope, null);
      await saveIdentity(scope, {
        id: ids.next(),
        customerId,
        kind: 'widget',
        value: visitorId,
        verifiedAt: clock.now(),
      });
      return customerId;
    },

    /** The customer a mail comes from; the mail proves the address. */
    async ofSender(scope: Scope, sender: { email: string; name: string | null }): Promise<string> {
      const known = await findVerifiedOwner(scope, 'email', sender.email);
      if (known !== undefined) return known;
      const customerId = await create(scope, sender.name);
      await this.verifyEmail(scope, customerId, sender.email);
      return customerId;
    },

    /** Somebody who writes on a form: a new customer, as nothing proves the address. */
    async ofForm(scope: Scope, said: { email: string; name: string }): Promise<string> {
      const customerId = await create(scope, said.name || null);
      await this.claim(scope, customerId, { email: said.email });
      return customerId;
    },

    /** Somebody who calls, as an agent writes them down. */
    async ofCaller(
      scope: Scope,
      said: { name: string | null; phone: string | null; email: string | null },
    ): Promise<string> {
      const customerId = await create(scope, said.name);
      if (said.phone !== null) await updateCustomer(scope, customerId, { phone: said.phone });
      if (said.email !== null) await this.claim(scope, customerId, { email: said.email });
      return customerId;
    },

    /** Notes what another program knows of a customer; null forgets an attribute. */
    note: (scope: Scope, customerId: string, attributes: Readonly<Record<string, string | null>>) =>
      mergeAttributes(scope, customerId, attributes),

    /** What somebody says about themselves in a chat: kept, but it proves nothing. */
    async claim(
      scope: Scope,
      customerId: string,
      said: { name?: string; email?: string },
    ): Promise<void> {
      if (said.name !== undefined) await updateCustomer(scope, customerId, { name: said.name });
      if (said.email === undefined) return;
      await saveIdentity(scope, {
        id: ids.next(),
        customerId,
        kind: 'email',
        value: said.email,
        verifiedAt: null,
      });
      await removeClaimedEmails(scope, customerId, said.email);
    },

    /** An address is proved; false when another customer has proved it before. */
    async verifyEmail(scope: Scope, customerId: string, email: string): Promise<boolean> {
      const owner = await findVerifiedOwner(scope, 'email', email);
      if (owner !== undefined) return owner === customerId;
      await saveIdentity(scope, {
        id: ids.next(),
        customerId,
        kind: 'email',
        value: email,
        verifiedAt: clock.now(),
      });
      return true;
    },

    /** An agent's corrections. */
    async change(
      { workspaceId, memberId }: { readonly workspaceId: string; readonly memberId: string },
      id: string,
      change: ChangeCustomer,
    ): Promise<Customer> {
      return database.inWorkspace(workspaceId, async (scope) => {
        const before = await getRow(scope, id);
        const { email, attributes = {}, ...fields } = change;
        const given = Object.entries(fields).filter(([, value]) => value !== undefined);
        await updateCustomer(scope, id, Object.fromEntries(given));
        await mergeAttributes(scope, id, attributes);
        if (email === null) await removeClaimedEmails(scope, id, null);
        if (email) await this.claim(scope, id, { email });
        const after = await getRow(scope, id);
        if (after.tier !== before.tier || after.region !== before.region)
          await onChanged(scope, id, { kind: 'agent', id: memberId });
        return viewOf(after);
      });
    },
  };
}

async function getRow(scope: Scope, id: string): Promise<CustomerRow> {
  const row = await findCustomer(scope, id);
  if (!row) throw notFound('customer');
  return row;
}

/** A customer as the desk shows it. */
export function viewOf(row: CustomerRow): Customer {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    emailVerified: row.email_verified ?? false,
    phone: row.phone,
    tier: row.tier,
    region: row.region,
    attributes: row.attributes,
    createdAt: row.created_at.toISOString(),
    deletedAt: row.deleted_at?.toISOString() ?? null,
  };
}
