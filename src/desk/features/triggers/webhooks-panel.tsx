import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../../contracts/webhooks.ts';
import { fieldErrors } from '../../lib/api-problem.ts';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Time } from '../../ui/time.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useMay } from '../session-gate/queries.ts';
import { FailedDeliveries } from './failed-deliveries.tsx';
import {
  useAddWebhook,
  useDeleteWebhook,
  useWebhooks,
  useWebhookSecret,
} from './webhook-queries.ts';

/** Addresses that rules call, and the calls that failed for good. */
export function WebhooksPanel() {
  const { t } = useTranslation();
  const mayWrite = useMay('trigger:write');
  const webhooks = useWebhooks();
  if (webhooks.isError)
    return <ApiErrorState error={webhooks.error} onRetry={() => void webhooks.refetch()} />;
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-message text-muted">{t('triggers.webhooks.lead')}</p>
      {mayWrite && <AddWebhook />}
      <DataTable
        caption={t('triggers.webhooks.caption')}
        rows={webhooks.data ?? []}
        keyOf={({ id }) => id}
        empty={
          webhooks.isPending ? (
            <SkeletonRows disc={false} />
          ) : (
            <EmptyState>{t('triggers.webhooks.empty')}</EmptyState>
          )
        }
        className="[&_table]:min-w-[40rem]"
        columns={[
          {
            id: 'name',
            header: t('triggers.webhooks.name'),
            width: '10rem',
            cell: ({ name }) => name,
          },
          { id: 'url', header: t('triggers.webhooks.url'), cell: ({ url }) => url },
          {
            id: 'sent',
            header: t('triggers.webhooks.lastSent'),
            width: '8rem',
            cell: ({ lastSentAt }) =>
              lastSentAt === null ? t('triggers.webhooks.never') : <Time at={lastSentAt} />,
          },
          {
            id: 'acts',
            header: t('triggers.webhooks.acts'),
            headerHidden: true,
            width: '14rem',
            align: 'end',
            cell: (webhook) => mayWrite && <Acts webhook={webhook} />,
          },
        ]}
      />
      <FailedDeliveries />
    </div>
  );
}

function AddWebhook() {
  const { t } = useTranslation();
  const add = useAddWebhook();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const problems = fieldErrors(add.error);
  return (
    <form
      className="flex flex-wrap items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const clear = () => {
          setName('');
          setUrl('');
        };
        add.mutate({ name, url }, { onSuccess: clear });
      }}
    >
      <Field label={t('triggers.webhooks.name')} error={problems['name']} className="w-44">
        <TextField maxLength={120} value={name} onValueChange={setName} />
      </Field>
      <Field
        label={t('triggers.webhooks.url')}
        hint={t('triggers.webhooks.urlHint')}
        error={problems['url']}
        className="min-w-64 flex-1"
      >
        <TextField
          type="url"
          maxLength={2_000}
          placeholder="https://"
          value={url}
          onValueChange={setUrl}
        />
      </Field>
      <Button
        type="submit"
        className="mt-6"
        disabled={name.trim() === '' || url.trim() === ''}
        loading={add.isPending}
      >
        {t('triggers.webhooks.add')}
      </Button>
    </form>
  );
}

function Acts({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const toast = useToast();
  const remove = useDeleteWebhook();
  const secret = useWebhookSecret();
  const onError = (error: Error) =>
    toast.show({ title: t('triggers.webhooks.failed'), detail: error.message, tone: 'critical' });
  return (
    <span className="inline-flex gap-1">
      <Button
        size="sm"
        variant="ghost"
        loading={secret.isPending}
        onClick={() => secret.mutate(webhook.id, { onError })}
      >
        {t('triggers.webhooks.secret')}
      </Button>
      <ConfirmButton
        size="sm"
        variant="ghost"
        loading={remove.isPending}
        confirmLabel={t('triggers.webhooks.removeConfirm')}
        onConfirm={() => remove.mutate(webhook.id, { onError })}
      >
        {t('triggers.webhooks.remove')}
      </ConfirmButton>
      {secret.data && (
        <Dialog
          open
          title={t('triggers.webhooks.secretTitle', { name: webhook.name })}
          description={t('triggers.webhooks.secretLead')}
          onOpenChange={() => secret.reset()}
        >
          <TextField
            readOnly
            aria-label={t('triggers.webhooks.secretTitle', { name: webhook.name })}
            value={secret.data.secret}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Dialog>
      )}
    </span>
  );
}
