import type {
  Import,
  ImportKind,
  ImportLine,
  ImportOptions,
} from '../../../../contracts/knowledge.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { toJson } from '../../../platform/json.ts';

export interface NewImport {
  readonly id: string;
  readonly kind: ImportKind;
  readonly dryRun: boolean;
  readonly content: Buffer;
  readonly options: ImportOptions & { readonly fileName?: string };
  readonly memberId: string;
  readonly at: Date;
}

export async function insertImport(scope: Scope, one: NewImport): Promise<void> {
  await scope.db
    .insertInto('kb_imports')
    .values({
      workspace_id: scope.workspaceId,
      id: one.id,
      kind: one.kind,
      state: 'waiting',
      dry_run: one.dryRun,
      content: one.content,
      options: toJson(one.options),
      member_id: one.memberId,
      created_at: one.at,
    })
    .execute();
}

export async function findImport(scope: Scope, id: string) {
  return withAuthor(scope).select('i.content').where('i.id', '=', id).executeTakeFirst();
}

/** The latest imports that filed something, or tried to, without what was sent. */
export async function listImports(scope: Scope, limit: number) {
  return withAuthor(scope)
    .where('i.dry_run', '=', false)
    .orderBy('i.created_at', 'desc')
    .limit(limit)
    .execute();
}

export type ImportRow = Awaited<ReturnType<typeof listImports>>[number];

function withAuthor(scope: Scope) {
  return scope.db
    .selectFrom('kb_imports as i')
    .leftJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'i.workspace_id').onRef('m.id', '=', 'i.member_id'),
    )
    .select(['i.id', 'i.kind', 'i.state', 'i.dry_run', 'i.total', 'i.report', 'i.error'])
    .select(['i.options', 'i.created_at', 'm.name as by'])
    .where('i.workspace_id', '=', scope.workspaceId);
}

export interface Progress {
  readonly state: Import['state'];
  readonly total?: number;
  readonly report?: readonly ImportLine[];
  readonly error?: string | null;
  readonly finishedAt?: Date;
}

/** Notes how far an import is; what was sent is forgotten at the end. */
export async function saveProgress(scope: Scope, id: string, progress: Progress): Promise<void> {
  await scope.db
    .updateTable('kb_imports')
    .set({
      state: progress.state,
      ...(progress.total !== undefined && { total: progress.total }),
      ...(progress.report && { report: toJson(progress.report) }),
      ...(progress.error !== undefined && { error: progress.error }),
      ...(progress.finishedAt && { finished_at: progress.finishedAt, content: null }),
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}
