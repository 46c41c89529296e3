/** How a person's value enters a brief: certain, and supported by nobody but them. */
import type { Brief, BriefFieldEdit, BriefFieldName } from '../../../contracts/briefs.ts';

const certain = { confidence: 1, evidence: [] };

/** The brief with one field replaced by what a person wrote. */
export function applyEdit(brief: Brief, edit: BriefFieldEdit): Brief {
  switch (edit.field) {
    case 'tried':
      return { ...brief, tried: edit.value.map((value) => keep(brief.tried, value)) };
    case 'promised':
      return {
        ...brief,
        promised: edit.value.map((one) => ({ ...keep(brief.promised, one.value), ...one })),
      };
    case 'openQuestions':
      return {
        ...brief,
        openQuestions: edit.value.map((one) => ({
          ...keep(brief.openQuestions, one.value),
          ...one,
        })),
      };
    default:
      return { ...brief, [edit.field]: { ...certain, value: edit.value } };
  }
}

/** The brief with some fields certain: a person has looked at them and found them right. */
export function confirmFields(brief: Brief, fields: readonly BriefFieldName[]): Brief {
  const sure = <Part extends object>(part: Part) => ({ ...part, confidence: 1 });
  const confirmed = fields.map((field) => {
    const entry = brief[field];
    return [field, Array.isArray(entry) ? entry.map(sure) : sure(entry)] as const;
  });
  return { ...brief, ...(Object.fromEntries(confirmed) as Partial<Brief>) };
}

/** An entry that was there already keeps its evidence. */
function keep(entries: readonly { value: string; evidence: string[] }[], value: string) {
  const known = entries.find((entry) => entry.value === value);
  return { value, confidence: 1, evidence: known?.evidence ?? [] };
}

/** The plain value of a field, as corrections keep it. */
export function plainValue(brief: Brief, field: BriefFieldName): unknown {
  const entry = brief[field];
  if (!Array.isArray(entry)) return entry.value;
  return entry.map(({ confidence: _confidence, evidence: _evidence, ...rest }) => rest);
}
