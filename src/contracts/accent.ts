/** The accent of a workspace with the colours that stay readable on and beside it. */
export type AccentTheme = { accent: string; onAccent: string; textLight: string; textDark: string };

type Rgb = readonly [number, number, number];

const WHITE: Rgb = [255, 255, 255];
// Pure, because one of pure black and white has 4.58:1 on any colour; a softer black falls to 4.4.
const BLACK: Rgb = [0, 0, 0];
const DARK_SURFACE: Rgb = [24, 29, 32];
const FALLBACK = '#0f766e';
/** WCAG 2.2 AA for text below 24 px. */
const READABLE = 4.5;
/** Coloured text on a surface gets a little more: it also marks focus and borders. */
const COMFORTABLE = 5.5;

/** Readable companions of an accent given as `#rrggbb`; anything else counts as the standard teal. */
export function accentTheme(hex: string): AccentTheme {
  const accent = /^#[0-9a-f]{6}$/i.test(hex) ? hex : FALLBACK;
  const rgb = parse(accent);
  const onAccent = contrast(WHITE, rgb) >= Math.min(READABLE, contrast(BLACK, rgb)) ? WHITE : BLACK;
  return {
    accent,
    onAccent: format(onAccent),
    textLight: format(pull(rgb, BLACK, WHITE)),
    textDark: format(pull(rgb, WHITE, DARK_SURFACE)),
  };
}

/** WCAG contrast of two colours given as `#rrggbb`, 1 to 21. */
export function contrastOf(one: string, other: string): number {
  return contrast(parse(one), parse(other));
}

/** Moves a colour towards another, in steps of a twentieth, until it can be read on the ground. */
function pull(colour: Rgb, towards: Rgb, ground: Rgb): Rgb {
  const steps = Array.from({ length: 21 }, (_, step) => mix(colour, towards, step / 20));
  return steps.find((candidate) => contrast(candidate, ground) >= COMFORTABLE) ?? towards;
}

function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const part = (at: 0 | 1 | 2) => Math.round(one[at] + (other[at] - one[at]) * share);
  return [part(0), part(1), part(2)];
}

function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

const format = (rgb: Rgb) => `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
