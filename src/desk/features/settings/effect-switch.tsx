import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/switch.tsx';

/** Props of {@link EffectSwitch}: what holds while it is on and while it is off, and what turning it off does. */
export type EffectSwitchProps = {
  label: string;
  on: string;
  off: string;
  /** Where that is more than what holds afterwards. */
  turningOff?: string | undefined;
  checked: boolean;
  onSave: (next: boolean) => void;
};

/** A switch that tells what turning it does, and turns only when that has been read and saved. */
export function EffectSwitch(props: EffectSwitchProps) {
  const { label, on, off, turningOff = off, checked, onSave } = props;
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const shown = asked ? !checked : checked;
  return (
    <div className="flex flex-col gap-2">
      <Switch
        label={label}
        hint={asked ? undefined : checked ? on : off}
        checked={shown}
        onCheckedChange={(next) => setAsked(next !== checked)}
      />
      {asked && (
        <Banner
          tone="caution"
          action={
            <>
              <Button size="sm" variant="ghost" onClick={() => setAsked(false)}>
                {t('settings.chats.keep')}
              </Button>
              <Button
                size="sm"
                variant="primary"
                onClick={() => {
                  setAsked(false);
                  onSave(!checked);
                }}
              >
                {t('settings.save')}
              </Button>
            </>
          }
        >
          {t('settings.chats.effect', { effect: shown ? on : turningOff })}
        </Banner>
      )}
    </div>
  );
}
