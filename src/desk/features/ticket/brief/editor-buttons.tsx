import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';

/** Save and Cancel under something edited in place. */
export function EditorButtons({
  saving,
  valid,
  onCancel,
}: {
  saving: boolean;
  valid: boolean;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="flex justify-end gap-2">
      <Button size="sm" variant="ghost" onClick={onCancel}>
        {t('brief.cancel')}
      </Button>
      <Button size="sm" type="submit" variant="primary" loading={saving} disabled={!valid}>
        {t('brief.save')}
      </Button>
    </div>
  );
}
