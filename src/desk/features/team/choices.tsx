import { Checkbox } from '../../ui/checkbox.tsx';

/** Props of {@link Choices}. */
export type ChoicesProps = {
  legend: string;
  hint?: string;
  options: readonly { value: string; label: string; hint?: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Any number of a short list, each with its box; long lists scroll. */
export function Choices({ legend, hint, options, chosen, onChange }: ChoicesProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">{legend}</legend>
      {hint && <p className="mb-1 text-meta text-subtle">{hint}</p>}
      <div className="grid max-h-48 grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-4 gap-y-1.5 overflow-y-auto py-1">
        {options.map(({ value, label, hint: note }) => (
          <Checkbox
            key={value}
            label={label}
            {...(note && { hint: note })}
            checked={chosen.includes(value)}
            onCheckedChange={(on) =>
              onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
