import { Link } from '@tanstack/react-router';
import type { BoardFilter } from '../../../contracts/board.ts';
import { cx } from '../../lib/cx.ts';
import { TONE_TEXT, type Tone } from '../../ui/tones.ts';
import type { BoardTab } from './operations.routes.ts';

/** Props of {@link FigureLink}. */
export type FigureLinkProps = {
  count: number;
  /** The whole sentence, for whoever hears it. */
  label: string;
  tab: BoardTab;
  filter?: BoardFilter;
  tone?: Tone;
  className?: string;
};

/** A number that leads to the list of what it counts; zero leads nowhere and is quiet. */
export function FigureLink({ count, label, tab, filter, tone, className }: FigureLinkProps) {
  if (count === 0) return <span className={cx('text-subtle tabular-nums', className)}>0</span>;
  return (
    <Link
      to="/operations"
      search={{ show: tab, ...filter }}
      aria-label={label}
      className={cx(
        'rounded-small tabular-nums underline-offset-2 hover:underline',
        tone ? cx('font-medium', TONE_TEXT[tone]) : undefined,
        className,
      )}
    >
      {count}
    </Link>
  );
}
