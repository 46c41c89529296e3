import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssistantPolicy, CategoryPolicy } from '../../../../contracts/assistant.ts';
import { Section } from '../../../shell/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { useCategories } from '../../ticket/queries.ts';
import { problemAt, type PolicyProblem } from './problems.ts';
import { RuleDialog } from './rule-dialog.tsx';
import { RuleTable, type RuleLine } from './rule-table.tsx';

/** The rules by category, and what is left for the rest. */
export function RulesPart({
  policy,
  problems,
  mayWrite,
  onChange,
}: {
  policy: AssistantPolicy;
  problems: readonly PolicyProblem[];
  mayWrite: boolean;
  onChange: (part: Partial<AssistantPolicy>) => void;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  const { categories, otherwise } = policy;
  const lineOf = (name: string, at: string, rule: CategoryPolicy): RuleLine => ({
    name,
    at,
    rule,
    isWrong: problemAt(problems, at) !== undefined,
  });
  const lines = [
    ...categories.map((rule, index) => lineOf(rule.category, `categories.${index}`, rule)),
    lineOf(t('policy.otherwise'), 'otherwise', otherwise),
  ];
  const opened = lines.find(({ at }) => at === open);
  const index = Number(open?.split('.')[1]);
  const set = (part: Partial<CategoryPolicy>) =>
    onChange(
      open === 'otherwise'
        ? { otherwise: { ...otherwise, ...part } }
        : {
            categories: categories.map((one, at) => (at === index ? { ...one, ...part } : one)),
          },
    );
  const remove = () => {
    setOpen(null);
    onChange({ categories: categories.filter((_, at) => at !== index) });
  };
  const add = (category: string) => {
    onChange({ categories: [...categories, { ...otherwise, category }] });
    setOpen(`categories.${categories.length}`);
  };
  return (
    <Section
      title={t('policy.rules')}
      lead={t('policy.rulesLead')}
      actions={mayWrite && <AddRule taken={categories} onAdd={add} />}
    >
      <RuleTable lines={lines} mayWrite={mayWrite} onOpen={({ at }) => setOpen(at)} />
      {opened && (
        <RuleDialog
          name={opened.name}
          rule={opened.rule}
          at={opened.at}
          problems={problems}
          mayWrite={mayWrite}
          onChange={set}
          onRemove={open === 'otherwise' ? undefined : remove}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

function AddRule({
  taken,
  onAdd,
}: {
  taken: AssistantPolicy['categories'];
  onAdd: (category: string) => void;
}) {
  const { t } = useTranslation();
  const free = (useCategories().data ?? []).filter(
    ({ name }) => !taken.some(({ category }) => category === name),
  );
  if (free.length === 0) return null;
  return (
    <Select
      aria-label={t('policy.addRule')}
      placeholder={t('policy.addRule')}
      className="w-52"
      value={null}
      options={free.map(({ name }) => ({ value: name, label: name }))}
      onValueChange={onAdd}
    />
  );
}
