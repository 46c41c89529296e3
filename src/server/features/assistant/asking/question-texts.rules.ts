/** Words of our own around what questions take from articles and fields. */
export interface QuestionTexts {
  /** Which of some articles or variants it is about. */
  readonly which: string;
  /** A condition that our grammar cannot turn into a question; `{condition}` is the article's clause. */
  readonly applies: string;
  readonly yes: string;
  readonly no: string;
}

const english: QuestionTexts = {
  which: 'Which of these is it about?',
  applies: 'Does this apply to you: “{condition}”?',
  yes: 'Yes',
  no: 'No',
};
const byLanguage: Readonly<Record<string, QuestionTexts>> = {
  en: english,
  de: {
    which: 'Worum geht es?',
    applies: 'Trifft das auf Sie zu: „{condition}“?',
    yes: 'Ja',
    no: 'Nein',
  },
  fr: {
    which: 'De quoi s’agit-il ?',
    applies: 'Est-ce votre cas : « {condition} » ?',
    yes: 'Oui',
    no: 'Non',
  },
  es: {
    which: '¿De qué se trata?',
    applies: '¿Es este su caso: «{condition}»?',
    yes: 'Sí',
    no: 'No',
  },
  nl: {
    which: 'Waar gaat het over?',
    applies: 'Geldt dit voor u: „{condition}”?',
    yes: 'Ja',
    no: 'Nee',
  },
  it: {
    which: 'Di che cosa si tratta?',
    applies: 'È questo il suo caso: «{condition}»?',
    yes: 'Sì',
    no: 'No',
  },
  pt: {
    which: 'De que se trata?',
    applies: 'Este é o seu caso: “{condition}”?',
    yes: 'Sim',
    no: 'Não',
  },
};

/** The words of questions in a language; English where we have none. */
export function questionTexts(language: string): QuestionTexts {
  return byLanguage[language] ?? english;
}

/** Whether options are a yes and a no of ours. */
export function isYesOrNo(options: readonly string[]): boolean {
  return Object.values(byLanguage).some(
    ({ yes, no }) => options.length === 2 && options[0] === yes && options[1] === no,
  );
}

/** All our own words of questions, which the check of a draft knows. */
export const questionWords: readonly string[] = Object.values(byLanguage).flatMap((texts) =>
  Object.values(texts).map((text: string) => text.replace('{condition}', '')),
);
