import { Phone as PhoneIcon } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../ui/commands.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { useMyCall, type MyRunningCall } from './queries.ts';
import { RunningCallButton } from './running-call-button.tsx';

const LogCallDialog = lazy(async () => ({
  default: (await import('./log-call-dialog.tsx')).LogCallDialog,
}));

/** What the dialog is open for: a call to note, or the one that ends now. */
type Opened = { readonly call: MyRunningCall | null; readonly hungUpMs: number };

/** The phone, from everywhere: by its button, by `c`, from the palette. While a call runs it shows for how long. */
export function Phone() {
  const { t } = useTranslation();
  const { data: call = null } = useMyCall();
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = () => setOpened({ call, hungUpMs: Date.now() });
  const label = call ? t('calls.running.end') : t('calls.title');
  useShortcut('c', open, { label });
  useCommands(
    useMemo(
      () => [
        {
          id: 'calls.log',
          group: t('commands.groups.desk'),
          icon: PhoneIcon,
          keys: 'c',
          label,
          run: () => setOpened({ call, hungUpMs: Date.now() }),
        },
      ],
      [t, label, call],
    ),
  );
  return (
    <>
      {call ? (
        <RunningCallButton call={call} onEnd={open} />
      ) : (
        <IconButton icon={PhoneIcon} label={label} keys="c" onClick={open} />
      )}
      {opened && (
        <Suspense>
          <LogCallDialog {...opened} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  );
}
