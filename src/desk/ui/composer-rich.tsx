import Placeholder from '@tiptap/extension-placeholder';
import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useImperativeHandle, useRef } from 'react';
import { plainTextOf } from '../lib/plain-text.ts';
import { textToHtml } from '../lib/slash-query.ts';
import { listAria, pastedFiles, type EditorProps } from './composer-editor.ts';
import { ComposerToolbar } from './composer-toolbar.tsx';

/** In place of the words in sight: whatever comes next is a change. */
const SET = '\0';

/** The styled editor of the composer: bold, italic, lists, code, links. Ctrl or Command Enter sends. */
export function ComposerRich(props: EditorProps) {
  const { handle, label, placeholder, content, disabled, list } = props;
  const latest = useRef(props);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    latest.current = props;
  });
  const editor = useEditor({
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
    onUpdate: ({ editor: changed }) => {
      const next = contentOf(changed);
      const text = next.text.trim();
      // What the editor puts in order by itself, such as a line after a list, is nobody's change.
      const isItself = !changed.isFocused && text === (shown.current ?? text);
      shown.current = text;
      if (isItself) return;
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
    set: (next) => {
      shown.current = SET;
      editor.commands.setContent(next.html || textToHtml(next.text), { emitUpdate: true });
    },
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
