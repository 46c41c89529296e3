import { Phone } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../ui/commands.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';

const LogCallDialog = lazy(async () => ({
  default: (await import('./log-call-dialog.tsx')).LogCallDialog,
}));

/** Opens the phone log from everywhere: by its button, by `c`, from the palette. */
export function LogCallButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useShortcut('c', () => setOpen(true), { label: t('calls.title') });
  useCommands(
    useMemo(
      () => [
        {
          id: 'calls.log',
          group: t('commands.groups.desk'),
          icon: Phone,
          keys: 'c',
          label: t('calls.title'),
          run: () => setOpen(true),
        },
      ],
      [t],
    ),
  );
  return (
    <>
      <IconButton icon={Phone} label={t('calls.title')} keys="c" onClick={() => setOpen(true)} />
      {open && (
        <Suspense>
          <LogCallDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
