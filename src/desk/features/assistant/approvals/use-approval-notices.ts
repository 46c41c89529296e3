import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useClock } from '../../../lib/clock.tsx';
import { formatDuration } from '../../../lib/format.ts';
import { useAnnounce } from '../../../ui/live-region.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useOfferPreference } from '../../offers/preferences.ts';
import { useMay } from '../../session-gate/queries.ts';
import { useApprovals } from './queries.ts';

/** How many approvals wait for the one who is signed in. */
export function useWaitingCount(): number {
  const { data } = useApprovals({ enabled: useMay('approval:decide') });
  return data?.filter(({ mayDecide }) => mayDecide).length ?? 0;
}

/** Tells whoever may decide of each new approval, once: read out, shown, and by notification where chosen. */
export function useApprovalNotices(): void {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const { show } = useToast();
  const clock = useClock();
  const navigate = useNavigate();
  const [notify] = useOfferPreference('notify');
  const { data } = useApprovals({ enabled: useMay('approval:decide') });
  // What waited when the desk was opened is counted in the rail; only what comes after is told.
  const told = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (data === undefined) return;
    const mine = data.filter(({ mayDecide }) => mayDecide);
    const known = told.current;
    told.current = new Set([...(known ?? []), ...mine.map(({ id }) => id)]);
    if (known === null) return;
    for (const { id, customer, decision, deadlineAt } of mine.filter((one) => !known.has(one.id))) {
      const name = customer.name ?? customer.email ?? t('approvals.someone');
      const { subject } = decision;
      const span = formatDuration(Date.parse(deadlineAt) - clock.now());
      announce(t('approvals.announced', { name, subject, span }), 'assertive');
      const open = () => void navigate({ to: '/assistant/approvals', search: { one: id } });
      show({
        title: t('approvals.toast', { name }),
        detail: subject,
        action: { label: t('approvals.look'), onPress: open },
      });
      if (notify && document.hidden && Notification.permission === 'granted')
        notifyOf(t('approvals.toast', { name }), { body: subject, tag: id }, open);
    }
  }, [data, announce, show, clock, navigate, notify, t]);
}

function notifyOf(title: string, options: NotificationOptions, open: () => void): void {
  const notification = new Notification(title, options);
  notification.addEventListener('click', () => {
    window.focus();
    open();
    notification.close();
  });
}
