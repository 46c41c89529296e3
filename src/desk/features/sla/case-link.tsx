import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AttainmentRow, AttainmentVerdict } from '../../../contracts/sla-attainment.ts';
import { formatNumber } from '../../lib/format.ts';

/** A count that leads to the cases behind it; zero leads nowhere. */
export function CaseLink({ row, verdict }: { row: AttainmentRow; verdict: AttainmentVerdict }) {
  const { t, i18n } = useTranslation();
  const count = row.judged[verdict];
  if (count === 0) return <span className="text-subtle tabular-nums">0</span>;
  const name = `${row.policyName}, ${t(`sla.metric.${row.metric}`)}`;
  return (
    <Link
      to="/operations"
      search={(before) => ({
        ...before,
        show: 'promises' as const,
        policy: row.policyId,
        metric: row.metric,
        verdict,
      })}
      aria-label={t('sla.attainment.see', { name, what: t(`sla.attainment.${verdict}`), count })}
      className={
        verdict === 'breached'
          ? 'font-medium text-critical tabular-nums underline-offset-2 hover:underline'
          : 'tabular-nums underline-offset-2 hover:underline'
      }
    >
      {formatNumber(count, i18n.language)}
    </Link>
  );
}
