import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiKey } from '../../../contracts/api.ts';
import { fieldErrors } from '../../lib/api-problem.ts';
import { Section } from '../../shell/page.tsx';
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
import { CopyLine } from '../mail/copy-line.tsx';
import { useAddApiKey, useApiKeys, useRevokeApiKey } from './queries.ts';

/** Keys with which other programs open tickets. */
export function ApiKeySettings() {
  const { t } = useTranslation();
  const keys = useApiKeys();
  if (keys.isError) return <ApiErrorState error={keys.error} onRetry={() => void keys.refetch()} />;
  return (
    <Section title={t('apiKeys.title')} lead={t('apiKeys.lead')}>
      <div className="flex flex-col gap-4">
        <AddKey />
        <DataTable
          caption={t('apiKeys.caption')}
          rows={keys.data ?? []}
          keyOf={({ id }) => id}
          empty={
            keys.isPending ? (
              <SkeletonRows disc={false} />
            ) : (
              <EmptyState>{t('apiKeys.empty')}</EmptyState>
            )
          }
          className="[&_table]:min-w-[40rem]"
          columns={[
            { id: 'name', header: t('apiKeys.name'), cell: ({ name }) => name },
            {
              id: 'start',
              header: t('apiKeys.start'),
              width: '9rem',
              cell: ({ start }) => <code className="font-mono text-meta">{start}…</code>,
            },
            {
              id: 'by',
              header: t('apiKeys.by'),
              width: '9rem',
              cell: ({ createdBy }) => createdBy ?? '',
            },
            {
              id: 'made',
              header: t('apiKeys.made'),
              width: '7rem',
              cell: ({ createdAt }) => <Time at={createdAt} />,
            },
            {
              id: 'used',
              header: t('apiKeys.used'),
              width: '7rem',
              cell: ({ lastUsedAt }) =>
                lastUsedAt === null ? t('apiKeys.never') : <Time at={lastUsedAt} />,
            },
            {
              id: 'acts',
              header: t('apiKeys.acts'),
              headerHidden: true,
              width: '7rem',
              align: 'end',
              cell: (key) => <Revoke apiKey={key} />,
            },
          ]}
        />
      </div>
    </Section>
  );
}

function AddKey() {
  const { t } = useTranslation();
  const add = useAddApiKey();
  const [name, setName] = useState('');
  const problems = fieldErrors(add.error);
  return (
    <form
      className="flex max-w-xl flex-wrap items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(name, { onSuccess: () => setName('') });
      }}
    >
      <Field
        label={t('apiKeys.name')}
        hint={t('apiKeys.nameHint')}
        error={problems['name']}
        className="min-w-56 flex-1"
      >
        <TextField maxLength={120} value={name} onValueChange={setName} />
      </Field>
      <Button type="submit" className="mt-6" disabled={name.trim() === ''} loading={add.isPending}>
        {t('apiKeys.add')}
      </Button>
      {add.data && <MadeKey made={add.data} onClose={() => add.reset()} />}
    </form>
  );
}

function MadeKey({ made, onClose }: { made: ApiKey & { key: string }; onClose: () => void }) {
  const { t } = useTranslation();
  const { origin } = window.location;
  return (
    <Dialog
      open
      title={t('apiKeys.madeTitle', { name: made.name })}
      description={t('apiKeys.madeLead')}
      onOpenChange={onClose}
    >
      <div className="flex flex-col gap-3">
        <CopyLine label={t('apiKeys.key')} text={made.key} />
        <h3 className="mt-2 font-medium">{t('apiKeys.tryTitle')}</h3>
        <p className="text-muted">{t('apiKeys.tryLead', { address: `${origin}/openapi.json` })}</p>
        <CopyLine label={t('apiKeys.request')} text={exampleRequest(origin, made.key)} />
      </div>
    </Dialog>
  );
}

/** A request to try a key with, for a shell. */
function exampleRequest(origin: string, key: string): string {
  const body = {
    reference: 'order-4711-late',
    customer: { email: 'kim@example.com', name: 'Kim' },
    subject: 'Order 4711 is late',
    text: 'Where is my parcel?',
  };
  return [
    `curl ${origin}/api/v1/tickets \\`,
    `  -H 'Authorization: Bearer ${key}' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(body)}'`,
  ].join('\n');
}

function Revoke({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation();
  const toast = useToast();
  const revoke = useRevokeApiKey();
  const onError = (error: Error) =>
    toast.show({ title: t('apiKeys.failed'), detail: error.message, tone: 'critical' });
  return (
    <ConfirmButton
      size="sm"
      variant="ghost"
      loading={revoke.isPending}
      confirmLabel={t('apiKeys.revokeConfirm')}
      onConfirm={() => revoke.mutate(apiKey.id, { onError })}
    >
      {t('apiKeys.revoke')}
    </ConfirmButton>
  );
}
