import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../ui/key-hint.tsx';

/** Looks like a search field and opens the command palette by its own shortcut. */
export function PaletteButton() {
  const { t } = useTranslation();
  const open = () =>
    window.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, cancelable: true }),
    );
  return (
    <button
      type="button"
      onClick={open}
      className="flex h-control w-full max-w-72 items-center gap-2 rounded-control border border-line bg-surface px-2 text-muted hover:border-line-strong hover:text-text"
    >
      <Search aria-hidden className="text-subtle" />
      <span className="min-w-0 flex-1 truncate text-start">{t('commands.search')}</span>
      <span className="max-pane2:hidden">
        <KeyHint keys="mod+k" />
      </span>
    </button>
  );
}
