import { useTranslation } from 'react-i18next';
import type { Expected, Proposal } from '../../../../contracts/learning.ts';
import { formatPercent } from '../../../lib/format.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useMay } from '../../session-gate/queries.ts';
import { useDecide } from '../queries.ts';
import { useFailure } from '../use-failure.ts';

/** A threshold that outcomes speak for, with what it would change. */
export function ProposalItem({ proposal }: { proposal: Proposal }) {
  const { t, i18n } = useTranslation();
  const { category, change, expected } = proposal;
  const percent = (share: number) => formatPercent(share, i18n.language);
  const lowers = change.to < change.from;
  return (
    <li className="rounded-control border border-assistant-line">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2.5">
        <Badge tone="assistant">
          {t(lowers ? 'learning.proposals.lower' : 'learning.proposals.raise')}
        </Badge>
        <h2 className="min-w-0 flex-[1_1_16rem]">
          <span className="font-semibold">
            {t('learning.proposals.change', {
              category: category ?? t('learning.everything'),
              to: percent(change.to),
            })}
          </span>{' '}
          <span className="text-muted">
            {t('learning.proposals.instead', { from: percent(change.from) })}
          </span>
        </h2>
        <Acts proposal={proposal} />
      </div>
      <div className="px-4 py-3">
        <table className="border-separate border-spacing-x-0 tabular-nums">
          <thead className="text-meta text-subtle">
            <tr>
              <th scope="col" className="sr-only">
                {t('learning.proposals.threshold')}
              </th>
              <th scope="col" className="pe-6 text-start font-medium">
                {t('learning.proposals.coverage')}
              </th>
              <th scope="col" className="text-start font-medium">
                {t('learning.proposals.precision')}
              </th>
            </tr>
          </thead>
          <tbody>
            <ExpectedRow name={t('learning.proposals.now')} expected={expected.from} />
            <ExpectedRow name={t('learning.proposals.afterwards')} expected={expected.to} />
          </tbody>
        </table>
        <p className="mt-2 text-meta text-subtle">{t('learning.proposals.basis', expected.to)}</p>
      </div>
    </li>
  );
}

function ExpectedRow({
  name,
  expected: { coverage, precision, low, high },
}: {
  name: string;
  expected: Expected;
}) {
  const { t, i18n } = useTranslation();
  const percent = (share: number) => formatPercent(share, i18n.language);
  return (
    <tr>
      <th scope="row" className="pe-6 text-start font-normal text-muted">
        {name}
      </th>
      <td className="pe-6 font-medium">{percent(coverage)}</td>
      <td>
        <span className="font-medium">{precision === null ? '–' : percent(precision)}</span>{' '}
        {precision !== null && (
          <span className="text-subtle">
            ({t('learning.range', { low: percent(low), high: percent(high) })})
          </span>
        )}
      </td>
    </tr>
  );
}

function Acts({ proposal: { id, change } }: { proposal: Proposal }) {
  const { t, i18n } = useTranslation();
  const toast = useToast();
  const onError = useFailure();
  const decide = useDecide();
  if (!useMay('assistant:write')) return null;
  const act = (accept: boolean) =>
    decide.mutate(
      { id, accept },
      {
        onError,
        onSuccess: () =>
          toast.show({
            title: accept
              ? t('learning.proposals.accepted', {
                  to: formatPercent(change.to, i18n.language),
                })
              : t('learning.proposals.dismissed'),
            tone: accept ? 'positive' : 'neutral',
          }),
      },
    );
  return (
    <div className="flex gap-2">
      <Button variant="ghost" disabled={decide.isPending} onClick={() => act(false)}>
        {t('learning.proposals.dismiss')}
      </Button>
      <Button variant="primary" loading={decide.isPending} onClick={() => act(true)}>
        {t('learning.proposals.accept')}
      </Button>
    </div>
  );
}
