import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';

/** Props of {@link ManyPicker}. */
export type ManyPickerProps = {
  label: string;
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
  disabled: boolean;
  onChange: (chosen: string[]) => void;
};

/** Any of a list: what is chosen as chips, the rest in a menu. */
export function ManyPicker({ label, options, chosen, disabled, onChange }: ManyPickerProps) {
  const { t } = useTranslation();
  const free = options.filter(({ value }) => !chosen.includes(value));
  const labelOf = (value: string) =>
    options.find((option) => option.value === value)?.label ?? value;
  return (
    <div
      role="group"
      aria-label={label}
      className="flex min-h-control flex-wrap items-center gap-1"
    >
      {chosen.map((value) => (
        <Chip
          key={value}
          label={labelOf(value)}
          onRemove={disabled ? undefined : () => onChange(chosen.filter((one) => one !== value))}
        />
      ))}
      {!disabled && free.length > 0 && (
        <Menu
          trigger={
            <Button size="sm" icon={Plus} variant={chosen.length === 0 ? 'secondary' : 'ghost'}>
              {t(chosen.length === 0 ? 'triggers.pick' : 'triggers.addValue')}
            </Button>
          }
        >
          {free.map(({ value, label: words }) => (
            <MenuItem key={value} onSelect={() => onChange([...chosen, value])}>
              {words}
            </MenuItem>
          ))}
        </Menu>
      )}
    </div>
  );
}
