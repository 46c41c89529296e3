import { ImageOff } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { hasRemoteImages } from '../lib/mail-document.ts';
import { Button } from './button.tsx';
import { MailSandbox } from './mail-sandbox.tsx';
import { useNear } from './use-near.ts';
import { useStillView } from './use-still-view.ts';

/** Props of {@link MailFrame}. */
export type MailFrameProps = {
  /** HTML that the server has sanitised. */
  html: string;
  /** Its words, which stand there until the frame is drawn. */
  text: string;
  /** Who wrote it, for the name of the frame. */
  from: string;
  /** Remote images are allowed from the start, by the reader's preference. */
  showImages?: boolean | undefined;
  className?: string | undefined;
};

/**
 * A mail as it was written, in a sandbox: no scripts, no forms, no remote images until asked; as high as its content.
 * A frame is a document of its own, so far from the screen the words alone stand for it: they are found and printed.
 */
export function MailFrame({ html, text, from, showImages = false, className }: MailFrameProps) {
  const { t } = useTranslation();
  const [images, setImages] = useState(showImages);
  const [height, setHeight] = useState<number | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place);
  useStillView(place, height);
  const drawn = height !== null;
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
      <div ref={place} className="relative min-h-12" style={drawn ? { height } : undefined}>
        {!drawn && (
          <p dir="auto" className="text-base whitespace-pre-wrap wrap-anywhere">
            {text}
          </p>
        )}
        {near && (
          <MailSandbox
            html={html}
            images={images}
            title={t('ui.mail.frame', { name: from })}
            onHeight={setHeight}
            className={cx('absolute inset-x-0 top-0 h-full w-full', !drawn && 'invisible')}
          />
        )}
      </div>
    </div>
  );
}
