import { useTranslation } from 'react-i18next';
import { CopyLine } from '../mail/copy-line.tsx';

/** The script tag of this workspace, to be copied into a site. */
export function WidgetSnippet({ widgetKey }: { widgetKey: string }) {
  const { t } = useTranslation();
  const src = `${window.location.origin}/widget/segue.js`;
  return (
    <CopyLine
      label={t('settings.widget.snippet')}
      text={`<script src="${src}" data-key="${widgetKey}" async></script>`}
    />
  );
}
