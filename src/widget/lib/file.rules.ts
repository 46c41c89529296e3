import type { WidgetConfig } from '../../contracts/widget.ts';
import { t } from '../strings.ts';
import { formatBytes } from './text.rules.ts';

type FileFacts = { name: string; type: string; size: number };

/** Why a file cannot be sent, as a sentence for the customer, or null when it can. */
export function refuseFile(file: FileFacts, rules: WidgetConfig['upload']): string | null {
  if (file.size === 0) return t('file.empty', { name: file.name });
  if (file.size > rules.maxBytes) {
    return t('file.tooLarge', {
      name: file.name,
      size: formatBytes(file.size),
      max: formatBytes(rules.maxBytes),
    });
  }
  if (!acceptsType(file, rules.types)) return t('file.type', { name: file.name });
  return null;
}

/** Types are MIME types (`image/png`), families (`image/*`) or endings (`.log`); no types: all. */
function acceptsType(file: FileFacts, types: readonly string[]): boolean {
  if (types.length === 0) return true;
  return types.some((type) => {
    if (type.startsWith('.')) return file.name.toLowerCase().endsWith(type.toLowerCase());
    if (type.endsWith('/*')) return file.type.startsWith(type.slice(0, -1));
    return file.type === type;
  });
}
