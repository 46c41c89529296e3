import { useNavigate } from '@tanstack/react-router';
import { Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Gap } from '../../../../contracts/learning.ts';
import { Button } from '../../../ui/button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useMay } from '../../session-gate/queries.ts';
import { useDraftGap, useSettleGap } from '../queries.ts';
import { useFailure } from '../use-failure.ts';

/** Draft, dismiss or open again, for who writes articles. */
export function GapActs({ gap: { id, state, solved } }: { gap: Gap }) {
  const { t } = useTranslation();
  const toast = useToast();
  const onError = useFailure();
  const navigate = useNavigate();
  const draft = useDraftGap();
  const settle = useSettleGap();
  if (!useMay('knowledge:write')) return null;
  if (state !== 'open')
    return state === 'closed' ? null : (
      <Button
        loading={settle.isPending}
        onClick={() => settle.mutate({ id, dismiss: false }, { onError })}
      >
        {t('learning.gaps.reopen')}
      </Button>
    );
  const write = () =>
    draft.mutate(id, {
      onError,
      onSuccess: ({ articleId }) => {
        toast.show({ title: t('learning.gaps.drafted'), tone: 'positive' });
        void navigate({ to: '/knowledge/$articleId', params: { articleId } });
      },
    });
  const dismiss = () =>
    settle.mutate(
      { id, dismiss: true },
      {
        onError,
        onSuccess: () =>
          toast.show({
            title: t('learning.gaps.dismissed'),
            onUndo: () => settle.mutate({ id, dismiss: false }),
          }),
      },
    );
  return (
    <div className="flex flex-wrap items-center gap-2">
      {solved === 0 && (
        <span className="text-meta text-subtle">{t('learning.gaps.cannotDraft')}</span>
      )}
      <Button variant="ghost" loading={settle.isPending} onClick={dismiss}>
        {t('learning.gaps.dismiss')}
      </Button>
      <Button icon={Sparkles} disabled={solved === 0} loading={draft.isPending} onClick={write}>
        {t('learning.gaps.draft')}
      </Button>
    </div>
  );
}
