import { useTranslation } from 'react-i18next';
import type { Autonomy, CategoryPolicy } from '../../../../contracts/assistant.ts';
import { formatPercent } from '../../../lib/format.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import type { Tone } from '../../../ui/tones.ts';
import { keyOf, useHandOverPlaces } from './places.ts';

/** A rule in the list; `at` says where it stands in the policy. */
export type RuleLine = { name: string; at: string; rule: CategoryPolicy; isWrong: boolean };

const TONES: Record<Autonomy, Tone> = {
  off: 'neutral',
  shadow: 'info',
  draft: 'caution',
  auto: 'assistant',
};

/** The rules side by side; each opens. */
export function RuleTable({
  lines,
  mayWrite,
  onOpen,
}: {
  lines: readonly RuleLine[];
  mayWrite: boolean;
  onOpen: (line: RuleLine) => void;
}) {
  const { t, i18n } = useTranslation();
  const places = useHandOverPlaces();
  const columns: Column<RuleLine>[] = [
    {
      id: 'category',
      header: t('policy.columns.category'),
      cell: ({ name }) => (
        <bdi className="font-medium" title={name}>
          {name}
        </bdi>
      ),
    },
    {
      id: 'autonomy',
      header: t('policy.columns.autonomy'),
      width: '7rem',
      cell: ({ rule: { autonomy } }) => (
        <Badge tone={TONES[autonomy]}>{t(`policy.autonomies.${autonomy}.label`)}</Badge>
      ),
    },
    {
      id: 'answerFrom',
      header: t('policy.columns.answerFrom'),
      width: '7.5rem',
      align: 'end',
      cell: ({ rule }) => formatPercent(rule.answerFrom, i18n.language),
    },
    {
      id: 'approval',
      header: t('policy.columns.approval'),
      width: '10rem',
      cell: ({ rule: { approval, approveBelow } }) =>
        approval === 'unsure'
          ? `< ${formatPercent(approveBelow, i18n.language)}`
          : t(`policy.approvalKinds.${approval}`),
    },
    {
      id: 'rollOut',
      header: t('policy.columns.rollOut'),
      width: '5rem',
      align: 'end',
      cell: ({ rule }) => formatPercent(rule.rollOut / 100, i18n.language),
    },
    {
      id: 'handOverTo',
      header: t('policy.columns.handOverTo'),
      width: '13rem',
      cell: ({ rule: { handOverTo } }) =>
        handOverTo === null
          ? t('policy.byQueues')
          : (places.find(({ value }) => value === keyOf(handOverTo))?.label ?? t('policy.unknown')),
    },
    {
      id: 'acts',
      header: t('policy.columns.acts'),
      headerHidden: true,
      width: '5.5rem',
      align: 'end',
      cell: (line) => (
        <Button
          size="sm"
          variant={line.isWrong ? 'danger' : 'secondary'}
          aria-label={`${t(mayWrite ? 'policy.edit' : 'policy.look')}: ${line.name}`}
          onClick={() => onOpen(line)}
        >
          {t(mayWrite ? 'policy.edit' : 'policy.look')}
        </Button>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('policy.rulesTable')}
      columns={columns}
      rows={lines}
      keyOf={({ at }) => at}
    />
  );
}
