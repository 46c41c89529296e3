/** The look of the public page, in the workspace's colour. */

/** Style sheet in the given colour; anything but six hexadecimal digits is replaced by our own. */
export function formPageStyle(accentColor: string): string {
  const accent = /^#[0-9a-f]{6}$/i.test(accentColor) ? accentColor : '#0f766e';
  return `
:root { --accent: ${accent}; --on-accent: ${textOn(accent)}; --ground: #fff; --text: #1c2226; --quiet: #5b656c; --line: #7b868d; --soft: #f4f6f7; }
@media (prefers-color-scheme: dark) { :root { --ground: #14181b; --text: #eceff1; --quiet: #a5b0b7; --line: #77838b; --soft: #1d2327; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--soft); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 0 auto; min-height: 100vh; padding: 2rem 1.25rem; background: var(--ground); border-top: 6px solid var(--accent); }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: anywhere; }
small { color: var(--quiet); font-weight: 400; }
.from { color: var(--quiet); margin: 0 0 .25rem; overflow-wrap: anywhere; }
.thanks, .problem { padding: .75rem 1rem; border-inline-start: 4px solid var(--accent); background: var(--soft); }
.problem { border-color: #c2410c; }
fieldset { border: 0; margin: 0 0 1.25rem; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem; }
legend, .comment { display: block; font-weight: 600; padding: 0; margin: 0 0 .5rem; }
label input { position: absolute; opacity: 0; inline-size: 1px; block-size: 1px; }
fieldset label { position: relative; flex: 0 1 auto; }
.scores label { flex: 1 1 3.4rem; }
.scores span { height: 100%; padding: .375rem .25rem; }
fieldset span { display: flex; flex-direction: column; align-items: center; justify-content: center; min-height: 2.75rem; padding: .375rem .75rem; border: 1px solid var(--line); border-radius: 8px; cursor: pointer; text-align: center; overflow-wrap: anywhere; }
.scores b { font-size: 1.25rem; }
.scores small { font-size: .8rem; line-height: 1.2; }
input:checked + span { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
input:checked + span small { color: inherit; }
input:focus-visible + span, textarea:focus-visible, button:focus-visible { outline: 3px solid var(--text); outline-offset: 2px; }
textarea { display: block; width: 100%; margin-bottom: 1.25rem; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: 8px; background: var(--ground); color: inherit; font: inherit; resize: vertical; }
button { min-height: 2.75rem; padding: .5rem 1.5rem; border: 0; border-radius: 8px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; }
@media (forced-colors: active) { input:checked + span { outline: 3px solid; } }`;
}

/** Black or white, whichever is easier to read on a colour (WCAG relative luminance). */
export function textOn(hex: string): '#000' | '#fff' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(hex.slice(at, at + 2)));
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) ? '#000' : '#fff';
}

function linear(digits: string): number {
  const part = Number.parseInt(digits, 16) / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
