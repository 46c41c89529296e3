import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortFieldSchema, type TicketSort } from '../../../contracts/views.ts';
import { readCursor, writeCursor } from './cursor.rules.ts';

const byNumber: TicketSort = { by: 'number', direction: 'desc' };
const id = '0198f000-0000-7000-8000-000000000001';

describe('a cursor', () => {
  it('is read as it was written', () => {
    const cursor = { value: '1042', id };
    expect(readCursor(byNumber, writeCursor(byNumber, cursor))).toEqual(cursor);
  });

  it('keeps any subject', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        const value = [...text.replaceAll('\0', '')].slice(0, 20).join('').slice(0, 40);
        fc.pre(value.isWellFormed());
        const sort: TicketSort = { by: 'subject', direction: 'asc' };
        expect(readCursor(sort, writeCursor(sort, { value, id }))).toEqual({ value, id });
      }),
    );
  });

  it('of another order is none', () => {
    const cursor = writeCursor(byNumber, { value: '1042', id });
    expect(readCursor({ by: 'number', direction: 'asc' }, cursor)).toBeNull();
    expect(readCursor({ by: 'updated', direction: 'desc' }, cursor)).toBeNull();
  });

  it('made up by somebody is none, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), fc.array(fc.anything(), { maxLength: 5 })),
        fc.constantFrom(...sortFieldSchema.options),
        (raw, by) => {
          const text = typeof raw === 'string' ? raw : JSON.stringify(raw);
          const cursor = Buffer.from(text).toString('base64url');
          expect(readCursor({ by, direction: 'asc' }, cursor)).toBeNull();
        },
      ),
    );
  });
});
