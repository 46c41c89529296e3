import { useTranslation } from 'react-i18next';
import { Combobox } from '../../ui/combobox.tsx';
import { Select } from '../../ui/select.tsx';
import { useCategories } from './queries.ts';

/** Props of {@link CategoryChoice}. */
export type CategoryChoiceProps = {
  value: string | null;
  onValueChange: (category: string | null) => void;
  'aria-label': string;
  disabled?: boolean;
  className?: string;
};

const NONE = '';
/** More than these are found by typing. */
const MOST_LISTED = 15;

/** One of the categories, or none; one that was deleted stays readable. */
export function CategoryChoice({ value, onValueChange, ...rest }: CategoryChoiceProps) {
  const { t } = useTranslation();
  const { data: categories = [] } = useCategories();
  const known = value === null || categories.some(({ name }) => name === value);
  const options = [
    { value: NONE, label: t('ticket.field.noCategory') },
    ...(known ? [] : [{ value, label: value }]),
    ...categories.map(({ name, description }) => ({
      value: name,
      label: name,
      hint: description,
    })),
  ];
  const choose = (chosen: string) => onValueChange(chosen === NONE ? null : chosen);
  if (options.length <= MOST_LISTED)
    return <Select {...rest} value={value ?? NONE} options={options} onValueChange={choose} />;
  return (
    <Combobox
      {...rest}
      value={options.find((one) => one.value === (value ?? NONE)) ?? null}
      options={options}
      // An emptied field is on the way to another word; none is a choice of its own.
      onValueChange={(chosen) => chosen && choose(chosen.value)}
    />
  );
}
