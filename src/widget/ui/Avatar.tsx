import { initials } from '../lib/text.rules.ts';
import { Icon } from './Icon.tsx';

/** A round mark for who is speaking: initials of people, a sparkle for the assistant. */
export function Avatar({
  kind,
  name,
}: {
  kind: 'agent' | 'assistant' | 'workspace';
  name: string;
}) {
  return (
    <span class={`avatar ${kind}`} aria-hidden="true">
      {kind === 'assistant' ? <Icon name="sparkle" /> : initials(name)}
    </span>
  );
}
