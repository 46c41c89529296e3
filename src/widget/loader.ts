/**
 * `segue.js`: the one script a site includes. It draws the launcher, answers `window.segue(…)` and
 * loads the panel when it is needed. Everything heavy lives in `panel.js` beside it.
 */
import { runCommands } from './loader/commands.ts';
import { startLoader } from './loader/start.ts';

const script = document.currentScript;

if (
  script instanceof HTMLScriptElement &&
  script.dataset['key'] !== undefined &&
  script.src !== ''
) {
  const loader = startLoader({
    key: script.dataset['key'],
    theme: script.dataset['theme'] ?? 'auto',
    address: new URL(script.src),
  });
  runCommands(window, loader);
} else {
  console.warn('Segue: the script tag needs a data-key and an address of its own.');
}
