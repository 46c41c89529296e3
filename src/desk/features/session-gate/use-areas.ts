import { Activity, BookOpen, Inbox, Mail, Settings, Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Area } from '../../shell/rail.tsx';
import { useIntake } from '../mail/queries.ts';
import { useWaitingCount } from '../assistant/approvals/use-approval-notices.ts';
import { useIsStopped } from '../assistant/policy/queries.ts';
import { useAssistantTabs } from '../assistant/use-assistant-tabs.ts';
import { useAlerts } from '../operations/alert-queries.ts';
import { useMay } from './queries.ts';

/** The areas this person may open. */
export function useAreas(): Area[] {
  const { t } = useTranslation();
  const mayBoard = useMay('board:read');
  const alerts = useAlerts({ enabled: mayBoard }).data?.unseen ?? 0;
  const mayMail = useMay('mail:read');
  const mayAssistant = useAssistantTabs().length > 0;
  const approvals = useWaitingCount();
  const isStopped = useIsStopped();
  const maySettings = useMay('macro:write');
  const quarantined = useIntake({ enabled: mayMail }).data?.quarantined ?? 0;
  const areas: Area[] = [{ to: '/inbox', label: t('shell.inbox'), icon: Inbox, keys: 'g i' }];
  if (mayBoard)
    areas.push({
      to: '/operations',
      label: t('operations.area'),
      icon: Activity,
      keys: 'g o',
      count: alerts,
    });
  areas.push({ to: '/knowledge', label: t('knowledge.area'), icon: BookOpen, keys: 'g k' });
  if (mayAssistant)
    areas.push({
      to: '/assistant',
      label: t('assistant.area'),
      icon: Sparkles,
      keys: 'g a',
      count: approvals,
      alarm: isStopped ? t('policy.stop.stopped') : undefined,
    });
  if (mayMail)
    areas.push({ to: '/mail', label: t('mail.area'), icon: Mail, keys: 'g m', count: quarantined });
  if (maySettings)
    areas.push({ to: '/settings', label: t('shell.settings'), icon: Settings, keys: 'g s' });
  return areas;
}
