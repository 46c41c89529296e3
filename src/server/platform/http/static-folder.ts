import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A file as it is sent. */
export interface StaticFile {
  readonly body: Buffer;
  /** The same, compressed; null where that gains nothing. */
  readonly compressed: Buffer | null;
  readonly type: string;
  readonly etag: string;
}

export interface StaticFolderOptions {
  readonly folder: string;
  /** Changes text before it is kept, e.g. fills in a key. */
  readonly fill?: (text: string) => string;
}

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  woff2: 'font/woff2',
};
const textual = /^(text\/|image\/svg)/;
/** No step upwards, no hidden file: whatever else the address says, it stays in the folder. */
const safePath = /^(?:[a-z0-9_-][a-z0-9._-]*\/)*[a-z0-9_-][a-z0-9._-]*$/i;
const compress = promisify(gzip);

/** Files of a folder by their path in it, kept in memory until they change on disk. */
export function createStaticFolder({ folder, fill = (text) => text }: StaticFolderOptions) {
  const kept = new Map<string, { changedAt: number; file: StaticFile }>();

  async function load(path: string, type: string): Promise<StaticFile> {
    const raw = await readFile(join(folder, path));
    const body = type.startsWith('text/html') ? Buffer.from(fill(raw.toString('utf8'))) : raw;
    const compressed = textual.test(type) && body.length > 1_000 ? await compress(body) : null;
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    return { body, compressed, type, etag };
  }

  return {
    /** Null when there is no such file, or none of a type that is served. */
    async find(path: string): Promise<StaticFile | null> {
      const type = types[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
      if (type === undefined || !safePath.test(path)) return null;
      const facts = await stat(join(folder, path)).catch(() => null);
      if (!facts?.isFile()) return null;
      const known = kept.get(path);
      if (known?.changedAt === facts.mtimeMs) return known.file;
      const file = await load(path, type);
      kept.set(path, { changedAt: facts.mtimeMs, file });
      return file;
    },
  };
}

export type StaticFolder = ReturnType<typeof createStaticFolder>;

/** Sends a file: compressed where the client takes it, and nothing at all where it has it already. */
export function sendFile(
  file: StaticFile,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  void reply.headers({
    etag: file.etag,
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
  });
  if (request.headers['if-none-match'] === file.etag) return reply.status(304).send();
  void reply.type(file.type);
  if (file.compressed === null || !/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    return reply.send(file.body);
  }
  return reply.header('content-encoding', 'gzip').send(file.compressed);
}
