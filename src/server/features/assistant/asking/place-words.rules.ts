/** The words by which people choose from a list, in the languages of the assistant's mails, folded. */

/** Ordinals and numbers by their place in a list; a star stands for any ending. */
const places: readonly (readonly string[])[] = [
  'first 1st erste* premier premiere primera primero prim[oa] primeir[oa] eerste 1er 1ere eins un[oa] one'.split(
    ' ',
  ),
  'second* 2nd zweite* deuxieme segund[oa] tweede 2e 2eme two zwei zwo deux dos twee due dois duas'.split(
    ' ',
  ),
  'third* 3rd dritte* troisieme tercer[oa] tercer derde terz[oa] terceir[oa] 3e 3eme three drei trois tres drie tre'.split(
    ' ',
  ),
  'fourth* 4th vierte* quatrieme cuart[oa] vierde quart[oa] 4e 4eme four vier quatre cuatro quattro quatro'.split(
    ' ',
  ),
  'fifth* 5th funfte* cinquieme quint[oa] vijfde 5e 5eme five funf cinq cinco vijf cinque'.split(
    ' ',
  ),
  'sixth* 6th sechste* sixieme sext[oa] zesde sest[oa] 6e 6eme six sechs seis zes sei'.split(' '),
];
const last = 'last letzte* dernier derniere ultim[oa] laatste'.split(' ');

/** A letter behind one of these is a letter, not an article or a preposition. */
const option =
  'option optie opcion opzione opcao answer antwort antwoord reponse respuesta risposta resposta number nummer numero nr num n no point punkt punto ponto choice wahl keuze choix eleccion scelta escolha article artikel articolo artigo articulo letter buchstabe lettre letra lettera'.split(
    ' ',
  );

/** What stands beside a choice and takes nothing from it. */
const beside =
  "the teh them these those of davon diese dieser eux elles ellos ellas loro questi queste delas deles ervan deze it is its it's this that would be i i'd we take choose chose pick prefer mean meant want like think for my me of one ones and above below listed please pls thanks thank you thx cheers hi hello dear yes ok okay well so der die das den dem ist es ich nehme wahle meine mochte fur mich von unten oben und bitte danke vielen dank schon hallo guten tag ja le la les c'est ce est je prends choisis veux dire pour moi l'option et merci beaucoup s'il vous plait svp bonjour oui el lo los es yo elijo escojo quiero para mi seria y por favor gracias hola buenos dias si il e io scelgo prendo vorrei per l'opzione grazie mille favore ciao buongiorno de het ik kies bedoel wil voor mij graag dat en alstublieft aub bedankt dank u je o a os um eu escolho quero obrigado obrigada ola bom dia sim".split(
    ' ',
  );

/** More than one, none of them, or not this one: nobody can tell which is meant. */
const unclear =
  'both all either any neither none or not nicht beide beiden alle keine keiner keins oder weder pas ou tous toutes aucun aucune ni ambos ambas todos todas ninguno ninguna entrambi entrambe tutti tutte nessuno nessuna oppure allebei geen niet nenhum nenhuma nem nao non'.split(
    ' ',
  );

const patterns = places.map((words) => new RegExp(`^(?:${words.map(patternOf).join('|')})$`));
const lastPattern = new RegExp(`^(?:${last.map(patternOf).join('|')})$`);
const optionWords: ReadonlySet<string> = new Set(option);
const besides: ReadonlySet<string> = new Set(beside);
const unclears: ReadonlySet<string> = new Set(unclear);
const longBeside = [...option, ...beside].filter(({ length }) => length >= 5);

/** Ordinals long enough that one wrong letter still tells which is meant. */
const spelt = places.flatMap((words, place) =>
  words
    .flatMap((word) =>
      word.endsWith('[oa]')
        ? ['o', 'a'].map((end) => word.replace('[oa]', end))
        : [word.replace('*', '')],
    )
    .filter((word) => word.length >= 5)
    .map((word) => ({ word, place })),
);

/** What one word of a reply is. */
export type PlaceWord =
  /** A place from 0 on; `isSmall` where the word is an article or a preposition as well. */
  | { readonly kind: 'place'; readonly place: number; readonly isSmall: boolean }
  | { readonly kind: 'option' | 'beside' | 'unclear' | 'other' };

/** Reads a folded word of a reply to a list of `count` options. */
export function placeWordOf(word: string, count: number): PlaceWord {
  if (/^\d{1,2}$/.test(word)) return { kind: 'place', place: Number(word) - 1, isSmall: false };
  if (lastPattern.test(word)) return { kind: 'place', place: count - 1, isSmall: false };
  const place = patterns.findIndex((pattern) => pattern.test(word));
  if (place >= 0) return { kind: 'place', place, isSmall: smallNumbers.has(word) };
  if (/^[a-h]$/.test(word))
    return { kind: 'place', place: word.charCodeAt(0) - 97, isSmall: 'ae'.includes(word) };
  if (unclears.has(word)) return { kind: 'unclear' };
  if (optionWords.has(word)) return { kind: 'option' };
  if (besides.has(word)) return { kind: 'beside' };
  const near = spelt.find((one) => isOneOff(one.word, word));
  if (near) return { kind: 'place', place: near.place, isSmall: false };
  return { kind: longBeside.some((one) => isOneOff(one, word)) ? 'beside' : 'other' };
}

const smallNumbers = new Set(['one', 'un', 'una', 'uno']);

function patternOf(word: string): string {
  return word.replace('*', '[a-z]{0,3}');
}

/** Whether one letter is wrong, missing, too many, or two have changed places. */
function isOneOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  const [a, b] = [one.slice(from), other.slice(from)];
  return (
    a.slice(1) === b.slice(1) ||
    a === b.slice(1) ||
    a.slice(1) === b ||
    (a.slice(2) === b.slice(2) && a[0] === b[1] && a[1] === b[0])
  );
}
