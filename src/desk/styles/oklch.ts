/** A colour in OKLCH: lightness 0..1, chroma, hue in degrees, alpha 0..1. */
export type Oklch = { l: number; c: number; h: number; alpha: number };

type Rgb = { r: number; g: number; b: number };

/** Reads `oklch(0.5 0.1 200 / 0.5)`; null when the text is anything else. */
export function parseOklch(text: string): Oklch | null {
  const match = /^oklch\(([\d.]+) ([\d.]+) ?([\d.]+)?(?: \/ ([\d.]+))?\)$/.exec(text.trim());
  if (!match) return null;
  return {
    l: Number(match[1]),
    c: Number(match[2]),
    h: Number(match[3] ?? 0),
    alpha: Number(match[4] ?? 1),
  };
}

/** Linear sRGB of a colour, clipped to the gamut; matrices from Ottosson, "A perceptual color space" (2020). */
export function linearRgb({ l, c, h }: Oklch): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return {
    r: clip(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    g: clip(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    b: clip(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  };
}

/** WCAG contrast (1..21) of a colour over a stack of grounds, the last one opaque. */
export function contrastOver(colour: Oklch, grounds: readonly Oklch[]): number {
  const ground = grounds
    .toReversed()
    .reduce<Rgb | null>((under, layer) => over(layer, under), null);
  if (!ground) throw new Error('A ground is needed to measure contrast');
  const [one, two] = [luminance(over(colour, ground)), luminance(ground)];
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}

/** Composites as browsers do: on gamma-encoded values. */
function over(layer: Oklch, under: Rgb | null): Rgb {
  const top = linearRgb(layer);
  if (!under || layer.alpha === 1) return top;
  const mix = (x: number, y: number) =>
    decode(encode(x) * layer.alpha + encode(y) * (1 - layer.alpha));
  return { r: mix(top.r, under.r), g: mix(top.g, under.g), b: mix(top.b, under.b) };
}

const clip = (value: number) => Math.min(1, Math.max(0, value));
const luminance = ({ r, g, b }: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const encode = (x: number) => (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055);
const decode = (x: number) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);
