import { describe, expect, it } from 'vitest';
import type { Macro } from '../../../contracts/macros.ts';
import { searchMacros } from './search.rules.ts';

const macro = (name: string, more: Partial<Macro> = {}): Macro => ({
  id: name,
  name,
  description: '',
  folder: '',
  shared: true,
  chatText: '',
  mailHtml: '',
  actions: [],
  mayEdit: true,
  uses: 0,
  lastUsedAt: null,
  ...more,
});

const macros = [
  macro('End this chat', { chatText: 'I am ending this chat. A refund takes five days.' }),
  macro('Refund on its way'),
  macro('Ask for the order number', { folder: 'Orders', chatText: 'Which order is it?' }),
];
const found = (query: string) => searchMacros(macros, query).map(({ name }) => name);

describe('the word after the slash', () => {
  it.each<[string, string[]]>([
    ['', ['End this chat', 'Refund on its way', 'Ask for the order number']],
    ['refund', ['Refund on its way', 'End this chat']],
    ['orders', ['Ask for the order number']],
    ['WHICH', ['Ask for the order number']],
    ['nothing-like-it', []],
  ])('"%s" finds %j', (query, names) => expect(found(query)).toEqual(names));
});
