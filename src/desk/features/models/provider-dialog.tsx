import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelProvider, ModelPurpose } from '../../../contracts/models.ts';
import { fieldErrors, isApiProblem } from '../../lib/api-problem.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogClose } from '../../ui/dialog.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useToast } from '../../ui/toast.tsx';
import { bodyOf, draftOf, isComplete } from './provider-draft.rules.ts';
import { LimitFields, PlaceFields } from './provider-fields.tsx';
import { useSaveProvider } from './queries.ts';

/** Props of {@link ProviderDialog}. */
export type ProviderDialogProps = {
  purpose: ModelPurpose;
  provider: ModelProvider | undefined;
  currency: string;
  onClose: () => void;
};

/** Where a model is, what it costs and how much of it may be used. */
export function ProviderDialog({ purpose, provider, currency, onClose }: ProviderDialogProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const [draft, setDraft] = useState(() => draftOf(provider, purpose));
  const save = useSaveProvider(purpose);
  const problems = fieldErrors(save.error);
  const other = save.error && Object.keys(problems).length === 0 ? save.error : null;
  const change = (more: Partial<typeof draft>) => setDraft((known) => ({ ...known, ...more }));
  const submit = () =>
    save.mutate(bodyOf(draft), {
      onSuccess: () => {
        toast.show({ title: t('models.saved') });
        onClose();
      },
    });
  return (
    <Dialog
      open
      width="md"
      title={t('models.dialog', { purpose: t(`models.purposes.${purpose}.title`).toLowerCase() })}
      onOpenChange={onClose}
      footer={
        <>
          <DialogClose render={<Button>{t('models.cancel')}</Button>} />
          <Button
            type="submit"
            form="model-provider"
            variant="primary"
            disabled={!isComplete(draft)}
            loading={save.isPending}
          >
            {t('models.save')}
          </Button>
        </>
      }
    >
      <form
        id="model-provider"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (isComplete(draft)) submit();
        }}
      >
        {other && (
          <Banner tone="critical">
            {isApiProblem(other) ? other.problem.detail : other.message}
          </Banner>
        )}
        <PlaceFields purpose={purpose} draft={draft} problems={problems} onChange={change} />
        <LimitFields
          purpose={purpose}
          draft={draft}
          problems={problems}
          currency={currency}
          onChange={change}
        />
        <Switch
          label={t('models.enabled')}
          hint={t('models.enabledHint')}
          checked={draft.enabled}
          onCheckedChange={(enabled) => change({ enabled })}
        />
      </form>
    </Dialog>
  );
}
