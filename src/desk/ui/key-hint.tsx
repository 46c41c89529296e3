import { Fragment } from 'react';
import { cx } from '../lib/cx.ts';
import { isMac, parseKeys, pressLabels } from '../lib/shortcut-keys.ts';

/** Shows a shortcut as keys, in this system's spelling. Takes the same text as `useShortcut`. */
export function KeyHint({ keys, inverted = false }: { keys: string; inverted?: boolean }) {
  const mac = isMac(navigator.platform);
  return (
    <kbd dir="ltr" className="inline-flex shrink-0 items-center gap-0.5 font-sans text-meta">
      {parseKeys(keys).map((press, index) => (
        <Fragment key={index}>
          {index > 0 && <span className="px-0.5 opacity-70">›</span>}
          {pressLabels(press, mac).map((label) => (
            <span
              key={label}
              className={cx(
                'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-small border px-1 leading-none',
                inverted ? 'border-current/30' : 'border-line-strong bg-quiet text-muted',
              )}
            >
              {label}
            </span>
          ))}
        </Fragment>
      ))}
    </kbd>
  );
}
