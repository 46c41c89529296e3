import { describe, expect, it } from 'vitest';
import type { Category, CategoryField } from '../../../../contracts/tickets.ts';
import { toldOf } from './told.rules.ts';

const field = (key: string, label: string): CategoryField => ({
  key,
  label,
  kind: 'text',
  required: true,
  options: [],
});
const category = (name: string, fields: CategoryField[]): Category => ({
  id: name,
  name,
  description: '',
  keywords: [],
  examples: [],
  fields,
});
const categories = [
  category('Billing', [field('order', 'Which order'), field('iban', 'Account')]),
  category('Repair', [field('serial', 'Serial number'), field('order', 'Order')]),
];

describe('what a customer told', () => {
  it('stands in the order and the words of the ticket’s category', () => {
    const fields = { order: '4711', serial: 'TW-9' };
    expect(toldOf(fields, { category: 'Repair', categories })).toEqual([
      { key: 'serial', label: 'Serial number', value: 'TW-9' },
      { key: 'order', label: 'Order', value: '4711' },
    ]);
  });

  it('keeps what another category asked, and what nobody asks any more', () => {
    const told = toldOf({ old_thing: 'yes', iban: 'DE12' }, { category: 'Repair', categories });
    expect(told.map(({ label }) => label)).toEqual(['Account', 'Old thing']);
  });

  it('leaves out what was left empty', () => {
    expect(toldOf({ order: ' ' }, { category: null, categories })).toEqual([]);
  });
});
