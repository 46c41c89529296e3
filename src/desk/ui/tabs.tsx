import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';

/** One tab: its value, its words, a count after them, its panel. */
export type TabItem<Value extends string> = {
  value: Value;
  label: string;
  count?: number | undefined;
  disabled?: boolean | undefined;
  panel?: ReactNode;
};

/** Props of {@link Tabs}. */
export type TabsProps<Value extends string> = {
  items: ReadonlyArray<TabItem<Value>>;
  value: Value;
  onValueChange: (value: Value) => void;
  'aria-label': string;
  /** Closer together, where many have to stand in a narrow pane. */
  dense?: boolean | undefined;
  className?: string | undefined;
  panelClassName?: string | undefined;
};

/** Views of one thing side by side; a hairline with a mark under the chosen one. */
export function Tabs<Value extends string>({
  items,
  value,
  onValueChange,
  dense = false,
  className,
  panelClassName,
  ...rest
}: TabsProps<Value>) {
  return (
    <Base.Root
      value={value}
      onValueChange={(next) => onValueChange(next as Value)}
      className={cx('flex min-h-0 min-w-0 flex-col', className)}
    >
      <Base.List
        aria-label={rest['aria-label']}
        activateOnFocus
        className={cx(
          'relative flex shrink-0 overflow-x-auto border-b border-line',
          dense ? '[scrollbar-width:none] px-1' : 'gap-1 px-2',
        )}
      >
        {items.map((item) => (
          <Base.Tab
            key={item.value}
            value={item.value}
            disabled={item.disabled ?? false}
            className={cx(TAB, dense ? 'px-1.5' : 'px-2')}
          >
            {item.label}
            {item.count !== undefined && (
              <span className="text-meta text-subtle tabular-nums">{item.count}</span>
            )}
          </Base.Tab>
        ))}
        <Base.Indicator className="absolute bottom-0 h-0.5 w-[var(--active-tab-width)] translate-x-[var(--active-tab-left)] bg-accent rtl:-translate-x-[var(--active-tab-right)] start-0" />
      </Base.List>
      {items.map(
        (item) =>
          item.panel !== undefined && (
            <Base.Panel
              key={item.value}
              value={item.value}
              className={cx('min-h-0 flex-1', panelClassName)}
            >
              {item.panel}
            </Base.Panel>
          ),
      )}
    </Base.Root>
  );
}

const TAB =
  'flex h-9 shrink-0 items-center gap-1.5 rounded-control text-muted outline-offset-[-2px] hover:text-text data-active:font-medium data-active:text-text data-disabled:text-disabled';
