import { Braces } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { variableNames, variables } from '../../../contracts/variables.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';

/** Offers every variable and hands over what is to be written. */
export function VariableMenu({ onInsert }: { onInsert: (placeholder: string) => void }) {
  const { t } = useTranslation();
  return (
    <Menu
      align="end"
      trigger={
        <Button size="sm" variant="ghost" icon={Braces}>
          {t('macros.insertVariable')}
        </Button>
      }
    >
      {variableNames.map((name) => (
        <MenuItem key={name} hint={`{{${name}}}`} onSelect={() => onInsert(`{{${name}}}`)}>
          {variables[name].label}
        </MenuItem>
      ))}
    </Menu>
  );
}
