import { ArrowRight, LogOut } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../contracts/tickets.ts';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Skeleton, SkeletonGroup } from '../../ui/skeleton.tsx';
import { TextArea } from '../../ui/text-area.tsx';

import { useEndPreview, useEndSession } from './queries.ts';
import { useTicketAct } from './use-ticket-act.ts';

/** Ends the chat: says what will follow before it is done; `e` opens it. */
export function EndSession({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useTicketAct({
    keys: 'e',
    label: t('ticket.shortcuts.end'),
    icon: LogOut,
    run: () => setOpen(true),
  });
  const trigger = (
    <Button
      icon={LogOut}
      aria-label={t('ticket.end.button')}
      className="max-pane2:[&>span]:sr-only"
    >
      {t('ticket.end.button')}
    </Button>
  );
  return (
    <Popover
      trigger={trigger}
      title={t('ticket.end.title')}
      align="end"
      open={open}
      onOpenChange={setOpen}
    >
      <EndForm ticketId={ticket.id} onClose={() => setOpen(false)} />
    </Popover>
  );
}

function EndForm({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [farewell, setFarewell] = useState('');
  const preview = useEndPreview(ticketId, { enabled: true });
  const end = useEndSession(ticketId);
  // Failures are told by the banner below; the form is gone when it succeeded.
  const confirm = () =>
    void end.mutateAsync(farewell.trim() ? { farewell: farewell.trim() } : {}).then(
      () => {
        onClose();
        announce(`${t('ticket.end.done')}. ${preview.data?.sentence ?? ''}`);
      },
      () => undefined,
    );
  if (preview.isError)
    return (
      <ApiErrorState
        error={preview.error}
        onRetry={() => void preview.refetch()}
        className="py-2!"
      />
    );
  if (preview.data?.allowed === false) return <p>{preview.data.sentence}</p>;
  return (
    <div className="flex flex-col gap-3">
      <Field label={t('ticket.end.farewell')} hint={t('ticket.end.farewellHint')} optional>
        <TextArea
          value={farewell}
          onValueChange={setFarewell}
          rows={2}
          maxLength={4000}
          autoFocus
          dir="auto"
        />
      </Field>
      <div className="rounded-control border border-line bg-sunken px-3 py-2">
        <p className="flex items-center gap-1 text-meta font-medium text-muted">
          <ArrowRight aria-hidden className="size-3.5! rtl:-scale-x-100" /> {t('ticket.end.next')}
        </p>
        {preview.data ? (
          <p className="mt-0.5">{preview.data.sentence}</p>
        ) : (
          <SkeletonGroup className="mt-1.5 flex flex-col gap-1.5">
            <Skeleton className="h-3 w-full" />
            <Skeleton className="h-3 w-2/3" />
          </SkeletonGroup>
        )}
      </div>
      {end.isError && (
        <Banner tone="critical">{`${t('ticket.end.failed')}: ${end.error.message}`}</Banner>
      )}
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onClose}>
          {t('ticket.end.cancel')}
        </Button>
        <Button
          variant="primary"
          loading={end.isPending}
          disabled={!preview.data}
          onClick={confirm}
        >
          {t('ticket.end.confirm')}
        </Button>
      </div>
    </div>
  );
}
