import { PhoneCall } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/clock.tsx';
import { customerName } from '../../lib/customer-name.ts';
import { formatCountdown } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import type { MyRunningCall } from './queries.ts';

/** How long one has been on the phone, with whom, and the way to end it. */
export function RunningCallButton({ call, onEnd }: { call: MyRunningCall; onEnd: () => void }) {
  const { t } = useTranslation();
  const now = useNow();
  const name = useCallerName(call);
  const label = name ? t('calls.running.endWith', { name }) : t('calls.running.end');
  return (
    <Button variant="primary" icon={PhoneCall} aria-label={label} title={label} onClick={onEnd}>
      <span className="inline-flex items-center gap-2">
        <span role="timer" aria-live="off" className="tabular-nums">
          {formatCountdown(now - call.startedMs)}
        </span>
        {name && (
          <bdi className="inline-block max-w-32 truncate font-normal max-pane2:hidden">{name}</bdi>
        )}
        <span className="border-s border-current/40 ps-2 max-pane2:hidden">
          {t('calls.running.end')}
        </span>
      </span>
    </Button>
  );
}

/** Who calls, as far as it is known. */
export function useCallerName({ customer, caller }: MyRunningCall): string | null {
  const { t } = useTranslation();
  if (customer) return customerName(customer, t('ui.visitor'));
  return caller ? (caller.name ?? caller.phone ?? caller.email) : null;
}
