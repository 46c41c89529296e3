import { unzipSync, type UnzipFileInfo } from 'fflate';
import { printable } from './decode-text.ts';

/** A file of an archive that can be read, or why it is left out. */
export type ArchiveFile =
  | { readonly name: string; readonly content: Uint8Array }
  | { readonly name: string; readonly reason: string };

/** How much is unpacked; beyond it an archive is imported in parts. */
export interface ArchiveLimits {
  readonly files: number;
  readonly bytes: number;
  /** Of one file. */
  readonly fileBytes: number;
}

export const archiveLimits: ArchiveLimits = {
  files: 5_000,
  bytes: 200_000_000,
  fileBytes: 5_000_000,
};

/** Why other files are left out. */
export const notPage = 'Only .md, .html and .txt files are read.';

/** Whether a file is one that is read, by its name. */
export function isPage(name: string): boolean {
  return /\.(md|markdown|html?|txt)$/i.test(name);
}

/**
 * The pages in a zip archive by their names, and what it left out. Only what is read is unpacked: pictures
 * cost nothing, however large. Throws a sentence for what is no zip archive.
 */
export function filesOfArchive(content: Uint8Array, limits = archiveLimits): ArchiveFile[] {
  const seen = new Map<string, string>();
  const left: ArchiveFile[] = [];
  let [bytes, files] = [0, 0];
  const reasonFor = ({ name, originalSize }: UnzipFileInfo): string | null => {
    if (!isPage(name)) return notPage;
    if (seen.has(name)) return 'The archive holds a file of this name twice.';
    if (originalSize > limits.fileBytes) return tooLarge(limits.fileBytes);
    if (files >= limits.files)
      return `Only ${limits.files} files are read at once: import the rest apart.`;
    // The sizes are the archive's own claim; a lie is cut off while unpacking.
    if (bytes + originalSize > limits.bytes) return 'The archive is too large: import it in parts.';
    return null;
  };
  const unpacked = unzipped(content, (file) => {
    if (file.name.endsWith('/') || /^__MACOSX\/|(?:^|\/)\._/.test(file.name)) return false;
    const name = readableName(file.name);
    const reason = reasonFor(file);
    if (reason !== null) {
      left.push({ name, reason });
      return false;
    }
    seen.set(file.name, name);
    files += 1;
    bytes += file.originalSize;
    return true;
  });
  const read = Object.entries(unpacked).map(([name, data]) => ({
    name: seen.get(name) ?? name,
    content: data,
  }));
  return [...read, ...left].toSorted((one, two) => (one.name < two.name ? -1 : 1));
}

/** Why a file or page of more than so many bytes is not read. */
export function tooLarge(limitBytes: number): string {
  return `It is larger than ${limitBytes / 1_000_000} MB.`;
}

function unzipped(content: Uint8Array, filter: (file: UnzipFileInfo) => boolean) {
  try {
    return unzipSync(content, { filter });
  } catch (error) {
    throw new Error('It is no zip archive, or a damaged one.', { cause: error });
  }
}

/** Names in UTF-8 that the archive does not say are that were read byte by byte. */
function readableName(name: string): string {
  const bytes = Buffer.from(name, 'latin1');
  const isBytes = bytes.toString('latin1') === name;
  const text = isBytes ? bytes.toString('utf8') : name;
  return printable(text.includes('\ufffd') ? name : text);
}
