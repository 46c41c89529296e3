import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { OPTION } from './control-styles.ts';
import type { MacroSearch } from './use-macro-search.ts';

/** A macro as the composer offers it. */
export type MacroOption = {
  id: string;
  label: string;
  hint?: string | undefined;
  text: string;
  /** What it does besides the text, each in a few words. */
  acts?: readonly string[] | undefined;
};

type MacroListProps = {
  id: string;
  search: MacroSearch;
  query: string;
  onPick: (macro: MacroOption) => void;
};

/** The macros that match, above the composer, and beside or below them what the marked one says and does. The focus stays in the text. */
export function MacroList({ id, search, query, onPick }: MacroListProps) {
  const { t } = useTranslation();
  const active = useRef<HTMLLIElement>(null);
  useEffect(() => {
    active.current?.scrollIntoView({ block: 'nearest' });
  }, [search.active]);
  return (
    <div className="@container absolute inset-x-0 bottom-full z-20 mb-1 overflow-hidden rounded-overlay bg-raised shadow-overlay">
      <div className="flex max-h-80 flex-col @xl:max-h-64 @xl:flex-row">
        <ul
          id={id}
          role="listbox"
          aria-label={t('ui.composer.macros')}
          className="min-h-20 min-w-0 flex-1 overflow-y-auto p-1 not-has-[li]:hidden"
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
                <span className="max-w-full shrink-0 truncate font-medium">{macro.label}</span>
                <span className="min-w-0 flex-1 truncate text-meta text-subtle">
                  {macro.hint || macro.text}
                </span>
              </li>
            );
          })}
        </ul>
        {search.active && <MacroPreview macro={search.active} />}
      </div>
      {search.options.length === 0 && (
        <p className="px-3 py-3 text-muted">
          {search.pending ? t('ui.searching') : t('ui.composer.noMacros', { query })}
        </p>
      )}
    </div>
  );
}

function MacroPreview({ macro }: { macro: MacroOption }) {
  const { t } = useTranslation();
  const { text, acts = [] } = macro;
  return (
    <div className="flex max-h-36 shrink-0 flex-col gap-2 overflow-y-auto border-t border-line p-3 @xl:max-h-none @xl:w-1/2 @xl:border-s @xl:border-t-0">
      <p
        dir="auto"
        className={cx('whitespace-pre-wrap wrap-anywhere', text ? 'text-message' : 'text-subtle')}
      >
        {text || t('ui.composer.macroNoText')}
      </p>
      {acts.length > 0 && (
        <div className="text-meta text-muted">
          <p className="font-medium">{t('ui.composer.macroActs')}</p>
          <ul className="list-disc ps-4">
            {acts.map((act) => (
              <li key={act}>{act}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
