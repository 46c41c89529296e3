import type { Attachment } from '../../contracts/attachments.ts';
import { offline, refusalOf } from './result.ts';
import type { Result } from './result.ts';

/** The two things that go over plain HTTP once the panel is open. */
export type Http = {
  createVisitor(): Promise<Result<{ token: string }>>;
  upload(
    file: File,
    options: { token: string; onProgress(share: number): void; signal: AbortSignal },
  ): Promise<Result<Attachment>>;
};

/** Requests to Segue from any site: no cookies, the token only in a header. */
export function createHttp(origin: string, key: string): Http {
  return {
    async createVisitor() {
      try {
        const response = await fetch(`${origin}/api/widget/visitors`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          credentials: 'omit',
          body: JSON.stringify({ key }),
        });
        const body: unknown = await response.json();
        return response.ok
          ? { ok: true, data: body as { token: string } }
          : { ok: false, problem: refusalOf(body) };
      } catch {
        return { ok: false, problem: offline };
      }
    },
    upload: (file, options) => uploadFile(`${origin}/api/widget/files`, file, options),
  };
}

/** XMLHttpRequest, because `fetch` does not tell how far an upload has come. */
function uploadFile(
  address: string,
  file: File,
  { token, onProgress, signal }: Parameters<Http['upload']>[1],
): Promise<Result<Attachment>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file, file.name);
    request.open('POST', address);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer: unknown = request.response;
      resolve(
        request.status >= 200 && request.status < 300
          ? { ok: true, data: answer as Attachment }
          : { ok: false, problem: refusalOf(answer) },
      );
    };
    request.onerror = request.onabort = () => resolve({ ok: false, problem: offline });
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}
