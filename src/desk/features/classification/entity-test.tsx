import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityPattern } from '../../../contracts/entities.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useKindName } from './found-panel.tsx';
import { useTriedPatterns } from './queries.ts';

/** A box to try patterns in as they are written, saved or not. */
export function EntityTest({ rows }: { rows: readonly EntityPattern[] }) {
  const { t } = useTranslation();
  const nameOf = useKindName();
  const [text, setText] = useState<string>(t('classification.entities.sample'));
  const named = rows.filter(({ pattern, enabled }) => pattern !== '' && enabled);
  const asked = useDebounced(
    JSON.stringify({ patterns: named.map(({ pattern }) => pattern), text }),
    250,
  );
  const { data: results = [] } = useTriedPatterns(
    JSON.parse(asked) as { patterns: string[]; text: string },
  );
  return (
    <div className="flex flex-col gap-2">
      <Field label={t('classification.entities.test')} hint={t('classification.entities.testHint')}>
        <TextArea value={text} onValueChange={setText} rows={3} maxLength={5_000} />
      </Field>
      <ul
        aria-live="polite"
        className="grid grid-cols-[repeat(auto-fill,minmax(min(18rem,100%),1fr))] gap-x-6 gap-y-1"
      >
        {named.map(({ kind }, index) => {
          const result = results[index];
          if (!result) return null;
          return (
            <li key={`${kind}${index}`} className="flex min-w-0 gap-2">
              <span className="w-32 shrink-0 truncate text-muted">{nameOf(kind)}</span>
              {result.problem ? (
                <span className="text-critical">
                  {t(`classification.entities.problems.${result.problem}`)}
                </span>
              ) : (
                <span className="min-w-0 wrap-anywhere">
                  {result.found.join(', ') || (
                    <span className="text-subtle">{t('classification.entities.nothing')}</span>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
