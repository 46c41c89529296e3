import {
  type Import,
  type ImportSummary,
  type ImportKind,
  type ImportLine,
  type ImportOptions,
} from '../../../../contracts/knowledge.ts';
import type { Core } from '../../../platform/core.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { notFound } from '../../../platform/errors.ts';
import type { Log } from '../../../platform/log.ts';
import type { Author } from '../articles/articles.service.ts';
import {
  findByExternalId,
  findVersion,
  insertArticle,
  insertVersion,
  updateArticle,
} from '../articles/articles.store.ts';
import { isFound, type Candidate, type Found } from './candidates.ts';
import { findImport, insertImport, listImports, saveProgress } from './imports.store.ts';
import { importSummary, importView, storedOptionsSchema } from './imports.view.ts';
import { createImportReader, type ImportReader } from './reader.ts';
import type { Page } from './reading.ts';

/** Gets a page of the web; throws with a sentence when it may not or cannot be had. */
export type FetchPage = (url: string) => Promise<Page>;

export interface ImportDeps extends Core {
  readonly fetchPage: FetchPage;
  readonly log: Log;
}

export interface ImportRequest {
  readonly kind: ImportKind;
  readonly dryRun: boolean;
  readonly content: Buffer;
  readonly fileName?: string;
  readonly options: ImportOptions;
}

export type ImportService = ReturnType<typeof createImportService>;

const reportEvery = 20;

/** Imports articles in the background: each is filed in a transaction of its own and told in a line. */
export function createImportService({ database, clock, ids, fetchPage, log }: ImportDeps) {
  return {
    /** Takes an import in; a job carries it out. A dry run files nothing and tells what it would do. */
    async start({ workspaceId, memberId }: Author, request: ImportRequest): Promise<Import> {
      const id = ids.next();
      return database.inWorkspace(workspaceId, async (scope) => {
        const { kind, dryRun, content, fileName, options } = request;
        const stored = { ...options, ...(fileName !== undefined && { fileName }) };
        const at = clock.now();
        await insertImport(scope, { id, kind, dryRun, content, options: stored, memberId, at });
        scope.record({ type: 'import.changed', importId: id, started: true });
        return importView(await found(scope, id));
      });
    },

    async get(workspaceId: string, id: string): Promise<Import> {
      return importView(await database.inWorkspace(workspaceId, (scope) => found(scope, id)));
    },

    async list(workspaceId: string): Promise<ImportSummary[]> {
      const rows = await database.inWorkspace(workspaceId, (scope) => listImports(scope, 20));
      return rows.map(importSummary);
    },

    /**
     * Carries an import out. After a crash it goes on behind the last line of its report; what was filed
     * behind that is found unchanged. False when the process stopped under it and it is to be run again.
     */
    async run(workspaceId: string, id: string, stopping?: AbortSignal): Promise<boolean> {
      const row = await database.inWorkspace(workspaceId, (scope) => found(scope, id));
      if (row.state === 'done' || row.state === 'failed' || row.content === null) return true;
      const options = storedOptionsSchema.parse(row.options);
      const note = (progress: Parameters<typeof saveProgress>[2]) =>
        database.inWorkspace(workspaceId, async (scope) => {
          await saveProgress(scope, id, progress);
          scope.record({ type: 'import.changed', importId: id, started: false });
        });
      const reader = createImportReader();
      try {
        const parts = await partsOf(row.kind, row.content, { reader, fileName: options.fileName });
        if (typeof parts === 'string') {
          await note({ state: 'failed', error: parts, finishedAt: clock.now() });
          return true;
        }
        const total = parts.length;
        const report = [...row.report];
        const seen = new Set<string>();
        let notedAt = report.length;
        await note({ state: 'running', total });
        for (const read of parts.slice(report.length)) {
          if (stopping?.aborted) {
            await note({ state: 'running', total, report });
            return false;
          }
          const candidate = onceOnly(await read(), seen);
          report.push(await file(workspaceId, candidate, { ...options, dryRun: row.dry_run }));
          // Each note writes the whole report: the longer it is, the rarer.
          if (report.length < notedAt + Math.max(reportEvery, notedAt / 8)) continue;
          notedAt = report.length;
          await note({ state: 'running', total, report });
        }
        await note({ state: 'done', total, report, finishedAt: clock.now() });
        return true;
      } finally {
        await reader.close();
      }
    },
  };

  /** How each part is read, in order; a sentence where what was sent cannot be read at all. */
  async function partsOf(
    kind: ImportKind,
    content: Buffer,
    { reader, fileName = 'file' }: { reader: ImportReader; fileName?: string | undefined },
  ): Promise<(() => Promise<Candidate>)[] | string> {
    if (kind === 'urls') {
      const urls = content.toString().split('\n');
      return urls.map((url) => () => readPage(url, reader));
    }
    try {
      const names = await reader.open({ kind, fileName, content: new Uint8Array(content) });
      return names.map((name, at) => () => reader.part(at, name));
    } catch (error) {
      return error instanceof Error ? error.message : 'It could not be read.';
    }
  }

  async function readPage(url: string, reader: ImportReader): Promise<Candidate> {
    try {
      return await reader.page(await fetchPage(url));
    } catch (error) {
      return { name: url, reason: error instanceof Error ? error.message : 'Not reachable.' };
    }
  }

  /** Files one candidate: adds it, or writes a new version where the words are different. */
  async function file(
    workspaceId: string,
    candidate: Candidate,
    options: ImportOptions & { dryRun: boolean },
  ): Promise<ImportLine> {
    const { name } = candidate;
    if (!isFound(candidate)) return { name, outcome: 'skipped', reason: candidate.reason };
    try {
      const outcome = await database.inWorkspace(workspaceId, (scope) =>
        fileFound(scope, candidate, options),
      );
      return { name: candidate.title, outcome, reason: null };
    } catch (error) {
      log.error({ err: error, workspaceId, name }, 'an article of an import could not be filed');
      return { name, outcome: 'skipped', reason: 'It could not be filed.' };
    }
  }

  async function fileFound(
    scope: Scope,
    { externalId, title, body, sourceUrl, language }: Found,
    options: ImportOptions & { dryRun: boolean },
  ): Promise<Exclude<ImportLine['outcome'], 'skipped'>> {
    const known = await findByExternalId(scope, externalId);
    const text = known && (await findVersion(scope, known.id, known.last_version));
    if (known && text?.title === title && text.body === body) return 'unchanged';
    const outcome = known ? 'updated' : 'added';
    if (options.dryRun) return outcome;
    const at = clock.now();
    const id = known?.id ?? ids.next();
    const version = (known?.last_version ?? 0) + 1;
    const words = { title, language: language ?? options.language, source_url: sourceUrl };
    if (!known) {
      await insertArticle(
        scope,
        {
          id,
          ...words,
          section_id: options.sectionId,
          product: null,
          visibility: options.visibility,
          owner_id: null,
          effective_from: null,
          effective_until: null,
          review_on: null,
          external_id: externalId,
        },
        at,
      );
    }
    await insertVersion(scope, { articleId: id, version, title, body, memberId: null, at });
    // What people put away stays away; its new text waits as a draft.
    const publish = options.publish && known?.status !== 'archived';
    const published = publish && { status: 'published' as const, published_version: version };
    await updateArticle(scope, id, { ...words, last_version: version, ...published }, at);
    scope.record({ type: 'article.changed', articleId: id });
    return outcome;
  }
}

/** What is in an import twice would change back and forth each time it is imported: the first is taken. */
function onceOnly(candidate: Candidate, seen: Set<string>): Candidate {
  if (!isFound(candidate)) return candidate;
  const { externalId, name } = candidate;
  if (seen.has(externalId)) return { name, reason: 'It is in this import twice.' };
  seen.add(externalId);
  return candidate;
}

async function found(scope: Scope, id: string) {
  const row = await findImport(scope, id);
  if (!row) throw notFound('import');
  return row;
}
