import { ImageOff } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import {
  hasOwnColours,
  hasRemoteImages,
  mailDocument,
  type MailInk,
} from '../lib/mail-document.ts';
import { useResolvedTheme } from '../lib/theme.ts';
import { Button } from './button.tsx';

/** Props of {@link MailFrame}. */
export type MailFrameProps = {
  /** HTML that the server has sanitised. */
  html: string;
  /** Who wrote it, for the name of the frame. */
  from: string;
  /** Remote images are allowed from the start, by the reader's preference. */
  showImages?: boolean | undefined;
  className?: string | undefined;
};

/** A mail as it was written, in a sandbox: no scripts, no forms, no remote images until asked; as high as its content. */
export function MailFrame({ html, from, showImages = false, className }: MailFrameProps) {
  const { t } = useTranslation();
  const [images, setImages] = useState(showImages);
  const frame = useRef<HTMLIFrameElement>(null);
  const ink = useInk(!hasOwnColours(html));
  const source = useMemo(
    () => mailDocument({ html, images, ink, fonts: fontFaces() }),
    [html, images, ink],
  );
  const height = useContentHeight(frame, source);
  return (
    <div className={cx('flex min-w-0 flex-col gap-2', className)}>
      {!images && hasRemoteImages(html) && (
        <div className="flex flex-wrap items-center gap-2 rounded-control border border-line bg-quiet px-2 py-1 text-meta text-muted">
          <ImageOff aria-hidden />
          <span className="min-w-40 flex-1">{t('ui.mail.imagesHidden')}</span>
          <Button size="sm" onClick={() => setImages(true)}>
            {t('ui.mail.showImages')}
          </Button>
        </div>
      )}
      {/* Same origin so that its height can be read; without allow-scripts nothing in it can run and use that. */}
      <iframe
        ref={frame}
        title={t('ui.mail.frame', { name: from })}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        srcDoc={source}
        className={cx('block w-full', !ink && 'rounded-control')}
        style={{ height, colorScheme: ink ? undefined : 'light' }}
      />
    </div>
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

function useContentHeight(
  frame: React.RefObject<HTMLIFrameElement | null>,
  source: string,
): number {
  const [height, setHeight] = useState(48);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let observer: ResizeObserver | undefined;
    const measure = () => {
      const body = element.contentDocument?.body;
      if (!body) return;
      setHeight(Math.ceil(body.getBoundingClientRect().height));
      observer?.disconnect();
      observer = new ResizeObserver(() =>
        setHeight(Math.ceil(body.getBoundingClientRect().height)),
      );
      observer.observe(body);
    };
    element.addEventListener('load', measure);
    measure();
    return () => {
      element.removeEventListener('load', measure);
      observer?.disconnect();
    };
  }, [frame, source]);
  return height;
}
