import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerHoldings } from '../../../contracts/privacy.ts';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogClose } from '../../ui/dialog.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDeleteCustomer, useHoldings } from './queries.ts';

type DeleteCustomerProps = {
  customerId: string;
  name: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onExport: () => void;
};

/** Asks whether a customer is to be deleted, and says what that takes and what it leaves. */
export function DeleteCustomer({
  customerId,
  name,
  open,
  onOpenChange,
  onExport,
}: DeleteCustomerProps) {
  const { t } = useTranslation();
  const holdings = useHoldings(customerId, { enabled: open });
  return (
    <Dialog
      title={t('privacy.deleteTitle', { name })}
      description={t('privacy.lead')}
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <>
          <Button icon={Download} variant="ghost" className="me-auto" onClick={onExport}>
            {t('privacy.export')}
          </Button>
          <DialogClose render={<Button>{t('privacy.cancel')}</Button>} />
          <DeleteButton
            customerId={customerId}
            name={name}
            disabled={!holdings.data}
            onDone={() => onOpenChange(false)}
          />
        </>
      }
    >
      {holdings.isError ? (
        <ApiErrorState error={holdings.error} onRetry={() => void holdings.refetch()} />
      ) : holdings.data ? (
        <Outlook holdings={holdings.data} />
      ) : (
        <SkeletonRows rows={5} disc={false} />
      )}
    </Dialog>
  );
}

function DeleteButton({
  customerId,
  name,
  disabled,
  onDone,
}: Pick<DeleteCustomerProps, 'customerId' | 'name'> & { disabled: boolean; onDone: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { mutate, isPending } = useDeleteCustomer(customerId);
  const confirm = () =>
    mutate(undefined, {
      onSuccess: () => {
        onDone();
        toast.show({ title: t('privacy.done', { name }) });
      },
      onError: (error) =>
        toast.show({ title: t('privacy.failed'), detail: error.message, tone: 'critical' }),
    });
  return (
    <Button variant="danger" loading={isPending} disabled={disabled} onClick={confirm}>
      {t('privacy.confirm')}
    </Button>
  );
}

function Outlook({ holdings }: { holdings: CustomerHoldings }) {
  const { t } = useTranslation();
  const { sameAddress, ...counts } = holdings;
  return (
    <div className="flex flex-col gap-4">
      <Part title={t('privacy.goes')}>
        <li>{t('privacy.name')}</li>
        <li>{t('privacy.messages', { count: counts.messages })}</li>
        {counts.files > 0 && <li>{t('privacy.files', { count: counts.files })}</li>}
        <li>{t('privacy.rest')}</li>
      </Part>
      <Part title={t('privacy.happens')}>
        {counts.runningChats > 0 && <li>{t('privacy.chats', { count: counts.runningChats })}</li>}
        {counts.openTickets > 0 && <li>{t('privacy.open', { count: counts.openTickets })}</li>}
        {counts.waitingMails > 0 && <li>{t('privacy.mails', { count: counts.waitingMails })}</li>}
        <li>{t('privacy.again')}</li>
      </Part>
      <Part title={t('privacy.stays')}>
        <li>{t('privacy.frame', { count: counts.tickets })}</li>
        <li>{t('privacy.record')}</li>
        {sameAddress.length > 0 && (
          <li>
            {t('privacy.others', {
              count: sameAddress.length,
              tickets: sameAddress.map(({ ticketNumber }) => `#${ticketNumber}`).join(', '),
            })}
          </li>
        )}
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="font-medium">{title}</h3>
      <ul className="mt-1 list-disc ps-5 text-muted marker:text-subtle">{children}</ul>
    </section>
  );
}
