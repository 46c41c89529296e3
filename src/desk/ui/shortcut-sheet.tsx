import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shortcut } from '../lib/shortcut-registry.ts';
import { Dialog } from './dialog.tsx';
import { KeyHint } from './key-hint.tsx';
import { useShortcut, useShortcuts } from './shortcuts.tsx';

/** All shortcuts in force, by group; opened by `?`. Mounted once. */
export function ShortcutSheet() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useShortcut('?', () => setOpen(true), { label: t('ui.shortcuts.show') });
  return (
    <Dialog title={t('ui.shortcuts.title')} open={open} onOpenChange={setOpen} width="lg">
      <ShortcutList />
    </Dialog>
  );
}

/** The list itself, for the sheet and for help pages. */
export function ShortcutList() {
  const { t } = useTranslation();
  const groups = Map.groupBy(
    withoutShadowed(useShortcuts()),
    (shortcut) => shortcut.group ?? t('ui.shortcuts.general'),
  );
  return (
    <div className="grid gap-x-8 gap-y-4 pane2:grid-cols-2">
      {[...groups].map(([group, shortcuts]) => (
        <section key={group}>
          <h3 className="mb-1 text-meta font-medium text-subtle">{group}</h3>
          <ul>
            {shortcuts.map((shortcut) => (
              <li
                key={shortcut.keys}
                className="flex min-h-row items-center justify-between gap-3 border-b border-line last:border-0"
              >
                <span className="min-w-0 truncate">{shortcut.label}</span>
                <KeyHint keys={shortcut.keys} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Of two with the same keys only the later one would run. */
function withoutShadowed(shortcuts: readonly Shortcut[]): Shortcut[] {
  return [...new Map(shortcuts.map((shortcut) => [shortcut.keys, shortcut])).values()];
}
