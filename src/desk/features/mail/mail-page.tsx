import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { NotAllowed } from '../session-gate/not-allowed.tsx';
import { useMay } from '../session-gate/queries.ts';
import { usePageTitle } from '../use-page-title.ts';
import { IntakePopover } from './intake-popover.tsx';
import { OutboxPanel } from './outbox-panel.tsx';
import { QuarantinePanel } from './quarantine-panel.tsx';
import { useIntake } from './queries.ts';

/** Mail: what goes out, what could not be read, and how mail gets in. */
export function MailPage() {
  const { t } = useTranslation();
  usePageTitle(t('mail.area'));
  const { tab = 'outbox' } = useSearch({ from: '/app/mail' });
  const navigate = useNavigate();
  const quarantined = useIntake().data?.quarantined;
  if (!useMay('mail:read')) return <NotAllowed />;
  return (
    <Page title={t('mail.area')} lead={t('mail.lead')} actions={<IntakePopover />} fill>
      <Tabs
        aria-label={t('mail.tabs.label')}
        value={tab}
        onValueChange={(next) => void navigate({ to: '/mail', search: { tab: next } })}
        className="flex-1"
        panelClassName="flex flex-col overflow-y-auto"
        items={[
          { value: 'outbox', label: t('mail.tabs.outbox'), panel: <OutboxPanel /> },
          {
            value: 'quarantine',
            label: t('mail.tabs.quarantine'),
            count: quarantined,
            panel: <QuarantinePanel />,
          },
        ]}
      />
    </Page>
  );
}
