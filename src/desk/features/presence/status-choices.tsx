import { useTranslation } from 'react-i18next';
import { MenuChoice, MenuChoices } from '../../ui/menu.tsx';
import { PresenceDot } from '../../ui/presence-dot.tsx';
import { Time } from '../../ui/time.tsx';
import { useStatusOptions, type StatusOption } from './status-options.ts';

/** Props of {@link StatusChoices}. */
export type StatusChoicesProps = {
  /** The status somebody is in, by its value, and since when. */
  current: string;
  since: string;
  onChoose: (status: StatusOption) => void;
};

/** Every status as items of a menu, with what each takes of each channel. */
export function StatusChoices({ current, since, onChoose }: StatusChoicesProps) {
  const { t } = useTranslation();
  const options = useStatusOptions();
  const choose = (value: string) => {
    const option = options.find((one) => one.value === value);
    if (option) onChoose(option);
  };
  return (
    <MenuChoices value={current} onValueChange={choose}>
      {options.map(({ value, name, dot, allows }) => (
        <MenuChoice
          key={value}
          value={value}
          mark={<PresenceDot presence={dot} label="hidden" />}
          hint={
            <>
              {allows}
              {value === current && (
                <>
                  {' · '}
                  {t('presence.status.since')} <Time at={since} />
                </>
              )}
            </>
          }
        >
          {name}
        </MenuChoice>
      ))}
    </MenuChoices>
  );
}
