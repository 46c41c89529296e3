import { Field } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { cx } from '../lib/cx.ts';
import { CONTROL_FRAME } from './control-styles.ts';

/** Props of {@link TextArea}; the rest goes to the textarea. */
export type TextAreaProps = Omit<
  ComponentProps<'textarea'>,
  'className' | 'onChange' | 'defaultValue'
> & {
  defaultValue?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
  className?: string | undefined;
};

/** Text of several lines; grows with what is written, up to twelve lines. */
export function TextArea({
  onValueChange,
  rows = 3,
  className,
  defaultValue,
  ...rest
}: TextAreaProps) {
  return (
    <div className={cx(CONTROL_FRAME, className)}>
      <Field.Control
        {...(defaultValue !== undefined && { defaultValue })}
        {...(rest.value !== undefined && { value: String(rest.value) })}
        {...(onValueChange && { onValueChange })}
        render={<textarea {...rest} rows={rows} />}
        className="field-sizing-content block max-h-60 w-full resize-none bg-transparent px-2 py-1 text-base outline-none disabled:text-disabled"
      />
    </div>
  );
}
