import { Readable } from 'node:stream';
import type { z } from 'zod';
import type {
  Attainment,
  AttainmentCases,
  AttainmentCasesQuery,
  AttainmentQuery,
  attainmentFileQuerySchema,
} from '../../../contracts/sla-attainment.ts';
import type { Core } from '../../platform/core.ts';
import { AppError } from '../../platform/errors.ts';
import { caseHead, caseLine, tableLines } from './attainment-csv.rules.ts';
import { caseOf, rowOf } from './attainment.view.ts';
import { countAttainment, listCases, type CaseFilter, type CaseRow } from './attainment.store.ts';

export type AttainmentService = ReturnType<typeof createAttainment>;

const pageSize = 100;
const filePageSize = 2_000;

/** How well promises were kept: the table, the cases behind its figures, and both as files. */
export function createAttainment({ database }: Pick<Core, 'database'>) {
  async function read(workspaceId: string, query: AttainmentQuery): Promise<Attainment> {
    const rows = await database.inWorkspace(workspaceId, (scope) =>
      countAttainment(scope, periodOf(query)),
    );
    return { rows: rows.map(rowOf) };
  }

  /** One page of cases after another, so that a file of all is never in memory as a whole. */
  async function* allCases(workspaceId: string, filter: CaseFilter): AsyncGenerator<string> {
    yield caseHead;
    let before = filter.before;
    for (;;) {
      const page: CaseFilter = { ...filter, before };
      const rows = await database.inWorkspace(workspaceId, (scope) =>
        listCases(scope, page, filePageSize),
      );
      yield rows.map((row) => caseLine(caseOf(row))).join('');
      const last = rows.at(-1);
      if (!last || rows.length < filePageSize) return;
      before = { at: last.judged_at, id: last.id };
    }
  }

  return {
    read,

    /** A page of cases. Throws `request_invalid` for a cursor that is none. */
    async cases(workspaceId: string, query: AttainmentCasesQuery): Promise<AttainmentCases> {
      const filter = filterOf(query);
      const rows = await database.inWorkspace(workspaceId, (scope) =>
        listCases(scope, filter, pageSize + 1),
      );
      const shown = rows.slice(0, pageSize);
      const last = rows.length > pageSize ? shown.at(-1) : undefined;
      return { cases: shown.map(caseOf), next: last ? cursorOf(last) : null };
    },

    /** The table or all of its cases as CSV. */
    async file(
      workspaceId: string,
      { of, ...query }: z.infer<typeof attainmentFileQuerySchema>,
    ): Promise<Readable | string> {
      if (of === 'table') return tableLines((await read(workspaceId, query)).rows);
      return Readable.from(allCases(workspaceId, filterOf(query)));
    },
  };
}

function periodOf({ from, to }: AttainmentQuery): { from: Date; to: Date } {
  return { from: new Date(from), to: new Date(to) };
}

function filterOf({ policyId, metric, verdict, cursor, ...period }: AttainmentCasesQuery) {
  const before = cursor === undefined ? undefined : readCursor(cursor);
  return { ...periodOf(period), policyId, metric, verdict, before };
}

function cursorOf({ judged_at: at, id }: CaseRow): string {
  return `${at.toISOString()}_${id}`;
}

function readCursor(cursor: string): { at: Date; id: string } {
  const [text = '', id = ''] = cursor.split('_');
  const at = new Date(text);
  if (!Number.isNaN(at.getTime()) && /^[0-9a-f-]{36}$/.test(id)) return { at, id };
  throw new AppError('request_invalid', 'Take the cursor from the last answer.', {
    fields: [{ path: 'cursor', message: 'is no place in this list' }],
  });
}
