import { Mail, MessageCircle, PenLine } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { declineReasonSchema } from '../../../contracts/routing.ts';
import { Button } from '../../ui/button.tsx';
import { CountdownRing } from '../../ui/countdown-ring.tsx';
import { Menu, MenuGroup, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { Time } from '../../ui/time.tsx';
import { PriorityBadge } from '../ticket/priority.tsx';
import { DeclineDialog } from './decline-dialog.tsx';
import type { TimedOffer } from './queries.ts';
import { useOfferAnswer, type OfferAnswer } from './use-offer-answer.ts';

/** One offer: who, what, why me, the time left, and the two answers. */
export function OfferCard({ offer, takesFocus }: { offer: TimedOffer; takesFocus: boolean }) {
  const { t } = useTranslation();
  const answer = useOfferAnswer(offer.id);
  const Icon = offer.channelClass === 'messaging' ? MessageCircle : Mail;
  const title = t(`offers.title.${offer.channelClass}`);
  return (
    <article
      aria-label={`${title}: ${offer.subject}`}
      className="shrink-0 rounded-overlay border border-line bg-raised p-4 shadow-overlay"
    >
      <div className="flex items-start gap-3">
        <CountdownRing endsAtMs={offer.endsAtMs} totalMs={offer.totalMs} />
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-1.5 text-meta font-medium text-accent-text">
            <Icon aria-hidden className="size-3.5!" /> {title}
            <PriorityBadge priority={offer.priority} onlyRaised />
          </p>
          <p className="truncate font-semibold">
            <bdi>{offer.customerName ?? t('offers.someone')}</bdi>
          </p>
          <p dir="auto" className="line-clamp-2 text-message">
            {offer.subject}
          </p>
        </div>
      </div>
      <p className="mt-2 text-muted">
        <span className="font-medium text-text">{t('offers.why')}:</span> {offer.why}
      </p>
      <p className="mt-1 text-meta text-subtle">
        {t('offers.meta', { queue: offer.queueName, count: offer.units })}
        {' · '}
        {t('offers.waited')} <Time at={offer.waitingSince} />
      </p>
      <Answers answer={answer} takesFocus={takesFocus} />
    </article>
  );
}

function Answers({ answer, takesFocus }: { answer: OfferAnswer; takesFocus: boolean }) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  const acceptButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus && !isBusy()) acceptButton.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const declineButton = (
    <Button size="lg" loading={answer.busy === 'decline'} disabled={answer.busy === 'accept'}>
      {t('offers.decline')}
    </Button>
  );
  return (
    <div className="mt-3 flex gap-2">
      <Button
        ref={acceptButton}
        variant="primary"
        size="lg"
        className="flex-1"
        loading={answer.busy === 'accept'}
        disabled={answer.busy === 'decline'}
        onClick={answer.accept}
      >
        {t('offers.accept')}
      </Button>
      <Menu align="end" side="top" trigger={declineButton}>
        <MenuGroup label={t('offers.declineTitle')}>
          {declineReasonSchema.options.map((reason) => (
            <MenuItem key={reason} onSelect={() => answer.decline({ reason })}>
              {t(`offers.reasons.${reason}`)}
            </MenuItem>
          ))}
        </MenuGroup>
        <MenuSeparator />
        <MenuItem icon={PenLine} onSelect={() => setWriting(true)}>
          {t('offers.declineInWords')}
        </MenuItem>
      </Menu>
      {writing && <DeclineDialog onDecline={answer.decline} onClose={() => setWriting(false)} />}
    </div>
  );
}

const WRITING =
  'input, textarea, select, [role=combobox], [role=textbox], [role=menuitem], [role=menuitemradio]';

/** The focus is not taken from somebody who writes or chooses. */
function isBusy(): boolean {
  const { activeElement } = document;
  if (document.querySelector('[role=dialog], [role=menu], [role=listbox]') !== null) return true;
  return (
    activeElement instanceof HTMLElement &&
    (activeElement.isContentEditable || activeElement.matches(WRITING))
  );
}
