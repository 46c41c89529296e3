import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../lib/cx.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { SettingsGroup, SettingsSectionId } from './sections.ts';

/** Props of {@link SettingsNav}. */
export type SettingsNavProps = {
  groups: readonly SettingsGroup[];
  current: SettingsSectionId | undefined;
  /** Takes the whole width, on narrow screens. */
  fill: boolean;
};

/** The list of sections, with a search over their names and what can be set in them. */
export function SettingsNav({ groups, current, fill }: SettingsNavProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const found = useFound(groups, query);
  return (
    <nav
      aria-label={t('settings.label')}
      className={cx(
        'flex min-h-0 flex-col overflow-y-auto border-e border-line bg-canvas',
        fill ? 'flex-1' : 'w-60 shrink-0',
      )}
    >
      <div className="flex flex-col gap-3 p-3">
        <h1 className="px-1 text-title font-semibold">{t('shell.settings')}</h1>
        <TextField
          type="search"
          icon={Search}
          aria-label={t('settings.search')}
          placeholder={t('settings.search')}
          value={query}
          onValueChange={setQuery}
        />
      </div>
      <div className="flex flex-col gap-4 px-2 pb-4">
        {found.length === 0 && (
          <p className="px-2 text-muted">{t('settings.nothingFound', { query })}</p>
        )}
        {found.map((group) => (
          <section key={group.id}>
            <h2 className="px-2 pb-1 text-meta font-medium text-subtle">
              {t(`settings.groups.${group.id}`)}
            </h2>
            <ul>
              {group.sections.map(({ id }) => (
                <li key={id}>
                  <Link
                    to="/settings/$section"
                    params={{ section: id }}
                    aria-current={id === current ? 'page' : undefined}
                    className="flex min-h-row items-center rounded-control px-2 py-1 outline-offset-[-2px] hover:bg-hover aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent-text"
                  >
                    {t(`settings.sections.${id}.title`)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}

/** Groups with the sections whose words hold every word of the query. */
function useFound(groups: readonly SettingsGroup[], query: string): SettingsGroup[] {
  const { t } = useTranslation();
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [...groups];
  return groups
    .map((group) => ({
      ...group,
      sections: group.sections.filter(({ id }) => {
        const words = `${t(`settings.sections.${id}.title`)} ${t(`settings.sections.${id}.words`)}`;
        return wanted.every((word) => words.toLowerCase().includes(word));
      }),
    }))
    .filter(({ sections }) => sections.length > 0);
}
