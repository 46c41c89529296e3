import { Zap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MacroAction } from '../../../../contracts/macros.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import type { StagedActs } from '../../macros/acts.rules.ts';
import { useActWords } from '../../macros/use-act-words.ts';

/** Props of {@link StagedActsRow}. */
export type StagedActsRowProps = {
  staged: StagedActs;
  pending: boolean;
  onDrop: (act: MacroAction) => void;
  onApply: () => void;
};

/** What macros will do with the next message; each can be left out, and all can be done at once. */
export function StagedActsRow({ staged, pending, onDrop, onApply }: StagedActsRowProps) {
  const { t } = useTranslation();
  const words = useActWords();
  if (staged.actions.length === 0) return null;
  return (
    <div role="group" aria-label={t('macros.staged')} className="flex flex-wrap items-center gap-1">
      <span className="flex items-center gap-1 pe-1 text-meta font-medium text-muted">
        <Zap aria-hidden className="size-3.5!" /> {t('macros.staged')}
      </span>
      {staged.actions.map((act) => (
        <Chip key={act.kind} label={words(act)} onRemove={() => onDrop(act)} />
      ))}
      <Button size="sm" variant="ghost" loading={pending} onClick={onApply}>
        {t('macros.applyNow')}
      </Button>
    </div>
  );
}
