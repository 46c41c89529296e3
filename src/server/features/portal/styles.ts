import { accentTheme } from '../../../contracts/accent.ts';

/** The style sheet of the portal in the colour of its workspace; light and dark by the reader's choice. */
export function portalStyles(accentColor: string): string {
  const { accent, onAccent, textLight, textDark } = accentTheme(accentColor);
  return `:root {
  color-scheme: light dark;
  --accent: ${accent};
  --on-accent: ${onAccent};
  --link: light-dark(${textLight}, ${textDark});
  --ground: light-dark(#ffffff, #101416);
  --quiet: light-dark(#f4f6f7, #181d20);
  --line: light-dark(#dde2e5, #2c3438);
  --text: light-dark(#171c1f, #e8ecee);
  --muted: light-dark(#566067, #a3adb3);
  --wrong: light-dark(#b3261e, #ff8a80);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; inset-inline-start: -999px; }
.skip:focus { inset-inline-start: 1rem; inset-block-start: 1rem; background: var(--ground); padding: 0.5rem; z-index: 1; }
header { border-bottom: 1px solid var(--line); }
header > div, main, footer { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
header > div { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1.25rem; padding-block: 0.9rem; }
header strong { flex: 1 1 auto; }
header strong a { color: var(--text); text-decoration: none; font-size: 1.05rem; }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; }
nav a { text-decoration: none; padding-block: 0.25rem; }
nav a:hover, nav a[aria-current] { text-decoration: underline; }
main { padding-block: 2rem 3.5rem; min-height: 60vh; }
footer { border-top: 1px solid var(--line); padding-block: 1.25rem; color: var(--muted); font-size: 0.875rem; }
h1 { font-size: 1.65rem; line-height: 1.25; margin: 0 0 0.75rem; text-wrap: balance; }
h2 { font-size: 1.15rem; margin: 2rem 0 0.5rem; }
.lead { color: var(--muted); margin: 0 0 1.5rem; max-width: 38rem; }
.muted { color: var(--muted); font-size: 0.9rem; }
ul.list { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
ul.list li { border-bottom: 1px solid var(--line); }
ul.list a { display: block; padding: 0.7rem 0; text-decoration: none; color: var(--text); }
ul.list a:hover { color: var(--link); }
ul.list .meta { display: block; color: var(--muted); font-size: 0.875rem; }
form { display: flex; flex-direction: column; gap: 1.1rem; max-width: 36rem; }
form.search { flex-direction: row; gap: 0.5rem; margin-bottom: 2rem; max-width: none; }
form.search button { align-self: stretch; }
form.search input { flex: 1; min-width: 0; }
label, legend { font-weight: 600; }
label .optional { font-weight: 400; color: var(--muted); }
.field { display: flex; flex-direction: column; gap: 0.3rem; }
input, select, textarea { font: inherit; color: inherit; background: var(--ground); border: 1px solid light-dark(#8a949a, #6b767c); border-radius: 6px; padding: 0.5rem 0.65rem; width: 100%; }
input[type='file'] { border-style: dashed; }
textarea { min-height: 9rem; resize: vertical; }
[aria-invalid='true'] { border-color: var(--wrong); }
.wrong { color: var(--wrong); font-size: 0.9rem; margin: 0; }
.hint { color: var(--muted); font-size: 0.9rem; margin: 0; }
button { font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 1px solid transparent; border-radius: 6px; padding: 0.55rem 1.1rem; cursor: pointer; align-self: flex-start; white-space: nowrap; }
button:hover { filter: brightness(0.93); }
button.plain { background: none; color: var(--link); border-color: var(--line); }
.trap { position: absolute; inset-inline-start: -9999px; width: 1px; height: 1px; overflow: hidden; }
.notice { border: 1px solid var(--line); border-inline-start: 4px solid var(--accent); border-radius: 6px; padding: 0.8rem 1rem; margin: 0 0 1.5rem; }
.said { margin: 0 0 1rem; padding: 0.75rem 1rem; border-radius: 10px; background: var(--quiet); white-space: pre-wrap; }
.said.own { background: none; border: 1px solid var(--line); }
.said header { all: unset; display: flex; gap: 0.6rem; flex-wrap: wrap; margin-bottom: 0.35rem; font-size: 0.875rem; color: var(--muted); white-space: normal; }
.said header b { color: var(--text); }
.said ul { margin: 0.5rem 0 0; padding-inline-start: 1.1rem; white-space: normal; }
article img { max-width: 100%; height: auto; }
article pre, article code { direction: ltr; }
article pre { text-align: left; overflow-x: auto; background: var(--quiet); padding: 0.8rem; border-radius: 6px; }
article table { display: block; overflow-x: auto; border-collapse: collapse; }
article th, article td { border: 1px solid var(--line); padding: 0.35rem 0.6rem; text-align: start; }
article .align-left { text-align: left; }
article .align-center { text-align: center; }
article .align-right { text-align: right; }
@media (max-width: 30rem) { h1 { font-size: 1.4rem; } main { padding-block: 1.4rem 2.5rem; } }
`;
}
