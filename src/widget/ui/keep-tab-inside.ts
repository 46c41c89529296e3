const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]):not([hidden]), textarea:not([disabled]), [tabindex="0"]';

/** On a small screen the panel covers the page, so the Tab key goes round inside it. */
export function keepTabInside(area: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const all = [...area.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (one) => one.offsetParent !== null,
  );
  const [first, last] = [all[0], all.at(-1)];
  const root = area.getRootNode();
  const active = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  const edge = event.shiftKey ? first : last;
  const outside = event.shiftKey && active === area;
  if (!first || !last || (active !== edge && !outside)) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}
