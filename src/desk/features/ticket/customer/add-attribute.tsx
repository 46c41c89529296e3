import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { TextField } from '../../../ui/text-field.tsx';

/** Notes something of a customer that has no field of its own. */
export function AddAttribute({ onAdd }: { onAdd: (attributes: Record<string, string>) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const isReady = name.trim() !== '' && value.trim() !== '';
  const add = () => {
    onAdd({ [name.trim()]: value.trim() });
    setName('');
    setValue('');
    setOpen(false);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title={t('ticket.customer.attributes.title')}
      trigger={
        <Button size="sm" variant="ghost" icon={Plus} className="-ms-2">
          {t('ticket.customer.attributes.add')}
        </Button>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) add();
        }}
      >
        <p className="text-meta text-muted">{t('ticket.customer.attributes.lead')}</p>
        <Field
          label={t('ticket.customer.attributes.name')}
          hint={t('ticket.customer.attributes.nameHint')}
        >
          <TextField maxLength={80} value={name} onValueChange={setName} />
        </Field>
        <Field label={t('ticket.customer.attributes.value')}>
          <TextField maxLength={500} value={value} onValueChange={setValue} />
        </Field>
        <Button type="submit" variant="primary" className="self-start" disabled={!isReady}>
          {t('ticket.customer.attributes.save')}
        </Button>
      </form>
    </Popover>
  );
}
