import { useTranslation } from 'react-i18next';
import type { Article, ChangeArticle } from '../../../contracts/knowledge.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useAgents } from '../presence/queries.ts';
import { useMay } from '../session-gate/queries.ts';
import { useChangeArticle, useKbSections } from './queries.ts';

const NONE = 'none';

/** Where an article is filed, who may read it, who looks after it, and when. Each change is saved at once. */
export function ArticleDetails({ article }: { article: Article }) {
  const { t } = useTranslation();
  const toast = useToast();
  const disabled = !useMay('knowledge:write');
  const { data: sections = [] } = useKbSections();
  const { data: agents = [] } = useAgents();
  const change = useChangeArticle(article.id);
  const save: Save = (part) =>
    change.mutate(
      { ...part, lastVersion: article.lastVersion },
      {
        onError: (error) =>
          toast.show({ title: t('knowledge.notSaved'), detail: error.message, tone: 'critical' }),
      },
    );
  return (
    <div className="flex flex-col gap-4 p-4">
      <Field label={t('knowledge.section')}>
        <Select
          aria-label={t('knowledge.section')}
          disabled={disabled}
          value={article.section?.id ?? NONE}
          options={[
            { value: NONE, label: t('knowledge.noSection') },
            ...sections.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValueChange={(id) => save({ sectionId: id === NONE ? null : id })}
        />
      </Field>
      <Field
        label={t('knowledge.visibility')}
        hint={t(`knowledge.visibleTo.${article.visibility}`)}
      >
        <Select
          aria-label={t('knowledge.visibility')}
          disabled={disabled}
          value={article.visibility}
          options={(['public', 'internal'] as const).map((value) => ({
            value,
            label: t(`knowledge.visibilities.${value}`),
          }))}
          onValueChange={(visibility) => save({ visibility })}
        />
      </Field>
      <Field label={t('knowledge.owner')}>
        <Select
          aria-label={t('knowledge.owner')}
          disabled={disabled}
          value={article.owner?.id ?? NONE}
          options={[
            { value: NONE, label: t('knowledge.nobody') },
            ...agents.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValueChange={(id) => save({ ownerId: id === NONE ? null : id })}
        />
      </Field>
      <SavedFields article={article} disabled={disabled} save={save} />
      {article.sourceUrl && (
        <p className="text-meta text-subtle">
          {t('knowledge.source')}{' '}
          <a
            href={article.sourceUrl}
            target="_blank"
            rel="noreferrer"
            className="break-all text-accent-text underline"
          >
            {article.sourceUrl}
          </a>
        </p>
      )}
    </div>
  );
}

type Save = (part: Partial<Omit<ChangeArticle, 'lastVersion'>>) => void;

/** What is typed: language, product and dates. */
function SavedFields({
  article,
  disabled,
  save,
}: {
  article: Article;
  disabled: boolean;
  save: Save;
}) {
  const { t } = useTranslation();
  return (
    <>
      <SavedText
        label={t('knowledge.language')}
        value={article.language}
        disabled={disabled}
        valid={(text) => /^[a-z]{2}$/.test(text)}
        onSave={(language) => save({ language })}
      />
      <SavedText
        label={t('knowledge.product')}
        value={article.product ?? ''}
        disabled={disabled}
        onSave={(product) => save({ product: product || null })}
      />
      <SavedText
        label={t('knowledge.reviewOn')}
        type="date"
        value={article.reviewOn ?? ''}
        disabled={disabled}
        onSave={(day) => save({ reviewOn: day || null })}
      />
      <SavedText
        label={t('knowledge.from')}
        type="date"
        value={article.effectiveFrom?.slice(0, 10) ?? ''}
        disabled={disabled}
        onSave={(day) => save({ effectiveFrom: startOf(day) })}
      />
      <SavedText
        label={t('knowledge.until')}
        type="date"
        value={article.effectiveUntil?.slice(0, 10) ?? ''}
        disabled={disabled}
        onSave={(day) => save({ effectiveUntil: startOf(day) })}
      />
    </>
  );
}

/** A field that is saved when it is left or Enter is pressed, if it is right and different. */
function SavedText({
  label,
  value,
  onSave,
  valid = () => true,
  ...rest
}: {
  label: string;
  value: string;
  type?: string;
  disabled: boolean;
  onSave: (text: string) => void;
  valid?: (text: string) => boolean;
}) {
  const take = (input: HTMLInputElement) => {
    const text = input.value.trim();
    if (text !== value && valid(text)) onSave(text);
  };
  return (
    <Field label={label}>
      <TextField
        key={value}
        {...rest}
        defaultValue={value}
        onBlur={({ currentTarget }) => take(currentTarget)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && take(currentTarget)}
      />
    </Field>
  );
}

function startOf(day: string): string | null {
  return day === '' ? null : `${day}T00:00:00.000Z`;
}
