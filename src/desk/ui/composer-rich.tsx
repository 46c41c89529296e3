import Placeholder from '@tiptap/extension-placeholder';
import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useImperativeHandle, useRef } from 'react';
import { plainTextOf } from '../lib/plain-text.ts';
import { textToHtml } from '../lib/slash-query.ts';
import { listAria, pastedFiles, type EditorProps } from './composer-editor.ts';
import { ComposerSkeleton } from './composer-skeleton.tsx';
import { ComposerToolbar } from './composer-toolbar.tsx';

/** Marks what was put in from outside: a change, whether or not somebody is writing. */
const SET = 'set';

/** The styled editor of the composer: bold, italic, lists, code, links. Ctrl or Command Enter sends. */
export function ComposerRich(props: EditorProps) {
  const { label, content, disabled, list } = props;
  const latest = useRef(props);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    latest.current = props;
  });
  const editor = useEditor({
    // An editor that is made while rendering is thrown away with every rendering that is given up.
    immediatelyRender: false,
    extensions: [
      StarterKit.configure({
        heading: false,
        blockquote: false,
        horizontalRule: false,
        strike: false,
        underline: false,
        codeBlock: {},
        link: { openOnClick: false, defaultProtocol: 'https' },
      }),
      Placeholder.configure({ placeholder: () => latest.current.placeholder ?? '' }),
    ],
    content: content.html || textToHtml(content.text),
    editable: !disabled,
    onUpdate: ({ editor: changed, transaction }) => {
      const next = contentOf(changed);
      const text = next.text.trim();
      // What the editor puts in order by itself, such as a line after a list, is nobody's change.
      const isItself = !changed.isFocused && text === (shown.current ?? text);
      shown.current = text;
      if (isItself && !transaction.getMeta(SET)) return;
      latest.current.onChange(next);
      latest.current.onCaret(lineBeforeCaret(changed));
    },
    onSelectionUpdate: ({ editor: changed }) => latest.current.onCaret(lineBeforeCaret(changed)),
    onBlur: () => latest.current.onCaret(''),
    editorProps: {
      attributes: {
        'data-composer': '',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-disabled': String(disabled),
        ...listAria(list),
      },
      handlePaste: (_view, event) => takeFiles(latest.current, event),
      handleKeyDown: (_view, event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
        latest.current.onSubmit();
        return true;
      },
    },
  });
  return editor ? <MountedEditor {...props} editor={editor} /> : <ComposerSkeleton />;
}

function MountedEditor({
  editor,
  handle,
  placeholder,
  disabled,
}: EditorProps & { editor: Editor }) {
  useEffect(() => {
    editor.setEditable(!disabled, false);
  }, [editor, disabled]);
  useEffect(() => {
    // The placeholder is a decoration: an empty transaction draws it again.
    editor.view.dispatch(editor.state.tr);
  }, [editor, placeholder]);
  useImperativeHandle(handle, () => ({
    focus: () => editor.commands.focus(),
    insert: ({ text, html }) =>
      editor
        .chain()
        .focus()
        .insertContent(html || textToHtml(text))
        .run(),
    insertSlash: () => {
      const slash = /\S$/.test(lineBeforeCaret(editor)) ? ' /' : '/';
      editor.chain().focus().insertContent({ type: 'text', text: slash }).run();
    },
    replaceBack: (count, text) => {
      const { from } = editor.state.selection;
      editor
        .chain()
        .focus()
        .deleteRange({ from: from - count, to: from })
        .insertContent(inlineOrBlocks(text))
        .run();
    },
    set: ({ text, html }) =>
      editor
        .chain()
        .setContent(html || textToHtml(text), { emitUpdate: true })
        .setMeta(SET, true)
        .run(),
  }));
  return (
    <div>
      {!disabled && <ComposerToolbar editor={editor} />}
      <EditorContent
        editor={editor}
        className="composer-text max-h-[var(--composer-max)] overflow-y-auto px-3 py-2 text-message"
      />
    </div>
  );
}

function contentOf(editor: Editor) {
  return editor.isEmpty
    ? { html: '', text: '' }
    : { html: editor.getHTML(), text: plainTextOf(editor.getJSON()) };
}

function lineBeforeCaret(editor: Editor): string {
  const { $from, empty } = editor.state.selection;
  return empty ? $from.parent.textBetween(0, $from.parentOffset, '\n', ' ') : '';
}

/** One line goes into the sentence; several become paragraphs. */
function inlineOrBlocks(text: string) {
  return text.includes('\n') ? textToHtml(text) : { type: 'text', text };
}

function takeFiles({ onFiles }: EditorProps, event: ClipboardEvent): boolean {
  const files = onFiles ? pastedFiles(event.clipboardData) : [];
  if (files.length > 0) onFiles?.(files);
  return files.length > 0;
}
