import { Zip, ZipPassThrough } from 'fflate';

export interface ZipEntry {
  /** Path inside, with `/` between folders. */
  readonly name: string;
  readonly content: Uint8Array;
  readonly at: Date;
}

/** The bytes of a zip as its entries come, uncompressed, so that only one of them is in memory. */
export async function* zipOf(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, bytes) => {
    if (error) failure = error;
    else ready.push(bytes);
  });
  const taken = () => {
    if (failure) throw failure;
    const bytes = ready;
    ready = [];
    return bytes;
  };
  for await (const { name, content, at } of entries) {
    const file = new ZipPassThrough(name);
    file.mtime = at;
    zip.add(file);
    file.push(content, true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
