import { Command } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.tsx';

/** Opens the command palette by its own shortcut. */
export function PaletteButton() {
  const { t } = useTranslation();
  const open = () =>
    window.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, cancelable: true }),
    );
  return <IconButton icon={Command} label={t('commands.search')} keys="mod+k" onClick={open} />;
}
