import { useTranslation } from 'react-i18next';
import type { AssistantDecision } from '../../../../contracts/assistant-decisions.ts';
import { formatPercent } from '../../../lib/format.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { useDismissDraft } from './queries.ts';

/** Props of {@link DraftBar}. */
export type DraftBarProps = {
  draft: AssistantDecision;
  /** Whether its text is in the composer already. */
  inside: boolean;
  onInsert: () => void;
  onDismissed: () => void;
};

/** Says that the assistant wrote a draft, how sure it is and from what; puts it in or away. */
export function DraftBar({ draft, inside, onInsert, onDismissed }: DraftBarProps) {
  const { t, i18n } = useTranslation();
  const dismiss = useDismissDraft(draft.ticketId);
  const cited = draft.passages.filter(({ cited: isCited }) => isCited);
  const sources = cited.map(({ title }) => title).join(', ');
  const sure = formatPercent(draft.confidence ?? 0, i18n.language);
  return (
    <Banner
      tone="assistant"
      action={
        <span className="flex flex-wrap gap-2">
          {!inside && (
            <Button size="sm" onClick={onInsert}>
              {t('ticketAssistant.insert')}
            </Button>
          )}
          <Button
            size="sm"
            variant="ghost"
            loading={dismiss.isPending}
            onClick={() => dismiss.mutate(draft.id, { onSuccess: onDismissed })}
          >
            {t('ticketAssistant.dismiss')}
          </Button>
        </span>
      }
    >
      <span className="font-medium">{t('ticketAssistant.draft')}</span>{' '}
      <span className="tabular-nums">{t('ticketAssistant.sure', { percent: sure })}</span>
      {sources !== '' && <span> {t('ticketAssistant.draftFrom', { sources })}</span>}
      <span className="block text-meta">
        {dismiss.isError ? t('ticketAssistant.dismissFailed') : t('ticketAssistant.draftLead')}
      </span>
    </Banner>
  );
}
