import { useNavigate, useSearch } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Approval } from '../../../../contracts/approvals.ts';
import { Panes } from '../../../shell/panes.tsx';
import { usePaneCount } from '../../../shell/use-pane-count.ts';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useShortcut } from '../../../ui/shortcuts.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { NotAllowed } from '../../session-gate/not-allowed.tsx';
import { useMay } from '../../session-gate/queries.ts';
import { usePageTitle } from '../../use-page-title.ts';
import { ApprovalDetail } from './approval-detail.tsx';
import { ApprovalRow } from './approval-row.tsx';
import { useApprovals } from './queries.ts';

/** What the assistant may only send with a person's yes, and what was decided. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  usePageTitle(t('assistant.tabs.approvals'));
  return useMay('approval:decide') ? <Approvals /> : <NotAllowed />;
}

function Approvals() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { which, one } = useSearch({ from: '/app/assistant/approvals' });
  const settled = which === 'settled';
  const list = useApprovals({ settled });
  const chosen = useChosen(list.data, { settled, one });
  // What was on screen as the page opened must not be approved by a stray Enter.
  const [byHand, setByHand] = useState(false);
  const open = (id: string | undefined) => {
    setByHand(true);
    void navigate({ to: '/assistant/approvals', search: { which, one: id }, replace: true });
  };
  useListKeys(list.data ?? [], chosen?.id, open);
  const next = () => {
    const rest = list.data?.filter(({ id, mayDecide }) => mayDecide && id !== chosen?.id) ?? [];
    open(rest[0]?.id);
  };
  return (
    <Panes
      storageKey="assistant.approvals"
      labels={{ list: t('approvals.list'), content: t('approvals.one'), details: '' }}
      onBack={() => open(undefined)}
      list={
        <>
          <Which settled={settled} />
          <div className="min-h-0 flex-1 overflow-y-auto">
            <Rows
              list={list}
              settled={settled}
              chosenId={chosen?.id}
              onChoose={() => setByHand(true)}
            />
          </div>
        </>
      }
      content={
        chosen ? (
          <ApprovalDetail key={chosen.id} approval={chosen} takesFocus={byHand} onDecided={next} />
        ) : null
      }
      placeholder={
        (list.data?.length ?? 0) > 0 && (
          <EmptyState className="flex-1">{t('approvals.choose')}</EmptyState>
        )
      }
    />
  );
}

/** The approval of the address, even if it has changed lists since; else the first where there is room. */
function useChosen(
  listed: readonly Approval[] | undefined,
  { settled, one }: { settled: boolean; one: string | undefined },
): Approval | undefined {
  const isWide = usePaneCount() > 1;
  const here = listed?.find(({ id }) => id === one);
  const isElsewhere = one !== undefined && listed !== undefined && here === undefined;
  const others = useApprovals({ settled: !settled, enabled: isElsewhere }).data;
  if (one === undefined) return isWide ? listed?.[0] : undefined;
  return here ?? (isElsewhere ? others?.find(({ id }) => id === one) : undefined);
}

function Rows({
  list,
  settled,
  chosenId,
  onChoose,
}: {
  list: ReturnType<typeof useApprovals>;
  settled: boolean;
  chosenId: string | undefined;
  onChoose: () => void;
}) {
  const { t } = useTranslation();
  if (list.isPending) return <SkeletonRows rows={5} disc={false} />;
  if (list.isError)
    return (
      <ApiErrorState
        error={list.error}
        onRetry={() => void list.refetch()}
        retrying={list.isFetching}
      />
    );
  if (list.data.length === 0)
    return (
      <EmptyState icon={CircleCheck}>
        {t(settled ? 'approvals.emptySettled' : 'approvals.empty')}
      </EmptyState>
    );
  return (
    <ul>
      {list.data.map((approval) => (
        <li key={approval.id}>
          <ApprovalRow
            approval={approval}
            settled={settled}
            isOpen={approval.id === chosenId}
            onChoose={onChoose}
          />
        </li>
      ))}
    </ul>
  );
}

function Which({ settled }: { settled: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <div
      role="group"
      aria-label={t('approvals.which')}
      className="flex min-h-11 shrink-0 items-center gap-1.5 border-b border-line px-3"
    >
      {[false, true].map((one) => (
        <Button
          key={String(one)}
          size="sm"
          variant={one === settled ? 'secondary' : 'ghost'}
          aria-pressed={one === settled}
          onClick={() =>
            void navigate({
              to: '/assistant/approvals',
              search: one ? { which: 'settled' } : {},
              replace: true,
            })
          }
        >
          {t(one ? 'approvals.settled' : 'approvals.waiting')}
        </Button>
      ))}
    </div>
  );
}

/** `j` and `k` go from one to the next. */
function useListKeys(
  listed: readonly Approval[],
  chosenId: string | undefined,
  open: (id: string) => void,
): void {
  const { t } = useTranslation();
  const group = t('approvals.shortcuts.group');
  const move = (step: number) => {
    const at = listed.findIndex(({ id }) => id === chosenId);
    const next = listed[Math.min(listed.length - 1, Math.max(0, at + step))];
    if (!next) return;
    open(next.id);
    document
      .querySelector(`[data-approval-row="${next.id}"]`)
      ?.scrollIntoView({ block: 'nearest' });
  };
  useShortcut('j', () => move(1), { label: t('approvals.shortcuts.next'), group });
  useShortcut('k', () => move(-1), { label: t('approvals.shortcuts.previous'), group });
}
