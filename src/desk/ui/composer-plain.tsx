import { useImperativeHandle, useRef, type KeyboardEvent } from 'react';
import { textToHtml } from '../lib/slash-query.ts';
import { listAria, pastedFiles, type EditorProps } from './composer-editor.ts';

/** The plain editor of the composer: a textarea that grows. Enter sends, Shift Enter breaks the line. */
export function ComposerPlain({
  handle,
  label,
  placeholder,
  content,
  disabled,
  onChange,
  onCaret,
  onSubmit,
  onFiles,
  list,
}: EditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const change = (text: string) => onChange({ text, html: textToHtml(text) });
  const report = () => {
    const { value = '', selectionStart = 0 } = area.current ?? {};
    onCaret(value.slice(0, selectionStart).split('\n').at(-1) ?? '');
  };
  const replace = (from: number, to: number, text: string) => {
    const element = area.current;
    if (!element) return;
    element.setRangeText(text, Math.max(0, from), to, 'end');
    change(element.value);
    element.focus();
    report();
  };
  useImperativeHandle(handle, () => ({
    focus: () => area.current?.focus(),
    insert: ({ text }) =>
      replace(area.current?.selectionStart ?? 0, area.current?.selectionEnd ?? 0, text),
    insertSlash: () => {
      const { value = '', selectionStart = 0, selectionEnd = 0 } = area.current ?? {};
      const slash = /\S$/.test(value.slice(0, selectionStart)) ? ' /' : '/';
      replace(selectionStart, selectionEnd, slash);
    },
    replaceBack: (count, text) =>
      replace((area.current?.selectionStart ?? 0) - count, area.current?.selectionStart ?? 0, text),
    set: (next) => change(next.text),
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSubmit();
  };
  return (
    <textarea
      ref={area}
      data-composer
      rows={2}
      aria-label={label}
      {...listAria(list)}
      placeholder={placeholder}
      value={content.text}
      disabled={disabled}
      onChange={(event) => {
        change(event.target.value);
        report();
      }}
      onSelect={report}
      onBlur={() => onCaret('')}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        const files = onFiles ? pastedFiles(event.clipboardData) : [];
        if (files.length === 0) return;
        event.preventDefault();
        onFiles?.(files);
      }}
      className="field-sizing-content block max-h-[var(--composer-max)] min-h-16 w-full resize-none bg-transparent px-3 py-2 text-message outline-none disabled:text-disabled"
    />
  );
}
