import { useTranslation } from 'react-i18next';
import type { AgentStatus } from '../../contracts/people.ts';
import { cx } from '../lib/cx.ts';

/** A dot whose shape as well as its colour tells the presence: full, half, striped, hollow. */
export function PresenceDot({
  presence,
  label,
  className,
}: {
  presence: AgentStatus;
  label?: 'hidden' | undefined;
  className?: string;
}) {
  const { t } = useTranslation();
  return (
    <svg
      viewBox="0 0 10 10"
      role={label === 'hidden' ? undefined : 'img'}
      aria-hidden={label === 'hidden'}
      className={cx('size-2.5 shrink-0', COLOURS[presence], className)}
    >
      {label !== 'hidden' && <title>{t(`ui.presence.${presence}`)}</title>}
      <circle
        cx="5"
        cy="5"
        r="4"
        fill={presence === 'online' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.75"
      />
      {presence === 'away' && <path d="M5 1a4 4 0 0 1 0 8z" fill="currentColor" />}
      {presence === 'transfers_only' && <path d="M1.5 5h7" stroke="currentColor" strokeWidth="2" />}
    </svg>
  );
}

const COLOURS: Record<AgentStatus, string> = {
  online: 'text-positive-solid',
  away: 'text-caution-solid',
  transfers_only: 'text-info-solid',
  offline: 'text-subtle',
};
