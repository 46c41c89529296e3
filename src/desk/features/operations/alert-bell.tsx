import { Link } from '@tanstack/react-router';
import { Bell } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CountBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useMay } from '../session-gate/queries.ts';
import { AlertLine } from './alert-line.tsx';
import { useAlertPreference } from './alert-preference.ts';
import { useAlerts, useMarkAlertsSeen } from './alert-queries.ts';
import { useAlertNotices } from './use-alert-notices.ts';

/** Alerts of supervisors in the top bar: how many are new, and the list of what is open. */
export function AlertBell() {
  return useMay('board:read') ? <SupervisorBell /> : null;
}

function SupervisorBell() {
  const { t } = useTranslation();
  const { data } = useAlerts();
  const { mutate: markSeen } = useMarkAlertsSeen();
  const [open, setOpen] = useState(false);
  useAlertNotices(data?.open);
  const unseen = data?.unseen ?? 0;
  const change = (next: boolean) => {
    setOpen(next);
    if (next && unseen > 0) markSeen();
  };
  const close = () => setOpen(false);
  return (
    <Popover
      open={open}
      onOpenChange={change}
      align="end"
      title={t('operations.alerts.bell')}
      trigger={
        <Button
          variant="ghost"
          aria-label={
            unseen > 0
              ? t('operations.alerts.bellCount', { count: unseen })
              : t('operations.alerts.bell')
          }
          className="relative px-1.5!"
        >
          <Bell aria-hidden />
          {unseen > 0 && (
            <span aria-hidden className="absolute -end-1 -top-1">
              <CountBadge count={unseen} tone="critical" />
            </span>
          )}
        </Button>
      }
    >
      <div className="flex flex-col gap-2">
        {data && data.open.length > 0 ? (
          <ul className="-mx-2 flex flex-col">
            {data.open.map((alert) => (
              <li key={alert.id}>
                <AlertLine alert={alert} onOpen={close} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-muted">{t('operations.alerts.empty')}</p>
        )}
        <div className="flex flex-col gap-2 border-t border-line pt-2">
          <NotifySwitch />
          <Link
            to="/operations"
            search={{ show: 'alerts' }}
            onClick={close}
            className="self-start text-accent-text hover:underline"
          >
            {t('operations.alerts.all')}
          </Link>
        </div>
      </div>
    </Popover>
  );
}

function NotifySwitch() {
  const { t } = useTranslation();
  const [notify, setNotify] = useAlertPreference();
  const denied = !('Notification' in window) || Notification.permission === 'denied';
  const choose = async (on: boolean) =>
    setNotify(on && (await Notification.requestPermission()) === 'granted');
  return (
    <Switch
      label={t('operations.alerts.notify')}
      hint={denied ? t('operations.alerts.notifyDenied') : undefined}
      disabled={denied}
      checked={notify && !denied}
      onCheckedChange={(on) => void choose(on)}
    />
  );
}
