import { Readable } from 'node:stream';
import type { Core } from '../../platform/core.ts';
import { notFound } from '../../platform/errors.ts';
import { findAttachment } from '../conversations/index.ts';
import { findExportedCustomer, listExported, listFiles } from './export.store.ts';
import { zipOf, type ZipEntry } from './zip.ts';

type FileRow = Awaited<ReturnType<typeof listFiles>>[number];

export type ExportService = ReturnType<typeof createExportService>;

/** Takes a customer's data out: `data.json` and their files in one zip, one file in memory at a time. */
export function createExportService({ database, clock }: Pick<Core, 'database' | 'clock'>) {
  async function* entriesOf(
    workspaceId: string,
    { document, files }: { document: object; files: readonly FileRow[] },
  ): AsyncGenerator<ZipEntry> {
    const at = clock.now();
    yield { name: 'data.json', content: Buffer.from(JSON.stringify(document, null, 2)), at };
    for (const file of files) {
      const found = await database.inWorkspace(workspaceId, (scope) =>
        findAttachment(scope, file.id),
      );
      if (found) yield { name: pathOf(file), content: found.content, at: file.at };
    }
  }

  return {
    /** The download. Throws `not_found`, also for customers who were deleted. */
    async open(workspaceId: string, id: string): Promise<{ fileName: string; content: Readable }> {
      const { customer, conversations, files } = await database.inWorkspace(
        workspaceId,
        async (scope) => {
          const found = await findExportedCustomer(scope, id);
          if (!found) throw notFound('customer');
          return {
            customer: found,
            conversations: await listExported(scope, id),
            files: await listFiles(scope, id),
          };
        },
      );
      const document = { exportedAt: clock.now().toISOString(), customer, conversations };
      return {
        fileName: `customer-${id}.zip`,
        content: Readable.from(zipOf(entriesOf(workspaceId, { document, files }))),
      };
    },
  };
}

/** As the document names it; names of files hold no folders. */
function pathOf({ id, name }: FileRow): string {
  return `files/${id}-${name}`;
}
