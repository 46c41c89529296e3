import type { ImportKind } from '../../../../contracts/knowledge.ts';
import { archiveLimits, filesOfArchive, isPage, notPage, tooLarge } from './archive.ts';
import {
  candidateOfText,
  candidatesOfHelpCentre,
  candidatesOfJsonl,
  type Candidate,
  type Part,
} from './candidates.ts';
import { decodeText } from './decode-text.ts';

/** What was sent to be imported. */
export interface Sent {
  readonly kind: Exclude<ImportKind, 'urls'>;
  readonly fileName: string;
  readonly content: Uint8Array;
}

/** A page of the web as it came. */
export interface Page {
  readonly url: string;
  readonly content: Uint8Array;
  /** The character set its answer names. */
  readonly charset?: string;
}

/** The parts of what was sent, in an order that is the same each time. Throws a sentence for what cannot be read. */
export function partsOf({ kind, fileName, content }: Sent): Part[] {
  if (kind === 'jsonl') return candidatesOfJsonl(content);
  if (kind === 'help_centre') return candidatesOfHelpCentre(content);
  if (/\.zip$/i.test(fileName)) {
    return filesOfArchive(content).map((file) => {
      const { name } = file;
      return { name, read: () => ('reason' in file ? file : textFile(name, file.content)) };
    });
  }
  return [{ name: fileName, read: () => textFile(fileName, content) }];
}

/** A page as an article; its address is what it is known by. */
export function candidateOfPage({ url, content, charset }: Page): Candidate {
  const name = decodedPath(url);
  return candidateOfText(name, decodeText(content, charset), url);
}

function textFile(name: string, content: Uint8Array): Candidate {
  if (!isPage(name)) return { name, reason: notPage };
  if (content.length > archiveLimits.fileBytes) {
    return { name, reason: tooLarge(archiveLimits.fileBytes) };
  }
  const text = decodeText(content);
  if (text.includes('\u0000')) return { name, reason: 'It is not text.' };
  return candidateOfText(name, text);
}

function decodedPath(url: string): string {
  const { pathname } = new URL(url);
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
