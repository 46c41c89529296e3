import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityPattern, EntityPatterns } from '../../../contracts/entities.ts';
import { fieldErrors } from '../../lib/api-problem.ts';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { EntityTest } from './entity-test.tsx';
import { useKindName } from './found-panel.tsx';
import { useEntityPatterns, useSaveEntityPatterns } from './queries.ts';

/** How the things are written that agents want to see in tickets, with a box to try them in. */
export function EntitySettings() {
  const { t } = useTranslation();
  const patterns = useEntityPatterns();
  if (patterns.isError)
    return <ApiErrorState error={patterns.error} onRetry={() => void patterns.refetch()} />;
  return (
    <Section title={t('classification.entities.title')} lead={t('classification.entities.lead')}>
      {patterns.data ? (
        <PatternsForm key={String(patterns.dataUpdatedAt)} stored={patterns.data} />
      ) : (
        <SkeletonRows rows={7} disc={false} />
      )}
    </Section>
  );
}

function PatternsForm({ stored }: { stored: EntityPatterns }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [rows, setRows] = useState<readonly EntityPattern[]>(stored.patterns);
  const save = useSaveEntityPatterns();
  const problems = fieldErrors(save.error);
  const store = (patterns: readonly EntityPattern[]) =>
    save.mutate(patterns, {
      onSuccess: () => toast.show({ title: t('classification.entities.saved'), tone: 'positive' }),
      onError: ({ message }) =>
        toast.show({
          title: t('classification.entities.notSaved'),
          detail: message,
          tone: 'critical',
        }),
    });
  const change = (place: number, part: Partial<EntityPattern>) =>
    setRows(rows.map((row, index) => (index === place ? { ...row, ...part } : row)));
  return (
    <form
      className="flex max-w-3xl flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        store(rows);
      }}
    >
      {stored.shipped && <p className="text-muted">{t('classification.entities.shipped')}</p>}
      <ul className="flex flex-col divide-y divide-line border-y border-line">
        {rows.map((row, index) => (
          <PatternRow
            // Rows have no other name while one is being written.
            key={index}
            row={row}
            problems={[
              problems[`patterns.${index}.kind`],
              problems[`patterns.${index}.pattern`],
            ].filter((problem) => problem !== undefined)}
            onChange={(part) => change(index, part)}
            onRemove={() => setRows(rows.filter((_, place) => place !== index))}
          />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button
          icon={Plus}
          onClick={() => setRows([...rows, { kind: '', pattern: '', enabled: true }])}
        >
          {t('classification.entities.add')}
        </Button>
        {!stored.shipped && (
          <Button variant="ghost" onClick={() => store([])}>
            {t('classification.entities.reset')}
          </Button>
        )}
        <Button type="submit" variant="primary" className="ms-auto" loading={save.isPending}>
          {t('classification.entities.save')}
        </Button>
      </div>
      <EntityTest rows={rows} />
    </form>
  );
}

function PatternRow({
  row,
  problems,
  onChange,
  onRemove,
}: {
  row: EntityPattern;
  problems: readonly string[];
  onChange: (part: Partial<EntityPattern>) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const nameOf = useKindName();
  return (
    <li className="flex flex-col gap-1 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <TextField
          aria-label={t('classification.entities.kind')}
          placeholder={t('classification.entities.kind')}
          className="w-40"
          maxLength={40}
          value={nameOf(row.kind)}
          onValueChange={(kind) => onChange({ kind })}
        />
        <TextField
          aria-label={t('classification.entities.pattern')}
          placeholder={t('classification.entities.pattern')}
          className="min-w-52 flex-1 font-mono"
          maxLength={2_000}
          spellCheck={false}
          value={row.pattern}
          onValueChange={(pattern) => onChange({ pattern })}
        />
        <Switch
          aria-label={t('classification.entities.enabledOf', { kind: nameOf(row.kind) })}
          checked={row.enabled}
          onCheckedChange={(enabled) => onChange({ enabled })}
        />
        <IconButton
          icon={Trash2}
          label={t('classification.entities.remove', { kind: nameOf(row.kind) })}
          onClick={onRemove}
        />
      </div>
      {problems.map((problem) => (
        <p key={problem} className="text-meta text-critical">
          {problem}
        </p>
      ))}
    </li>
  );
}
