import { useState } from 'react';
import { attachmentSchema, type Attachment } from '../../../../contracts/attachments.ts';
import { useApi } from '../../../lib/api-context.ts';

/** A file beside the text: on its way, stored, or refused. */
export type Upload = { key: string; file: File; stored: Attachment | null; error: string | null };

/** Uploads files as they are chosen. */
export function useUploads() {
  const api = useApi();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const update = (key: string, change: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const start = async ({ key, file }: Upload) => {
    update(key, { error: null });
    const body = new FormData();
    body.append('file', file);
    try {
      update(key, {
        stored: await api.request({
          method: 'POST',
          path: '/api/attachments',
          body,
          response: attachmentSchema,
        }),
      });
    } catch (error) {
      update(key, { error: error instanceof Error ? error.message : String(error) });
    }
  };
  const add = (files: File[]) => {
    const fresh = files.map((file): Upload => ({
      key: crypto.randomUUID(),
      file,
      stored: null,
      error: null,
    }));
    setUploads((all) => [...all, ...fresh]);
    for (const one of fresh) void start(one);
  };
  return {
    uploads,
    add,
    retry: (upload: Upload) => void start(upload),
    remove: (key: string) => setUploads((all) => all.filter((one) => one.key !== key)),
    clear: () => setUploads([]),
    pending: uploads.some(({ stored, error }) => stored === null && error === null),
    stored: uploads.flatMap(({ stored }) => stored ?? []),
  };
}
