import { cleanLine, dropInvisible } from './clean.rules.ts';

const maxNameChars = 120;
const maxExtensionChars = 12;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

const extensions: Readonly<Record<string, string>> = {
  'application/ms-tnef': 'dat',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'message/delivery-status': 'txt',
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/plain': 'txt',
  'text/rfc822-headers': 'txt',
};

/**
 * A file name that is only a name: no path, no controls, no direction tricks, no leading dot, never empty.
 * A double extension stays, because the type is decided by content and never by name.
 */
export function safeFileName(name: string | null, type: string, position: number): string {
  const line = dropInvisible(cleanLine((name ?? '').normalize('NFC'), 1000));
  const base = line.split(/[/\\]/).at(-1) ?? '';
  const plain = base
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '');
  if (plain === '') return `attachment-${position}.${extensions[type] ?? 'bin'}`;
  return shorten(reserved.test(plain) ? `_${plain}` : plain);
}

function shorten(name: string): string {
  if (name.length <= maxNameChars) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= maxExtensionChars ? name.slice(dot) : '';
  return (name.slice(0, maxNameChars - extension.length).toWellFormed() + extension).trim();
}
