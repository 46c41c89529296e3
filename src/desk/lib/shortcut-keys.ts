/** One press: the key as `KeyboardEvent.key` in lower case, and the modifiers it needs. */
export type Press = { key: string; mod: boolean; alt: boolean; shift: boolean };

/** What the matcher looks at in a keyboard event. */
export type PressedKey = {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
};

/** Reads `mod+shift+k`, `?` or the sequence `g i` into presses; `mod` is Command on a Mac, else Control. */
export function parseKeys(keys: string): Press[] {
  return keys
    .trim()
    .split(/\s+/)
    .map((chord) => {
      const parts = chord.toLowerCase().split('+').filter(Boolean);
      const key = parts.find((part) => !MODIFIERS.has(part)) ?? '+';
      return {
        key: NAMES[key] ?? key,
        mod: parts.includes('mod'),
        alt: parts.includes('alt'),
        shift: parts.includes('shift'),
      };
    });
}

/** Whether an event is this press. Shift is only compared for letters and named keys: `?` needs it on some layouts and not on others. */
export function matchesPress(press: Press, event: PressedKey): boolean {
  const key = event.key.toLowerCase();
  if (key !== press.key) return false;
  if ((event.ctrlKey || event.metaKey) !== press.mod || event.altKey !== press.alt) return false;
  const shiftMatters = key.length > 1 || /[a-z]/.test(key);
  return !shiftMatters || event.shiftKey === press.shift;
}

/** How a press is written on this system's keyboards: `['⌘', 'K']` or `['Ctrl', 'K']`. */
export function pressLabels(press: Press, mac: boolean): string[] {
  const labels = [];
  if (press.mod) labels.push(mac ? '⌘' : 'Ctrl');
  if (press.alt) labels.push(mac ? '⌥' : 'Alt');
  if (press.shift) labels.push(mac ? '⇧' : 'Shift');
  labels.push(LABELS[press.key] ?? (press.key.length === 1 ? press.key.toUpperCase() : press.key));
  return labels;
}

/** Whether the keyboard is Apple's, from what the browser says about its platform. */
export function isMac(platform: string): boolean {
  return /mac|iphone|ipad/i.test(platform);
}

const MODIFIERS = new Set(['mod', 'alt', 'shift']);
const NAMES: Record<string, string> = {
  esc: 'escape',
  space: ' ',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
};
const LABELS: Record<string, string> = {
  ' ': 'Space',
  escape: 'Esc',
  enter: '↵',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  backspace: '⌫',
};
