import { Field as Base } from '@base-ui/react/field';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';

/** Props of {@link Field}. */
export type FieldProps = {
  label: ReactNode;
  /** Keeps the label for screen readers only, where the place makes it obvious. */
  labelHidden?: boolean | undefined;
  hint?: ReactNode;
  /** What is wrong and how to put it right; takes the place of the hint. */
  error?: ReactNode;
  required?: boolean | undefined;
  optional?: boolean | undefined;
  disabled?: boolean | undefined;
  name?: string | undefined;
  /** A control on the same line at the end of the label. */
  aside?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
};

/** Label, hint and error around one control (TextField, TextArea, Select, Combobox, …), tied together for screen readers. */
export function Field({
  label,
  labelHidden,
  hint,
  error,
  required,
  optional,
  disabled,
  name,
  aside,
  className,
  children,
}: FieldProps) {
  const { t } = useTranslation();
  return (
    <Base.Root
      name={name}
      disabled={disabled ?? false}
      invalid={Boolean(error)}
      className={cx('flex min-w-0 flex-col gap-1', className)}
    >
      <div
        className={cx(
          'flex items-baseline justify-between gap-2',
          labelHidden && !aside && 'sr-only',
        )}
      >
        <Base.Label
          className={cx(
            'font-medium text-text data-disabled:text-disabled',
            labelHidden && 'sr-only',
          )}
        >
          {label}
          {required && <span className="sr-only"> ({t('ui.required')})</span>}
          {required && (
            <span aria-hidden className="ms-0.5 text-critical">
              *
            </span>
          )}
          {optional && <span className="ms-1 font-normal text-subtle">{t('ui.optional')}</span>}
        </Base.Label>
        {aside}
      </div>
      {children}
      {error ? (
        <Base.Error match className="text-meta text-critical">
          {error}
        </Base.Error>
      ) : (
        hint && <Base.Description className="text-meta text-subtle">{hint}</Base.Description>
      )}
    </Base.Root>
  );
}

/** A group of fields under one heading, in one measure. */
export function FieldGroup({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={cx('flex max-w-xl flex-col gap-4', className)}>{children}</div>;
}
