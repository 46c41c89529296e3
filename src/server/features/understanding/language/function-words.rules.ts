const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Small words by language (ISO 639-1), without marks over letters: they tell a language and carry no topic. */
export const functionWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: list(
    'the a an and or but if of to in on at by for with from into about is are was were be been am has have had do does did i you he she it we they me him her us them my your his its our their this that these those there here not no can could will would should may must just so too very what which who when where why how as than also any some all im ive dont cant didnt isnt wont doesnt youre thats get got still after before please been up out off',
  ),
  de: list(
    'der die das dem den des ein eine einen einem einer und oder aber wenn dann von zu zum zur im an am auf bei fur mit aus nach uber ist sind war waren bin hat habe haben hatte ich du er sie es wir ihr mich mir dich dir uns euch mein meine meinen dein ihre ihren dieser diese dieses nicht kein keine kann konnen wird werden soll muss doch nur auch noch schon sehr was wer wann wo warum wie als dass bitte in so ja nein seit',
  ),
  fr: list(
    'le la les un une des du de et ou mais si dans sur par pour avec sans est sont etait suis es etes ai avons avez ont je tu il elle nous vous ils elles me te se moi mon ma mes ton ta votre nos vos leur ce cet cette ces ne pas plus non oui peut peux pouvez qui que quoi quand comment pourquoi tres aussi encore toujours au aux en bien merci donc depuis jai nai quel quelle mais',
  ),
  es: list(
    'el la los las un una y o pero si de del a al en por para con sin es son soy estoy esta estan he ha hemos han yo tu usted me te se le nos mi mis su sus este esto no puedo puede pueden que quien cuando donde como muy tambien mas ya hay cual porque desde todavia aun hola gracias lo',
  ),
  it: list(
    'il lo la i gli le un uno una e ma se di del della dei al alla in nel nella da dal su sul per con senza sono era sei ho hai ha abbiamo hanno io tu mi ti si ci vi mio mia suo nostro questo questa non posso puo potete che chi quando dove come perche molto anche piu ancora cosa quale buongiorno grazie e',
  ),
  nl: list(
    'de het een en of maar als dan van naar in op bij voor met uit over is zijn was waren ben heb hebt heeft hebben had ik jij je hij zij ze wij we jullie mij me ons mijn uw u dit dat deze die niet geen kan kunnen kon zal wil moet er ook nog al heel wat wie wanneer waar waarom hoe dus wel graag om te aan',
  ),
  pt: list(
    'o a os as um uma e ou mas se de do da dos das em no na nos nas por para com sem sao sou esta estao estou tenho tem temos ha eu tu ele ela voce voces me te lhe meu minha seu sua este isto esse isso nao posso pode podem que quem quando onde como porque muito tambem mais ja qual ainda obrigado obrigada ola foi desde',
  ),
};

const every: ReadonlySet<string> = new Set(
  Object.values(functionWords).flatMap((words) => [...words]),
);

/** True for a word that carries no topic in any of the languages; the word is folded. */
export function isFunctionWord(word: string): boolean {
  return every.has(word);
}

/** A text without its small words; the text itself where nothing else is in it. */
export function withoutFunctionWords(text: string): string {
  const words = text.split(/\s+/);
  const kept = words.filter((word) => !every.has(foldWord(word)));
  return kept.length === 0 ? text : kept.join(' ');
}

/** A word in lower case, without marks over letters and without what is no letter or digit. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
