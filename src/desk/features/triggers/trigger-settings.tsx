import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useMay } from '../session-gate/queries.ts';
import { TriggerEditor } from './trigger-editor.tsx';
import { TriggerList } from './trigger-list.tsx';
import { WebhooksPanel } from './webhooks-panel.tsx';

/** Rules and the webhooks they call. */
export function TriggerSettings() {
  const { t } = useTranslation();
  const mayWrite = useMay('trigger:write');
  const [tab, setTab] = useState<'rules' | 'webhooks'>('rules');
  /** The rule that is open: its id, or null for a new one. */
  const [editing, setEditing] = useState<{ id: string | null } | null>(null);
  if (editing) return <TriggerEditor id={editing.id} onClose={() => setEditing(null)} />;
  const add = mayWrite && tab === 'rules' && (
    <Button icon={Plus} variant="primary" onClick={() => setEditing({ id: null })}>
      {t('triggers.add')}
    </Button>
  );
  return (
    <Section
      title={t('settings.sections.triggers.title')}
      lead={t('triggers.lead')}
      actions={add || undefined}
      width="max-w-5xl"
    >
      <Tabs
        aria-label={t('triggers.tabs')}
        value={tab}
        onValueChange={setTab}
        panelClassName="pt-4"
        items={[
          {
            value: 'rules',
            label: t('triggers.rules'),
            panel: <TriggerList onOpen={(id) => setEditing({ id })} />,
          },
          { value: 'webhooks', label: t('triggers.webhooksTab'), panel: <WebhooksPanel /> },
        ]}
      />
    </Section>
  );
}
