import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronsUpDown, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import type { ControlSize } from './button.tsx';
import { CONTROL_FRAME, CONTROL_HEIGHT, OPTION, OVERLAY } from './control-styles.ts';
import { useOptionSearch } from './use-option-search.ts';

/** One choice of a combobox. */
export type ComboboxOption = {
  value: string;
  label: string;
  mark?: ReactNode;
  hint?: string | undefined;
};

/** Props of {@link Combobox}: give either `options`, or `search` to ask the server. */
export type ComboboxProps = {
  value: ComboboxOption | null;
  onValueChange: (value: ComboboxOption | null) => void;
  options?: readonly ComboboxOption[] | undefined;
  /** Asked 150 ms after the last key; older answers are dropped by the signal. */
  search?: ((query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>) | undefined;
  placeholder?: string | undefined;
  size?: ControlSize | undefined;
  disabled?: boolean | undefined;
  'aria-label'?: string | undefined;
  className?: string | undefined;
};

/** One of many, by typing; from a list at hand or from the server. */
export function Combobox({
  value,
  onValueChange,
  options,
  search,
  placeholder,
  size = 'md',
  disabled,
  className,
  ...rest
}: ComboboxProps) {
  const { t } = useTranslation();
  const found = useOptionSearch(search);
  const items = search ? found.options : (options ?? []);
  return (
    <Base.Root<ComboboxOption>
      items={items as ComboboxOption[]}
      {...(search && { filteredItems: items })}
      value={value}
      onValueChange={onValueChange}
      onInputValueChange={(text, details) =>
        details.reason === 'input-change' && found.setQuery(text)
      }
      onOpenChange={(open) => open && found.setQuery('')}
      isItemEqualToValue={(one, two) => one.value === two.value}
      disabled={disabled ?? false}
      autoHighlight
    >
      <Base.InputGroup
        className={cx(
          CONTROL_FRAME,
          CONTROL_HEIGHT[size],
          'flex items-center gap-1.5 px-2',
          className,
        )}
      >
        {value?.mark}
        <Base.Input
          aria-label={rest['aria-label']}
          placeholder={placeholder ?? t('ui.search')}
          className="h-full w-full min-w-0 flex-1 bg-transparent outline-none disabled:text-disabled"
        />
        <Base.Trigger
          aria-label={t('ui.choose')}
          className="hit-area shrink-0 rounded-small text-subtle"
        >
          {found.pending ? (
            <LoaderCircle aria-hidden className="animate-spin" />
          ) : (
            <ChevronsUpDown aria-hidden />
          )}
        </Base.Trigger>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50">
          <Base.Popup className={cx(OVERLAY, 'w-[var(--anchor-width)] min-w-56')}>
            <Base.Status className="px-3 text-meta text-subtle not-empty:py-2">
              {found.failed
                ? t('ui.searchFailed')
                : found.pending && items.length === 0 && t('ui.searching')}
            </Base.Status>
            <Base.Empty className="px-3 text-subtle not-empty:py-2">
              {!found.pending &&
                !found.failed &&
                (found.query ? t('ui.noMatches', { query: found.query }) : t('ui.noOptions'))}
            </Base.Empty>
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto not-empty:p-1">
              {(option: ComboboxOption) => <OptionRow key={option.value} option={option} />}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function OptionRow({ option }: { option: ComboboxOption }) {
  return (
    <Base.Item value={option} className={OPTION}>
      {option.mark}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{option.label}</span>
        {option.hint && <span className="block truncate text-meta text-subtle">{option.hint}</span>}
      </span>
      <Base.ItemIndicator className="text-accent-text">
        <Check aria-hidden />
      </Base.ItemIndicator>
    </Base.Item>
  );
}
