import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { cx } from '../lib/cx.ts';
import { hueOf, initialsOf } from '../lib/initials.ts';
import type { AgentStatus } from '../../contracts/people.ts';
import { PresenceDot } from './presence-dot.tsx';

/** Props of {@link Avatar}. */
export type AvatarProps = {
  name: string;
  /** Keeps the colour when the name changes; the name if absent. */
  id?: string | undefined;
  photoUrl?: string | null | undefined;
  presence?: AgentStatus | undefined;
  size?: 'sm' | 'md' | 'lg' | undefined;
  /** The assistant has its own mark and its violet. */
  kind?: 'person' | 'assistant' | undefined;
  className?: string | undefined;
};

/** A person at a glance: photo, or initials on a colour that stays theirs. Decorative: the name stands beside it. */
export function Avatar({
  name,
  id = name,
  photoUrl,
  presence,
  size = 'md',
  kind = 'person',
  className,
}: AvatarProps) {
  const [broken, setBroken] = useState<string | null>(null);
  const photo = photoUrl && photoUrl !== broken ? photoUrl : null;
  return (
    <span className={cx('relative inline-flex shrink-0', SIZES[size], className)}>
      {kind === 'assistant' ? (
        <span
          aria-hidden
          className={cx(
            DISC,
            'bg-assistant-soft text-assistant ring-1 ring-assistant-line ring-inset',
          )}
        >
          <Sparkles />
        </span>
      ) : photo ? (
        <img
          src={photo}
          alt=""
          onError={() => setBroken(photo)}
          className="size-full rounded-full object-cover"
        />
      ) : (
        <span
          aria-hidden
          className={cx(DISC, 'avatar-ground')}
          style={{ '--avatar-hue': hueOf(id) }}
        >
          {initialsOf(name)}
        </span>
      )}
      {presence && (
        <PresenceDot
          presence={presence}
          className={cx(
            'absolute rounded-full bg-surface ring-surface',
            size === 'sm' ? '-end-1 -bottom-1 size-2! ring-1' : '-end-0.5 -bottom-0.5 ring-2',
          )}
        />
      )}
    </span>
  );
}

const DISC = 'flex size-full select-none items-center justify-center rounded-full font-medium';
const SIZES = {
  sm: 'size-5 text-[0.5625rem]',
  md: 'size-7 text-[0.6875rem]',
  lg: 'size-10 text-message',
};
