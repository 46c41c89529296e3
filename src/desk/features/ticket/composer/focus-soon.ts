import type { RefObject } from 'react';
import type { ComposerHandle } from '../../../ui/rich-composer.tsx';

const EVERY_MS = 40;
const TRIES = 40;

/** Puts the focus into the composer as soon as its editor is there: another channel may bring another editor. */
export function focusSoon(editor: RefObject<ComposerHandle | null>, tries = TRIES): void {
  window.setTimeout(() => {
    editor.current?.focus();
    if (tries > 1 && !document.activeElement?.matches('[data-composer]'))
      focusSoon(editor, tries - 1);
  }, EVERY_MS);
}
