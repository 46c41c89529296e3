import { sql, type Kysely } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';
import { writeLater } from '../../platform/db/sent-together.ts';
import type { Tables } from '../../platform/db/tables.ts';

export interface FoundMailbox {
  readonly workspaceId: string;
  readonly mailboxId: string;
}

/** The mailbox of the first address that has one, in any workspace. */
export async function findMailbox(
  db: Kysely<Tables>,
  addresses: readonly string[],
): Promise<FoundMailbox | undefined> {
  if (addresses.length === 0) return undefined;
  const { rows } = await sql<FoundMailbox>`
    select m.workspace_id as "workspaceId", m.mailbox_id as "mailboxId"
    from unnest(${[...addresses]}::text[]) with ordinality as wanted (address, place)
    cross join lateral mailbox_of_address(wanted.address) as m
    order by wanted.place limit 1`.execute(db);
  return rows[0];
}

export interface NewIntake {
  readonly id: string;
  readonly mailboxId: string;
  readonly envelopeFrom: string;
  readonly envelopeTo: string;
  readonly raw: Buffer;
  readonly at: Date;
}

export async function insertIntake(scope: Scope, intake: NewIntake): Promise<void> {
  await writeLater(
    scope.db,
    scope.db.insertInto('mail_intake').values({
      workspace_id: scope.workspaceId,
      id: intake.id,
      mailbox_id: intake.mailboxId,
      envelope_from: intake.envelopeFrom,
      envelope_to: intake.envelopeTo,
      raw: intake.raw,
      size_bytes: intake.raw.byteLength,
      state: 'received',
      error: null,
      message_id: null,
      received_at: intake.at,
      processed_at: null,
    }),
  );
}

/** A mail that waits to be read, with its source. */
export async function findIntake(scope: Scope, id: string) {
  return scope.db
    .selectFrom('mail_intake')
    .select(['id', 'state', 'raw', 'envelope_from', 'envelope_to'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Locks a mail until the transaction ends, without its source. */
export async function lockIntake(scope: Scope, id: string) {
  return scope.db
    .selectFrom('mail_intake')
    .select(['id', 'state'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export interface IntakeEnd {
  readonly state: 'received' | 'processed' | 'quarantined' | 'ignored';
  readonly error: string | null;
  readonly messageId: string | null;
  readonly at: Date;
}

/** Writes what became of a mail. Its source is emptied once it is a message or of no use. */
export async function endIntake(scope: Scope, id: string, end: IntakeEnd): Promise<void> {
  const done = end.state === 'processed' || end.state === 'ignored';
  await writeLater(
    scope.db,
    scope.db
      .updateTable('mail_intake')
      .set({
        state: end.state,
        error: end.error,
        message_id: end.messageId,
        processed_at: end.state === 'received' ? null : end.at,
        ...(done && { raw: null }),
      })
      .where('workspace_id', '=', scope.workspaceId)
      .where('id', '=', id),
  );
}

export async function listMailboxes(scope: Scope) {
  return scope.db
    .selectFrom('mailboxes')
    .select(['id', 'address', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('id')
    .execute();
}

/** Mails that could not be read, newest first. */
export async function listQuarantined(
  scope: Scope,
  page: { before: string | null; limit: number },
) {
  return scope.db
    .selectFrom('mail_intake')
    .select(['id', 'envelope_from', 'envelope_to', 'size_bytes', 'error', 'received_at'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('state', '=', 'quarantined')
    .$if(page.before !== null, (query) => query.where('id', '<', page.before ?? ''))
    .orderBy('id', 'desc')
    .limit(page.limit)
    .execute();
}

export async function countQuarantined(scope: Scope): Promise<number> {
  const row = await scope.db
    .selectFrom('mail_intake')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', scope.workspaceId)
    .where('state', '=', 'quarantined')
    .executeTakeFirstOrThrow();
  return row.count;
}
