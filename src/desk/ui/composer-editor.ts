import type { RefObject } from 'react';
import type { ComposerContent } from './rich-composer.tsx';

/** What both editors let the composer do. */
export type EditorHandle = {
  focus: () => void;
  /** Puts something at the caret; the plain editor takes its text, the styled one its HTML if it has any. */
  insert: (content: ComposerContent) => void;
  /** Writes the slash that opens the list of macros, as a word of its own. */
  insertSlash: () => void;
  /** Takes `count` characters before the caret away and puts `text` there. */
  replaceBack: (count: number, text: string) => void;
  set: (content: ComposerContent) => void;
};

/** What both editors are given. */
export type EditorProps = {
  handle: RefObject<EditorHandle | null>;
  label: string;
  placeholder: string | undefined;
  content: ComposerContent;
  disabled: boolean;
  onChange: (content: ComposerContent) => void;
  /** The text of the line before the caret, after each move. */
  onCaret: (before: string) => void;
  onSubmit: () => void;
  onFiles: ((files: File[]) => void) | undefined;
  /** The open list of macros, to be tied to the field. */
  list: { id: string; activeId: string | undefined } | null;
};

/** Files in a paste, unless there is text too: a copied table brings a picture of itself along. */
export function pastedFiles(data: DataTransfer | null): File[] {
  if (!data || data.types.includes('text/plain')) return [];
  return [...data.files];
}

/** ARIA that ties the field to the list of macros while it is open. */
export function listAria(list: EditorProps['list']): Record<string, string> {
  if (!list) return {};
  return {
    'aria-controls': list.id,
    'aria-haspopup': 'listbox',
    ...(list.activeId && { 'aria-activedescendant': list.activeId }),
  };
}
