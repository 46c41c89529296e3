import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelCallRecord } from '../../../contracts/models.ts';
import { formatNumber } from '../../lib/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Time } from '../../ui/time.tsx';
import { formatMoney } from './money.ts';

/** The last calls: what was asked, how it ended, what it took. */
export function CallTable({
  calls,
  currency,
}: {
  calls: readonly ModelCallRecord[];
  currency: string;
}) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<ModelCallRecord | null>(null);
  const columns = useColumns(currency, calls.some(hasText) ? setShown : null);
  return (
    <>
      <DataTable
        caption={t('models.calls')}
        rows={calls}
        keyOf={({ id }) => id}
        empty={<EmptyState>{t('models.callsEmpty')}</EmptyState>}
        className="max-w-5xl [&_table]:min-w-[46rem]"
        columns={columns}
      />
      {shown && (
        <Dialog open width="lg" title={t('models.textTitle')} onOpenChange={() => setShown(null)}>
          <Text title={t('models.sent')} text={shown.sent} />
          <Text title={t('models.received')} text={shown.received} />
        </Dialog>
      )}
    </>
  );
}

function hasText({ sent }: ModelCallRecord): boolean {
  return sent !== null;
}

function useColumns(
  currency: string,
  onShow: ((call: ModelCallRecord) => void) | null,
): Column<ModelCallRecord>[] {
  const { t, i18n } = useTranslation();
  const number = (value: number, digits = 0) => formatNumber(value, i18n.language, digits);
  return [
    { id: 'at', header: t('models.columns.at'), width: '7rem', cell: ({ at }) => <Time at={at} /> },
    {
      id: 'what',
      header: t('models.columns.what'),
      width: '8rem',
      cell: ({ prompt, promptVersion }) => t('models.prompt', { prompt, version: promptVersion }),
    },
    {
      id: 'model',
      header: t('models.columns.model'),
      width: '10rem',
      cell: ({ model }) => <span title={model}>{model}</span>,
    },
    { id: 'result', header: t('models.columns.result'), cell: (call) => <Result call={call} /> },
    {
      id: 'latency',
      header: t('models.columns.latency'),
      width: '5rem',
      align: 'end',
      cell: ({ latencyMs }) => (latencyMs === null ? '' : `${number(latencyMs / 1_000, 2)} s`),
    },
    {
      id: 'tokens',
      header: t('models.columns.tokens'),
      width: '5.5rem',
      align: 'end',
      cell: ({ tokensIn, tokensOut }) => number(tokensIn + tokensOut),
    },
    {
      id: 'cost',
      header: t('models.columns.cost'),
      width: '6rem',
      align: 'end',
      cell: ({ cost }) => formatMoney(cost, currency, i18n.language),
    },
    ...(onShow === null
      ? []
      : [
          {
            id: 'text',
            header: t('models.columns.text'),
            headerHidden: true,
            width: '6.5rem',
            align: 'end' as const,
            cell: (call: ModelCallRecord) =>
              hasText(call) && (
                <Button size="sm" variant="ghost" onClick={() => onShow(call)}>
                  {t('models.show')}
                </Button>
              ),
          },
        ]),
  ];
}

function Result({ call: { result, error, attempts } }: { call: ModelCallRecord }) {
  const { t } = useTranslation();
  const tone = result === 'ok' ? 'positive' : result === 'running' ? 'neutral' : 'caution';
  const words = [error, attempts > 1 ? t('models.attempts', { count: attempts }) : null]
    .filter((part) => part !== null)
    .join(' · ');
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Badge tone={tone} variant="plain" dot className="shrink-0">
        {t(`models.results.${result}`)}
      </Badge>
      {words !== '' && (
        <span className="truncate text-meta text-subtle" title={words}>
          {words}
        </span>
      )}
    </span>
  );
}

function Text({ title, text }: { title: string; text: string | null }) {
  return (
    <section className="mb-4">
      <h3 className="mb-1 font-medium">{title}</h3>
      <pre className="max-h-80 overflow-auto whitespace-pre-wrap break-words rounded-control bg-sunken p-3 text-meta">
        {text}
      </pre>
    </section>
  );
}
