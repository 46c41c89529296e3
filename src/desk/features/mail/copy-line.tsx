import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.tsx';

/** Text to be copied as it stands. */
export function CopyLine({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    window.setTimeout(() => setCopied(false), 2000);
  };
  return (
    <div className="flex items-start gap-1 rounded-control border border-line bg-sunken ps-2">
      <pre
        aria-label={label}
        tabIndex={0}
        className="min-w-0 flex-1 overflow-x-auto py-1.5 font-mono text-meta whitespace-pre-wrap wrap-anywhere"
      >
        {text}
      </pre>
      <IconButton
        icon={copied ? Check : Copy}
        label={t(copied ? 'mail.intake.copied' : 'mail.intake.copy')}
        onClick={() => void copy()}
      />
    </div>
  );
}
