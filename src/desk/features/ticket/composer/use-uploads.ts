import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentSchema, type Attachment } from '../../../../contracts/attachments.ts';
import { useApi } from '../../../lib/api-context.ts';
import { formatSize } from '../../../lib/format.ts';
import { queryKeys } from '../../query-keys.ts';
import { useSignedIn } from '../../session-gate/queries.ts';
import { recallFiles, rememberFiles } from './uploads-storage.ts';

/** A file beside the text: on its way, stored, or refused. */
export type Upload = {
  key: string;
  name: string;
  sizeBytes: number;
  type: string;
  /** What to send again; null where that would be refused again, or the server has it. */
  file: File | null;
  stored: Attachment | null;
  error: string | null;
};

const NONE: readonly Upload[] = [];

/** Uploads files as they are chosen; those that no message took along are there again on the next visit. */
export function useUploads(ticketId: string) {
  const api = useApi();
  const refusal = useRefusal();
  const { uploads, setUploads } = useKeptUploads(ticketId);
  const update = (key: string, change: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const start = async ({ key, file }: Upload) => {
    if (file === null) return;
    update(key, { error: null });
    const body = new FormData();
    body.append('file', file);
    try {
      const stored = await api.request({
        method: 'POST',
        path: '/api/attachments',
        body,
        response: attachmentSchema,
      });
      update(key, { stored });
    } catch (error) {
      update(key, { error: error instanceof Error ? error.message : String(error) });
    }
  };
  const add = (files: File[]) => {
    const fresh = files.map((file): Upload => {
      const error = refusal(file);
      return {
        key: crypto.randomUUID(),
        name: file.name,
        sizeBytes: file.size,
        type: file.type,
        file: error === null ? file : null,
        stored: null,
        error,
      };
    });
    setUploads((all) => [...all, ...fresh]);
    for (const one of fresh) void start(one);
  };
  const restore = useCallback(
    (files: readonly Attachment[]) => setUploads((all) => [...files.map(uploadOf), ...all]),
    [setUploads],
  );
  return {
    uploads,
    add,
    /** Puts files back that a message was to carry. */
    restore,
    retry: (upload: Upload) => void start(upload),
    remove: (key: string) => setUploads((all) => all.filter((one) => one.key !== key)),
    clear: () => setUploads(() => []),
    pending: uploads.some(({ stored, error }) => stored === null && error === null),
    /** Some file was refused: a message without it would say what it does not carry. */
    failed: uploads.some(({ error }) => error !== null),
    stored: storedOf(uploads),
  };
}

/** The files of a ticket outlive its page: what is on its way when another ticket is opened is there afterwards. */
function useKeptUploads(ticketId: string) {
  const client = useQueryClient();
  const { memberId } = useSignedIn();
  const { data: uploads = NONE } = useQuery<readonly Upload[]>({
    queryKey: queryKeys.uploads(memberId, ticketId),
    queryFn: skipToken,
    gcTime: Infinity,
  });
  const setUploads = useCallback(
    (update: (all: readonly Upload[]) => readonly Upload[]) => {
      const key = queryKeys.uploads(memberId, ticketId);
      const next = update(client.getQueryData<readonly Upload[]>(key) ?? NONE);
      client.setQueryData(key, next);
      rememberFiles(memberId, ticketId, storedOf(next));
    },
    [client, memberId, ticketId],
  );
  useEffect(() => {
    // Those the server has are as the browser remembers them: another tab may have sent them.
    const kept = recallFiles(memberId, ticketId).map(uploadOf);
    setUploads((all) => [...kept, ...all.filter(({ stored }) => stored === null)]);
  }, [memberId, ticketId, setUploads]);
  return { uploads, setUploads };
}

/** Why a file is not even tried, before any of it is sent. */
function useRefusal() {
  const { t, i18n } = useTranslation();
  const { uploadMaxBytes } = useSignedIn();
  return ({ size }: File): string | null => {
    if (size === 0) return t('composer.fileEmpty');
    return size > uploadMaxBytes
      ? t('composer.fileTooLarge', { max: formatSize(uploadMaxBytes, i18n.language) })
      : null;
  };
}

function uploadOf(stored: Attachment): Upload {
  const { id, name, sizeBytes, type } = stored;
  return { key: id, name, sizeBytes, type, file: null, stored, error: null };
}

function storedOf(uploads: readonly Upload[]): Attachment[] {
  return uploads.flatMap(({ stored }) => stored ?? []);
}
