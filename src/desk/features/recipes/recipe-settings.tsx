import { useTranslation } from 'react-i18next';
import type { Recipe, RecipePart } from '../../../contracts/recipes.ts';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useMay } from '../session-gate/queries.ts';
import { useRecipes, useSwitchRecipe } from './queries.ts';

/** Ready-made rules for common situations: what each makes is told before it is put in. */
export function RecipeSettings() {
  const { t } = useTranslation();
  const recipes = useRecipes();
  return (
    <Section title={t('settings.sections.recipes.title')} lead={t('recipes.lead')}>
      {recipes.isError ? (
        <ApiErrorState error={recipes.error} onRetry={() => void recipes.refetch()} />
      ) : recipes.data ? (
        <ul className="max-w-3xl divide-y divide-line border-y border-line">
          {recipes.data.map((recipe) => (
            <li key={recipe.id} className="py-4">
              <RecipeRow recipe={recipe} />
            </li>
          ))}
        </ul>
      ) : (
        <SkeletonRows disc={false} />
      )}
    </Section>
  );
}

function RecipeRow({ recipe }: { recipe: Recipe }) {
  const { t } = useTranslation();
  const { name, explanation, parts, installed } = recipe;
  return (
    <article aria-label={name}>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-[1_1_20rem]">
          <h3 className="flex flex-wrap items-center gap-2 font-medium">
            {name}
            {installed && <Badge tone="positive">{t('recipes.in')}</Badge>}
          </h3>
          <p className="mt-1 max-w-message text-muted">{explanation}</p>
          {installed && (
            <p className="mt-1 text-meta text-subtle">
              {t('recipes.by', { name: installed.by ?? t('recipes.somebody') })}{' '}
              <Time at={installed.at} />
            </p>
          )}
        </div>
        <SwitchButton recipe={recipe} />
      </div>
      <details className="mt-2">
        <summary className="w-fit cursor-pointer text-accent-text">
          {t('recipes.makes', { count: parts.length })}
        </summary>
        <ul className="mt-2 flex flex-col gap-2">
          {parts.map((part) => (
            <PartRow key={`${part.kind} ${part.name}`} part={part} />
          ))}
        </ul>
      </details>
    </article>
  );
}

function PartRow({ part: { kind, name, sentences } }: { part: RecipePart }) {
  const { t } = useTranslation();
  return (
    <li className="rounded-control bg-quiet px-3 py-2">
      <p className="font-medium">
        {t(`recipes.kinds.${kind}`)} “{name}”
      </p>
      {sentences.map((sentence) => (
        <p key={sentence} className="text-muted">
          {sentence}
        </p>
      ))}
    </li>
  );
}

function SwitchButton({ recipe: { id, name, installed } }: { recipe: Recipe }) {
  const { t } = useTranslation();
  const toast = useToast();
  const change = useSwitchRecipe();
  if (!useMay('trigger:write')) return null;
  const run = (install: boolean) =>
    change.mutate(
      { id, install },
      {
        onSuccess: () =>
          toast.show({
            title: t(install ? 'recipes.putIn' : 'recipes.takenOut', { name }),
            onUndo: () => run(!install),
          }),
        onError: (error) =>
          toast.show({ title: t('recipes.failed'), detail: error.message, tone: 'critical' }),
      },
    );
  return (
    <Button
      variant="secondary"
      loading={change.isPending}
      aria-label={t(installed ? 'recipes.takeOutNamed' : 'recipes.putInNamed', { name })}
      onClick={() => run(!installed)}
    >
      {t(installed ? 'recipes.takeOut' : 'recipes.put')}
    </Button>
  );
}
