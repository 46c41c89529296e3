import { useState } from 'react';
import { TextField } from '../../ui/text-field.tsx';
import { wordsOf } from './draft.rules.ts';

/** Props of {@link WordsField}. */
export type WordsFieldProps = {
  label: string;
  words: readonly string[];
  disabled: boolean;
  onChange: (words: string[]) => void;
};

/** Words with commas between, as people write lists. */
export function WordsField({ label, words, disabled, onChange }: WordsFieldProps) {
  const [text, setText] = useState('');
  // What is being typed is kept as it is; words that came from elsewhere replace it.
  const typed = wordsOf(text).join().toLowerCase() === words.join().toLowerCase();
  return (
    <TextField
      aria-label={label}
      placeholder={label}
      className="min-w-40 flex-1"
      disabled={disabled}
      value={typed ? text : words.join(', ')}
      onValueChange={(next) => {
        setText(next);
        onChange(wordsOf(next));
      }}
    />
  );
}
