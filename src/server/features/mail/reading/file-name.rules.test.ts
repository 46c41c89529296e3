import { expect, it } from 'vitest';
import { safeFileName } from './file-name.rules.ts';

const names: readonly (readonly [string | null, string])[] = [
  ['report.pdf', 'report.pdf'],
  ['a.pdf.exe', 'a.pdf.exe'],
  ['/etc/passwd', 'passwd'],
  ['C:\\Users\\x\\a.txt', 'a.txt'],
  ['..\\..\\x.txt', 'x.txt'],
  ['.htaccess', 'htaccess'],
  ['...', 'attachment-3.pdf'],
  ['', 'attachment-3.pdf'],
  [null, 'attachment-3.pdf'],
  ['invoice\u202egpj.exe', 'invoicegpj.exe'],
  ['a\u200bb\r\nc.txt', 'ab c.txt'],
  ['a\0b.txt', 'a b.txt'],
  ['what<is>"this"?.txt', 'what_is__this__.txt'],
  ['CON.txt', '_CON.txt'],
  ['x.txt. . ', 'x.txt'],
  ['Übergröße 日本.png', 'Übergröße 日本.png'],
];

it.each(names)('%j becomes %s', (name, safe) => {
  expect(safeFileName(name, 'application/pdf', 3)).toBe(safe);
});

it('shortens a long name and keeps its extension', () => {
  const name = safeFileName(`${'x'.repeat(500)}.docx`, 'application/octet-stream', 1);
  expect(name).toHaveLength(120);
  expect(name.endsWith('.docx')).toBe(true);
});
