import { Link } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { useStatusChange } from '../presence/use-status-change.ts';
import { useSignedIn } from '../session-gate/queries.ts';
import type { Step } from './use-first-steps.ts';

type StepKey = Step['key'];

/** The button of a step: the way there, or the act itself. */
export function StepAct({ step, done }: { step: StepKey; done: boolean }) {
  if (step === 'shop') return <OpenShop />;
  if (step === 'chat') return <OpenChat />;
  if (done) return null;
  return step === 'online' ? <GoOnline /> : <LinkButton step={step} />;
}

const LINKS: Record<Exclude<StepKey, 'online' | 'chat' | 'shop'>, ReactElement> = {
  mail: <Link to="/mail" search={{}} />,
  sending: <Link to="/mail" search={{}} />,
  articles: <Link to="/knowledge" />,
  colleagues: <Link to="/settings/$section" params={{ section: 'people' }} />,
};

function LinkButton({ step }: { step: keyof typeof LINKS }) {
  const { t } = useTranslation();
  return (
    <Button render={LINKS[step]} nativeButton={false}>
      {t(`firstSteps.${step}.act`)}
    </Button>
  );
}

function GoOnline() {
  const { t } = useTranslation();
  const setStatus = useStatusChange();
  const online = { name: t('ui.presence.online'), request: { status: 'online' } } as const;
  return <Button onClick={() => setStatus(online)}>{t('firstSteps.online.act')}</Button>;
}

function OpenShop() {
  const { t } = useTranslation();
  const { demoShopUrl } = useSignedIn();
  return (
    demoShopUrl && <OutwardButton href={demoShopUrl}>{t('firstSteps.shop.act')}</OutwardButton>
  );
}

function OpenChat() {
  const { t } = useTranslation();
  const { widgetKey } = useSignedIn();
  return (
    <span className="flex flex-wrap gap-2">
      <Button
        variant="ghost"
        render={<Link to="/settings/$section" params={{ section: 'widget' }} />}
        nativeButton={false}
      >
        {t('firstSteps.chat.more')}
      </Button>
      {widgetKey && (
        <OutwardButton href={`/chat/${widgetKey}`}>{t('firstSteps.chat.act')}</OutwardButton>
      )}
    </span>
  );
}

/** Leads out of the desk, in a tab of its own. */
function OutwardButton({ href, children }: { href: string; children: string }) {
  return (
    <Button
      icon={ExternalLink}
      render={<a href={href} target="_blank" rel="noopener noreferrer" aria-label={children} />}
      nativeButton={false}
    >
      {children}
    </Button>
  );
}
