import type { ModelPurpose } from '../../../contracts/models.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { Circuit } from '../../platform/models/index.ts';

/** The provider of a purpose, whether it is enabled or not. */
export async function findProvider(scope: Scope, purpose: ModelPurpose) {
  return scope.db
    .selectFrom('model_providers')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where('purpose', '=', purpose)
    .executeTakeFirst();
}

export type ProviderRow = NonNullable<Awaited<ReturnType<typeof findProvider>>>;

/** The same, held until the transaction ends: whoever counts what is left of a budget does it alone. */
export async function lockProvider(
  scope: Scope,
  purpose: ModelPurpose,
): Promise<ProviderRow | undefined> {
  return scope.db
    .selectFrom('model_providers')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where('purpose', '=', purpose)
    .forUpdate()
    .executeTakeFirst();
}

export async function listProviders(scope: Scope): Promise<ProviderRow[]> {
  return scope.db
    .selectFrom('model_providers')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .execute();
}

type NewProvider = Omit<ProviderRow, 'workspace_id' | 'failures' | 'open_until' | 'probe_until'>;

/** Saves a provider; whatever was known of how the one before did is forgotten. */
export async function saveProvider(scope: Scope, provider: NewProvider): Promise<void> {
  const row = { ...provider, failures: 0, open_until: null, probe_until: null };
  await scope.db
    .insertInto('model_providers')
    .values({ workspace_id: scope.workspaceId, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'purpose']).doUpdateSet(row))
    .execute();
}

/** Whether there was one. */
export async function deleteProvider(scope: Scope, purpose: ModelPurpose): Promise<boolean> {
  const { numDeletedRows } = await scope.db
    .deleteFrom('model_providers')
    .where('workspace_id', '=', scope.workspaceId)
    .where('purpose', '=', purpose)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function saveCircuit(
  scope: Scope,
  purpose: ModelPurpose,
  circuit: Circuit,
): Promise<void> {
  await scope.db
    .updateTable('model_providers')
    .set({
      failures: circuit.failures,
      open_until: circuit.openUntil,
      probe_until: circuit.probeUntil,
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('purpose', '=', purpose)
    .execute();
}
