import type { LucideIcon } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../ui/commands.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';

/** An act on the opened ticket. */
export type TicketAct = {
  keys: string;
  label: string;
  icon: LucideIcon;
  run: () => void;
  enabled?: boolean | undefined;
};

/** Puts an act under its key and into the command palette. */
export function useTicketAct({ keys, label, icon, run, enabled = true }: TicketAct): void {
  const { t } = useTranslation();
  const group = t('ticket.shortcuts.group');
  const latest = useRef(run);
  latest.current = run;
  useShortcut(keys, run, { label, group, enabled });
  useCommands(
    useMemo(() => {
      // After the palette has closed and given the focus back.
      const later = () => window.setTimeout(() => latest.current(), 150);
      return enabled ? [{ id: `ticket.act.${keys}`, group, label, icon, keys, run: later }] : [];
    }, [enabled, keys, group, label, icon]),
  );
}
