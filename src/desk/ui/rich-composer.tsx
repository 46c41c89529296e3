import { Paperclip, Zap } from 'lucide-react';
import {
  lazy,
  Suspense,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { slashQuery, textToHtml } from '../lib/slash-query.ts';
import type { EditorHandle, EditorProps } from './composer-editor.ts';
import { ComposerPlain } from './composer-plain.tsx';
import { ComposerSkeleton } from './composer-skeleton.tsx';
import { IconButton } from './icon-button.tsx';
import { MacroList, type MacroOption } from './macro-list.tsx';
import { useMacroSearch } from './use-macro-search.ts';

const ComposerRich = lazy(async () => ({
  default: (await import('./composer-rich.tsx')).ComposerRich,
}));

/** What is written, in both forms; `html` is the paragraphs of the text in plain mode. */
export type ComposerContent = { html: string; text: string };

/** What a parent may do to the composer from outside. */
export type ComposerHandle = {
  focus: () => void;
  /** Puts text at the caret. */
  insert: (content: ComposerContent) => void;
  /** Replaces everything, for a stored draft or after sending: `set({ html: '', text: '' })`. */
  set: (content: ComposerContent) => void;
};

/** Props of {@link RichComposer}. */
export type RichComposerProps = {
  /** Chat is plain, mail is rich. Changing it keeps the text. */
  mode: 'plain' | 'rich';
  /** Names the field: `Reply to Ada Lovelace`. */
  label: string;
  placeholder?: string | undefined;
  initial?: ComposerContent | undefined;
  onChange: (content: ComposerContent) => void;
  /** Enter in plain mode, Ctrl or Command Enter in both. */
  onSubmit: () => void;
  /** Files that were chosen, pasted or dropped; without it there is no paper clip. */
  onFiles?: ((files: File[]) => void) | undefined;
  /** Asked while somebody writes `/word` at the start of a word. */
  macros?: ((query: string, signal: AbortSignal) => Promise<readonly MacroOption[]>) | undefined;
  /** Called instead of inserting `macro.text`, for a macro that also sets fields. */
  onMacro?: ((macro: MacroOption) => void) | undefined;
  disabled?: boolean | undefined;
  /** Height in pixels at which it begins to scroll. */
  maxHeight?: number | undefined;
  /** Attachments, as FileChips. */
  attachments?: ReactNode;
  /** The end of the bottom line: channel switch, Send. */
  actions?: ReactNode;
  /** An amber ground: what is written stays inside the team. */
  note?: boolean | undefined;
  ref?: Ref<ComposerHandle> | undefined;
  className?: string | undefined;
};

/** Where agents write: plain for chat, styled for mail, with macros by `/`, files by paste and drop. The styled editor is loaded when first needed. */
export function RichComposer(props: RichComposerProps) {
  const {
    mode,
    label,
    onChange,
    onSubmit,
    onFiles,
    macros,
    onMacro,
    disabled,
    maxHeight = 280,
    attachments,
    actions,
    note,
    className,
  } = props;
  const { t } = useTranslation();
  const editor = useRef<EditorHandle>(null);
  const listId = useId();
  const [content, setContent] = useState<ComposerContent>(props.initial ?? EMPTY);
  const [beforeCaret, setBeforeCaret] = useState('');
  const query = macros && !disabled ? slashQuery(beforeCaret) : null;
  const search = useMacroSearch(macros, query);
  const drop = useFileDrop(disabled ? undefined : onFiles);
  const change = (next: ComposerContent) => {
    setContent(next);
    onChange(next);
  };
  // While the styled editor is being loaded there is none: it will begin with the content as it is then.
  useImperativeHandle(props.ref, () => ({
    focus: () => editor.current?.focus(),
    insert: (next) =>
      editor.current ? editor.current.insert(next) : change(appended(content, next)),
    set: (next) => {
      if (!editor.current) return change(next);
      editor.current.set(next);
      // The plain editor knows no styles; the other one may be next.
      setContent(next);
    },
  }));
  const pick = (macro: MacroOption) => {
    editor.current?.replaceBack((query?.length ?? 0) + 1, onMacro ? '' : macro.text);
    onMacro?.(macro);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    search.onKeyDown(event.nativeEvent, pick);
    leaveByEscape(event);
  };
  const editorProps: EditorProps = {
    handle: editor,
    label,
    placeholder: props.placeholder,
    content,
    disabled: disabled ?? false,
    onChange: change,
    onCaret: setBeforeCaret,
    onSubmit,
    onFiles,
    list: search.open
      ? { id: listId, activeId: search.active ? `${listId}-${search.active.id}` : undefined }
      : null,
  };
  return (
    <div
      {...drop.events}
      onKeyDownCapture={onKeyDown}
      className={cx(
        FRAME,
        note
          ? 'border-caution-line bg-caution-soft'
          : 'border-line-strong bg-surface hover:border-line-control',
        disabled && 'border-line! bg-sunken!',
        className,
      )}
    >
      {search.open && <MacroList id={listId} search={search} query={query ?? ''} onPick={pick} />}
      <div style={{ '--composer-max': `${maxHeight}px` }}>
        {mode === 'plain' ? (
          <ComposerPlain {...editorProps} />
        ) : (
          <Suspense fallback={<ComposerSkeleton />}>
            <ComposerRich {...editorProps} />
          </Suspense>
        )}
      </div>
      {attachments && <div className="flex flex-wrap gap-2 px-3 pb-2">{attachments}</div>}
      {(onFiles || macros || actions) && (
        <BottomLine
          disabled={disabled ?? false}
          onFiles={onFiles}
          onMacros={macros && (() => editor.current?.insertSlash())}
        >
          {actions}
        </BottomLine>
      )}
      {drop.over && (
        <div className="pointer-events-none absolute inset-0 z-10 grid place-items-center rounded-control border-2 border-dashed border-accent bg-accent-soft font-medium text-accent-text">
          {t('ui.composer.dropHere')}
        </div>
      )}
    </div>
  );
}

type BottomLineProps = {
  disabled: boolean;
  onFiles: RichComposerProps['onFiles'];
  onMacros: (() => void) | undefined;
  children: ReactNode;
};

function BottomLine({ disabled, onFiles, onMacros, children }: BottomLineProps) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-center gap-1 px-2 pb-2">
      {onFiles && <AttachButton disabled={disabled} onFiles={onFiles} />}
      {onMacros && (
        <IconButton
          icon={Zap}
          label={t('ui.composer.openMacros')}
          disabled={disabled}
          // The field keeps the focus, and with it the caret.
          onMouseDown={(event) => event.preventDefault()}
          onClick={onMacros}
        />
      )}
      <div className="ms-auto flex min-w-0 flex-wrap items-center justify-end gap-2">
        {children}
      </div>
    </div>
  );
}

function AttachButton({
  disabled,
  onFiles,
}: {
  disabled: boolean;
  onFiles: (files: File[]) => void;
}) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <IconButton
        icon={Paperclip}
        label={t('ui.composer.attach')}
        disabled={disabled}
        onClick={() => input.current?.click()}
      />
    </>
  );
}

/** Escape gives the keyboard back to the page, so that its shortcuts are one key away; what was written stays. */
function leaveByEscape({ key, nativeEvent, target }: KeyboardEvent): void {
  if (key !== 'Escape' || nativeEvent.defaultPrevented || nativeEvent.isComposing) return;
  if (target instanceof HTMLElement && target.matches('[data-composer]')) target.blur();
}

function useFileDrop(onFiles: ((files: File[]) => void) | undefined) {
  const [over, setOver] = useState(false);
  if (!onFiles) return { over: false, events: {} };
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const events = {
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) =>
      !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false),
    onDropCapture: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(false);
      onFiles([...event.dataTransfer.files]);
    },
  };
  return { over, events };
}

/** Both, one below the other. */
function appended(before: ComposerContent, next: ComposerContent): ComposerContent {
  if (before.text === '') return next;
  const html = (content: ComposerContent) => content.html || textToHtml(content.text);
  return { text: `${before.text}\n${next.text}`, html: html(before) + html(next) };
}

const EMPTY: ComposerContent = { html: '', text: '' };
const FRAME =
  'relative flex min-w-0 flex-col rounded-control border transition-colors duration-75 focus-within:border-focus has-[[data-composer]:focus]:outline-2 has-[[data-composer]:focus]:-outline-offset-1 has-[[data-composer]:focus]:outline-focus';
