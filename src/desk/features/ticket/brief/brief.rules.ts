import type {
  Brief,
  BriefFieldEdit,
  BriefFieldName,
  BriefSpeaker,
} from '../../../../contracts/briefs.ts';

/** Below this a person should look before relying on it. */
export const LOW_CONFIDENCE = 0.5;

/** One supported value of a field; a field with a list has several. */
export type BriefItem = {
  text: string;
  confidence: number;
  evidence: readonly string[];
  who: BriefSpeaker | null;
  due: string | null;
};

/** Fields that hold several lines, each with its own evidence. */
export const LIST_FIELDS = ['tried', 'promised', 'openQuestions'] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** Whether a field holds several lines. */
export function isListField(name: BriefFieldName): name is ListField {
  return LIST_FIELDS.some((one) => one === name);
}

/** The lines of a field with several. */
export function itemsOf(name: ListField, fields: Brief): BriefItem[] {
  if (name === 'tried') return fields.tried.map((one) => ({ ...base(one), who: null, due: null }));
  if (name === 'promised')
    return fields.promised.map((one) => ({ ...base(one), who: one.by, due: one.due }));
  return fields.openQuestions.map((one) => ({ ...base(one), who: one.askedBy, due: null }));
}

/** Whether anything in a field is too uncertain to rely on; an empty list is not. */
export function isUncertain(name: BriefFieldName, fields: Brief): boolean {
  if (isListField(name))
    return itemsOf(name, fields).some(({ confidence }) => confidence < LOW_CONFIDENCE);
  const { value, confidence } = fields[name];
  const blank = value === null || (Array.isArray(value) && value.length === 0);
  return !blank && confidence < LOW_CONFIDENCE;
}

/** A person's lines as a correction. Empty ones are left out. */
export function editOfItems(
  name: ListField,
  items: ReadonlyArray<Pick<BriefItem, 'text' | 'who' | 'due'>>,
): BriefFieldEdit {
  const lines = items.filter(({ text }) => text.trim() !== '');
  if (name === 'tried') return { field: name, value: lines.map(({ text }) => text) };
  if (name === 'promised')
    return {
      field: name,
      value: lines.map(({ text, who, due }) => ({
        value: text,
        by: who ?? 'agent',
        due: due?.trim() || null,
      })),
    };
  return {
    field: name,
    value: lines.map(({ text, who }) => ({ value: text, askedBy: who ?? 'customer' })),
  };
}

function base({
  value,
  confidence,
  evidence,
}: {
  value: string;
  confidence: number;
  evidence: string[];
}) {
  return { text: value, confidence, evidence };
}
