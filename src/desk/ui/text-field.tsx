import { Field } from '@base-ui/react/field';
import { X, type LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import type { ControlSize } from './button.tsx';
import { CONTROL_FRAME, CONTROL_HEIGHT } from './control-styles.ts';

/** Props of {@link TextField}; the rest goes to the input. */
export type TextFieldProps = Omit<
  ComponentProps<typeof Field.Control>,
  'className' | 'size' | 'onValueChange'
> & {
  /** Called with the new text. */
  onValueChange?: ((value: string) => void) | undefined;
  controlSize?: ControlSize | undefined;
  icon?: LucideIcon | undefined;
  /** Something inside the frame at the end: a unit, a key hint, a button. */
  end?: ReactNode;
  /** Adds a button that empties the field while it holds text; needs `value`. */
  onClear?: (() => void) | undefined;
  className?: string | undefined;
};

/** A one-line text input. Inside a Field it is labelled by it; alone it needs `aria-label`. */
export function TextField({
  controlSize = 'md',
  icon: Icon,
  end,
  onClear,
  onValueChange,
  className,
  ...rest
}: TextFieldProps) {
  const { t } = useTranslation();
  return (
    <div
      className={cx(
        CONTROL_FRAME,
        CONTROL_HEIGHT[controlSize],
        'flex items-center gap-1.5 px-2',
        className,
      )}
    >
      {Icon && <Icon aria-hidden className="text-subtle" />}
      <Field.Control
        {...rest}
        {...(onValueChange && { onValueChange })}
        className="h-full w-full min-w-0 flex-1 bg-transparent outline-none disabled:text-disabled"
      />
      {onClear && rest.value ? (
        <button
          type="button"
          aria-label={t('ui.clear')}
          onClick={onClear}
          className="hit-area rounded-small text-subtle hover:text-text"
        >
          <X aria-hidden />
        </button>
      ) : null}
      {typeof end === 'string' ? <span className="shrink-0 text-subtle">{end}</span> : end}
    </div>
  );
}
