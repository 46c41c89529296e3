import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trigger } from '../../../contracts/triggers.ts';
import { Tabs } from '../../ui/tabs.tsx';
import type { Draft } from './draft.rules.ts';
import { DryRunPanel } from './dry-run-panel.tsx';
import { RunsPanel } from './runs-panel.tsx';
import { VersionsPanel } from './versions-panel.tsx';

/** Props of {@link EditorAside}. */
export type EditorAsideProps = {
  trigger: Trigger | null;
  draft: Draft;
  /** Hears why the draft could not be tried, to show it at its fields. */
  onProblem: (error: unknown) => void;
};

/** Beside the rule: what it would do, what it did, and how it was before. */
export function EditorAside({ trigger, draft, onProblem }: EditorAsideProps) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<'try' | 'runs' | 'versions'>('try');
  return (
    <Tabs
      aria-label={t('triggers.asideLabel')}
      value={tab}
      onValueChange={setTab}
      className="rounded-control border border-line"
      panelClassName="p-3"
      items={[
        {
          value: 'try',
          label: t('triggers.tryTab'),
          panel: <DryRunPanel draft={draft} onProblem={onProblem} />,
        },
        {
          value: 'runs',
          label: t('triggers.runsTab'),
          disabled: trigger === null,
          panel: trigger && <RunsPanel id={trigger.id} />,
        },
        {
          value: 'versions',
          label: t('triggers.versionsTab'),
          disabled: trigger === null,
          panel: trigger && <VersionsPanel trigger={trigger} />,
        },
      ]}
    />
  );
}
