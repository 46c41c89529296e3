const length = /^-?\d{1,4}(\.\d{1,3})?(px|pt|em|rem|ex|%|in|cm|mm)?$/;
const positive = /^\d{1,4}(\.\d{1,3})?(px|pt|em|rem|ex|%|in|cm|mm)?$/;
const colour = /^(#[0-9a-f]{3,8}|[a-z]{3,20}|rgba?\([\d\s.,%/]{3,40}\))$/;
const border =
  /^(\d{1,2}(\.\d{1,2})?(px|pt|em)?|none|solid|dashed|dotted|double|thin|medium|#[0-9a-f]{3,8}|[a-z]{3,20}|rgba?\([\d\s.,%/]{3,40}\))(\s+|$)/;
const words = (...list: readonly string[]): RegExp => new RegExp(`^(${list.join('|')})$`);

type Check = (value: string) => boolean;
const each =
  (pattern: RegExp, most: number): Check =>
  (value) => {
    const parts = value.split(/\s+/);
    return parts.length <= most && parts.every((part) => pattern.test(part));
  };
const is =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value);
const borderParts: Check = (value) =>
  value.split(/\s+(?![^(]*\))/).every((part) => border.test(part));

// Sizes are positive and there is no position, float, opacity, z-index or transform: a mail can neither
// cover the frame it stands in nor hide text from the agent.
const allowed: Readonly<Record<string, Check>> = {
  color: is(colour),
  'background-color': is(colour),
  'font-weight': is(/^(bold|bolder|lighter|normal|[1-9]00)$/),
  'font-style': is(words('italic', 'normal', 'oblique')),
  'font-size': is(
    /^(([6-9]|[1-4]\d)(\.\d{1,3})?(px|pt)|[1-3](\.\d{1,3})?(em|rem)|\.[6-9]\d?em|0?\.[6-9]\d?(em|rem)|small|medium|large|x-large)$/,
  ),
  'font-family': is(/^[\w\s"',-]{1,200}$/),
  'text-align': is(words('left', 'right', 'center', 'justify', 'start', 'end')),
  'text-decoration': is(words('underline', 'line-through', 'none')),
  'vertical-align': is(words('top', 'middle', 'bottom', 'baseline', 'sub', 'super')),
  'white-space': is(words('normal', 'pre-wrap', 'nowrap', 'pre')),
  'line-height': is(/^(normal|[1-3](\.\d{1,3})?|1\d\d%|\d{2}(\.\d{1,2})?(px|pt))$/),
  'list-style-type': is(
    words(
      'disc',
      'circle',
      'square',
      'decimal',
      'none',
      'lower-alpha',
      'upper-alpha',
      'lower-roman',
    ),
  ),
  'border-collapse': is(words('collapse', 'separate')),
  width: is(positive),
  'max-width': is(positive),
  height: is(positive),
  border: borderParts,
  'border-top': borderParts,
  'border-right': borderParts,
  'border-bottom': borderParts,
  'border-left': borderParts,
  padding: each(positive, 4),
  'padding-top': is(positive),
  'padding-right': is(positive),
  'padding-bottom': is(positive),
  'padding-left': is(positive),
  margin: each(/^(auto|\d{1,3}(\.\d{1,3})?(px|pt|em|rem|ex|%|in|cm|mm)?)$/, 4),
  'margin-top': is(positive),
  'margin-bottom': is(positive),
  'margin-left': is(positive),
  'margin-right': is(positive),
  'text-indent': is(length),
};
const maxDeclarations = 40;
const maxValueChars = 200;

/** Keeps the few declarations of a style attribute that only change how text looks. */
export function safeStyle(style: string): string {
  // An escape, a comment or a function such as url() could hide anything: such a declaration is dropped whole.
  const declarations = style.slice(0, 4000).toLowerCase().split(';').slice(0, maxDeclarations);
  return declarations
    .map(safeDeclaration)
    .filter((text) => text !== '')
    .join(';');
}

function safeDeclaration(declaration: string): string {
  const colon = declaration.indexOf(':');
  const name = declaration.slice(0, Math.max(colon, 0)).trim();
  const value = declaration
    .slice(colon + 1)
    .replace(/!\s*important\s*$/, '')
    .trim();
  if (
    value === '' ||
    value.length > maxValueChars ||
    /[\\<>@{}]|\/\*|url|expression|var\(|attr\(|image/.test(value)
  )
    return '';
  const check = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
  return check?.(value) ? `${name}:${value.replaceAll('"', "'")}` : '';
}
