import { Menu as Base } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import { OPTION, OVERLAY } from './control-styles.ts';
import { KeyHint } from './key-hint.tsx';

/** Props of {@link Menu}. */
export type MenuProps = {
  trigger: ReactElement;
  side?: 'top' | 'bottom' | 'inline-start' | 'inline-end' | undefined;
  align?: 'start' | 'center' | 'end' | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** MenuItem, MenuChoice, MenuGroup and MenuSeparator. */
  children: ReactNode;
};

/** A list of acts behind a button; full keyboard and type-ahead. */
export function Menu({
  trigger,
  side = 'bottom',
  align = 'start',
  open,
  onOpenChange,
  children,
}: MenuProps) {
  return (
    <Base.Root
      {...(open !== undefined && { open })}
      {...(onOpenChange && { onOpenChange: (next) => onOpenChange(next) })}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50"
        >
          <Base.Popup
            className={cx(
              OVERLAY,
              'max-h-[var(--available-height)] min-w-44 max-w-80 overflow-y-auto p-1',
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Props of {@link MenuItem}. */
export type MenuItemProps = {
  icon?: LucideIcon | undefined;
  /** A dot or avatar in the place of the icon. */
  mark?: ReactNode;
  hint?: ReactNode;
  keys?: string | undefined;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
  onSelect: () => void;
  children: ReactNode;
};

/** One act of a menu. */
export function MenuItem({
  icon: Icon,
  mark,
  hint,
  keys,
  danger,
  disabled,
  onSelect,
  children,
}: MenuItemProps) {
  return (
    <Base.Item
      disabled={disabled ?? false}
      onClick={onSelect}
      className={cx(OPTION, danger && 'text-critical')}
    >
      {Icon ? <Icon aria-hidden className={danger ? undefined : 'text-subtle'} /> : mark}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{children}</span>
        {hint && <span className="block text-meta text-subtle">{hint}</span>}
      </span>
      {keys && <KeyHint keys={keys} />}
    </Base.Item>
  );
}

/** Something in a menu that is on or off; the menu stays open. */
export function MenuCheck({
  checked,
  onCheckedChange,
  children,
}: {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <Base.CheckboxItem
      checked={checked}
      onCheckedChange={(next) => onCheckedChange(next)}
      className={OPTION}
    >
      <span className="flex size-4 shrink-0 items-center justify-center text-accent-text">
        <Base.CheckboxItemIndicator>
          <Check aria-hidden />
        </Base.CheckboxItemIndicator>
      </span>
      <span className="min-w-0 flex-1 truncate">{children}</span>
    </Base.CheckboxItem>
  );
}

/** One of several in a menu, with a tick on the chosen one; put them in MenuChoices. */
export function MenuChoice({
  value,
  mark,
  hint,
  children,
}: {
  value: string;
  mark?: ReactNode;
  hint?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Base.RadioItem value={value} closeOnClick className={OPTION}>
      {mark}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{children}</span>
        {hint && <span className="block text-meta text-subtle">{hint}</span>}
      </span>
      <Base.RadioItemIndicator className="text-accent-text">
        <Check aria-hidden />
      </Base.RadioItemIndicator>
    </Base.RadioItem>
  );
}

/** Holds the MenuChoices of one question. */
export function MenuChoices<Value extends string>({
  value,
  onValueChange,
  children,
}: {
  value: Value;
  onValueChange: (value: Value) => void;
  children: ReactNode;
}) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next) => onValueChange(next as Value)}>
      {children}
    </Base.RadioGroup>
  );
}

/** Items under a small heading. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-meta font-medium text-subtle">
        {label}
      </Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

/** A hairline between items. */
export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />;
}
