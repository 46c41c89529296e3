import { useEffect, useMemo, useRef } from 'react';
import { cx } from '../lib/cx.ts';
import { hasOwnColours, mailDocument, type MailInk } from '../lib/mail-document.ts';
import { useResolvedTheme } from '../lib/theme.ts';

/** Props of {@link MailSandbox}. */
export type MailSandboxProps = {
  html: string;
  images: boolean;
  title: string;
  /** Told how high the mail is, in pixels, once it is drawn and whenever that changes. */
  onHeight: (height: number) => void;
  className: string;
};

/** The frame of a mail: a document in which nothing runs. */
export function MailSandbox({ html, images, title, onHeight, className }: MailSandboxProps) {
  const ink = useInk(!hasOwnColours(html));
  const source = useMemo(
    () => mailDocument({ html, images, ink, fonts: fontFaces() }),
    [html, images, ink],
  );
  const onLoad = useHeight(onHeight);
  return (
    // Same origin so that its height can be read; without allow-scripts nothing in it can run and use that.
    <iframe
      title={title}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={source}
      onLoad={onLoad}
      className={cx('block', !ink && 'rounded-control', className)}
      style={{ colorScheme: ink ? undefined : 'light' }}
    />
  );
}

/** The colours around the mail as the browser computed them: the frame cannot read our custom properties. */
function useInk(plain: boolean): MailInk | null {
  const theme = useResolvedTheme();
  return useMemo(() => {
    if (!plain) return null;
    const style = getComputedStyle(document.documentElement);
    const read = (name: string) => resolveColour(style.getPropertyValue(name));
    return {
      text: read('--c-text'),
      ground: 'transparent',
      link: read('--c-accent-text'),
      scheme: theme,
    };
  }, [plain, theme]);
}

function resolveColour(value: string): string {
  const probe = document.createElement('span');
  probe.style.color = value;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

/** The font faces of the page, for the frame. They are known once its style sheets are, so they are read once. */
function fontFaces(): string {
  faces ??= [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .flatMap(facesIn)
    .join('');
  return faces;
}

let faces: string | null = null;

function facesIn(rule: CSSRule): string[] {
  if (rule instanceof CSSFontFaceRule) return [rule.cssText];
  return 'cssRules' in rule ? [...(rule as CSSGroupingRule).cssRules].flatMap(facesIn) : [];
}

/** Watches the body of each document that the frame loads. */
function useHeight(onHeight: (height: number) => void) {
  const observer = useRef<ResizeObserver>(null);
  useEffect(() => () => observer.current?.disconnect(), []);
  return ({ currentTarget }: { currentTarget: HTMLIFrameElement }) => {
    const body = currentTarget.contentDocument?.body;
    if (!body) return;
    const measure = () => onHeight(Math.ceil(body.getBoundingClientRect().height));
    observer.current?.disconnect();
    observer.current = new ResizeObserver(measure);
    observer.current.observe(body);
    measure();
  };
}
