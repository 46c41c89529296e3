import type { z } from 'zod';
import type { widgetCommands } from '../../../contracts/widget.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError } from '../../platform/errors.ts';
import { findCustomer } from '../customers/index.ts';
import type { WidgetDeps } from './deps.types.ts';
import {
  findOwnerOfEmail,
  hasConversations,
  moveVisitor,
  removeEmptyCustomer,
} from './identities.store.ts';
import { storable } from './text.rules.ts';
import { isSignedEmail, type Visitor } from './visitors.ts';
import { findCustomerOfVisitor, lockVisitor } from './widget.store.ts';

type Details = z.output<(typeof widgetCommands)['identify']['request']>;
type IdentifyingDeps = Pick<
  WidgetDeps,
  'database' | 'clock' | 'ids' | 'customers' | 'findWorkspace'
>;

/** Takes in what a page says about its user. Only a signed address proves anything. */
export function createIdentifier({
  database,
  clock,
  ids,
  customers,
  findWorkspace,
}: IdentifyingDeps) {
  /** Whether the address is signed; a wrong signature is refused, since somebody is trying something. */
  async function isProved(scope: Scope, { email, signature }: Details): Promise<boolean> {
    if (signature === undefined) return false;
    const { identity_secret: secret } = await findWorkspace(scope);
    if (email !== undefined && isSignedEmail({ email, signature, secret })) return true;
    throw new AppError('request_invalid', 'The signature does not belong to this address.', {
      fields: [{ path: 'signature', message: 'is not the HMAC-SHA256 of the address' }],
    });
  }

  /** Before their first message a visitor becomes the customer who has the proved address, or a new one. */
  async function attach(scope: Scope, visitorId: string, email: string): Promise<string | null> {
    const before = await findCustomerOfVisitor(scope, visitorId);
    const owner = await findOwnerOfEmail(scope, email);
    if (before !== undefined && before === owner) return before;
    if (before !== undefined && (await hasConversations(scope, before))) return null;
    const customerId = await customers.ofSender(scope, { email, name: null });
    await moveVisitor(scope, { id: ids.next(), visitorId, customerId, at: clock.now() });
    if (before !== undefined) await removeEmptyCustomer(scope, before);
    return customerId;
  }

  /** A visitor who has written before keeps their customer: the address is added where nobody has it yet. */
  async function addTo(scope: Scope, customerId: string, email: string): Promise<boolean> {
    const customer = await findCustomer(scope, customerId);
    const other = customer?.email_verified === true && customer.email !== email;
    if (!other && (await customers.verifyEmail(scope, customerId, email))) return true;
    if (!other) await customers.claim(scope, customerId, { email });
    return false;
  }

  async function nameIfMissing(scope: Scope, customerId: string, name: string): Promise<void> {
    const customer = await findCustomer(scope, customerId);
    if (name !== '' && customer?.name == null) await customers.claim(scope, customerId, { name });
  }

  /** What the customer wrote themselves is not replaced by what a page says unsigned. */
  async function claimIfMissing(scope: Scope, customerId: string, email: string): Promise<void> {
    const customer = await findCustomer(scope, customerId);
    if (customer?.email == null) await customers.claim(scope, customerId, { email });
  }

  return {
    /** Answers whether the customer's address counts as proved from now on. */
    async identify(visitor: Visitor, details: Details): Promise<{ verified: boolean }> {
      return database.inWorkspace(visitor.workspaceId, async (scope) => {
        const { email } = details;
        const proved = await isProved(scope, details);
        if (email === undefined && details.name === undefined) return { verified: false };
        await lockVisitor(scope, visitor.visitorId);
        const attached =
          proved && email !== undefined ? await attach(scope, visitor.visitorId, email) : null;
        const customerId = attached ?? (await customers.ofVisitor(scope, visitor.visitorId));
        await nameIfMissing(scope, customerId, storable(details.name ?? ''));
        if (attached !== null || email === undefined) return { verified: attached !== null };
        if (proved) return { verified: await addTo(scope, customerId, email) };
        await claimIfMissing(scope, customerId, email);
        return { verified: false };
      });
    },
  };
}
