import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { OPTION } from './control-styles.ts';
import type { MacroSearch } from './use-macro-search.ts';

/** A macro as the composer offers it. */
export type MacroOption = { id: string; label: string; hint?: string | undefined; text: string };

type MacroListProps = {
  id: string;
  search: MacroSearch;
  query: string;
  onPick: (macro: MacroOption) => void;
};

/** The macros that match, above the composer; the focus stays in the text. */
export function MacroList({ id, search, query, onPick }: MacroListProps) {
  const { t } = useTranslation();
  const active = useRef<HTMLLIElement>(null);
  useEffect(() => {
    active.current?.scrollIntoView({ block: 'nearest' });
  }, [search.active]);
  return (
    <div className="absolute inset-x-0 bottom-full z-20 mb-1 overflow-hidden rounded-overlay bg-raised shadow-overlay">
      <ul
        id={id}
        role="listbox"
        aria-label={t('ui.composer.macros')}
        className="max-h-56 overflow-y-auto p-1"
      >
        {search.options.map((macro) => {
          const chosen = macro.id === search.active?.id;
          return (
            <li
              key={macro.id}
              id={`${id}-${macro.id}`}
              ref={chosen ? active : null}
              role="option"
              aria-selected={chosen}
              data-highlighted={chosen || undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(macro)}
              className={cx(OPTION, 'hover:bg-hover')}
            >
              <span className="shrink-0 font-medium">{macro.label}</span>
              <span className="min-w-0 flex-1 truncate text-meta text-subtle">
                {macro.hint ?? macro.text}
              </span>
            </li>
          );
        })}
      </ul>
      {search.options.length === 0 && (
        <p className="px-3 pb-3 text-muted">
          {search.pending ? t('ui.searching') : t('ui.composer.noMacros', { query })}
        </p>
      )}
    </div>
  );
}
