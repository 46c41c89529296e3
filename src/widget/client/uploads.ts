import type { WidgetConfig } from '../../contracts/widget.ts';
import { refuseFile } from '../lib/file.rules.ts';
import type { ChatEvent, ChatState, Upload } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { t } from '../strings.ts';
import type { Http } from './http.ts';
import type { Result } from './result.ts';

type Options = {
  store: Store<ChatState, ChatEvent>;
  http: Http;
  rules: WidgetConfig['upload'];
  token(): Promise<Result<string>>;
  newId(): string;
};

/** Files the customer adds to the next message. */
export type Uploads = {
  add(files: readonly File[]): void;
  remove(id: string): void;
  retry(id: string): void;
};

const MAX_FILES = 10;

/** Checks files, uploads what passes and tells the store how far each is. */
export function createUploads({ store, http, rules, token, newId }: Options): Uploads {
  const files = new Map<string, { file: File; abort: AbortController }>();
  const put = (upload: Upload) => store.dispatch({ type: 'upload.changed', upload });
  const start = async (id: string, file: File) => {
    const abort = new AbortController();
    const upload: Upload = {
      id,
      name: file.name,
      sizeBytes: file.size,
      progress: 0,
      attachment: null,
      failure: null,
    };
    files.set(id, { file, abort });
    put(upload);
    const visitor = await token();
    const answer = visitor.ok
      ? await http.upload(file, {
          token: visitor.data,
          signal: abort.signal,
          onProgress: (progress) => files.has(id) && put({ ...upload, progress }),
        })
      : visitor;
    if (!files.has(id)) return;
    if (answer.ok) put({ ...upload, progress: 1, attachment: answer.data });
    else
      put({
        ...upload,
        failure: `${t('file.failed', { name: file.name })} ${answer.problem.detail}`,
      });
  };
  const add = (added: readonly File[]) => {
    const refused: string[] = [];
    for (const file of added) {
      const reason = refuseFile(file, rules);
      const full = store.get().uploads.length >= MAX_FILES;
      if (reason === null && !full) void start(newId(), file);
      else refused.push(reason ?? t('file.tooMany', { max: MAX_FILES }));
    }
    store.dispatch({
      type: 'banner.changed',
      text: refused.length > 0 ? [...new Set(refused)].join(' ') : null,
    });
  };
  return {
    add,
    remove(id) {
      files.get(id)?.abort.abort();
      files.delete(id);
      store.dispatch({ type: 'uploads.removed', ids: [id] });
    },
    retry(id) {
      const known = files.get(id);
      if (known) void start(id, known.file);
    },
  };
}
