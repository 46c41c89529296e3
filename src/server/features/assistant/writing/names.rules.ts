/** Words that come from outside and stand inside our sentences. */
import { functionWords } from '../../understanding/language/function-words.rules.ts';
import { foldText } from '../../understanding/text/folded.rules.ts';

const maxNameChars = 40;
const maxNameWords = 4;

/** Small words that are part of names. */
const particles = new Set(
  'de da do das dos del della di du des van von der den ter ten la le el al bin ibn zu zur y e i st abd ben o mc ap san'.split(
    ' ',
  ),
);
/** What no name says and an answer may: a name is a place where a stranger writes into our text. */
const notInNames = new Set(
  'refund refunded refunds approved approval paid pay payment invoice account password click here link system admin administrator assistant support agent bot free win winner prize gift bonus ignore instruction instructions prompt urgent verify verified confirm confirmed cancel cancelled canceled call send order owner customer test unknown anonymous noreply info sales contact team service erstattung erstattet genehmigt konto passwort klicken hier gewinn gewonnen remboursement rembourse compte cliquez ici gagne approuve reembolso reembolsado cuenta contrasena clic aqui gratis ganado aprobado rimborso rimborsato approvato conto clicca qui vinto terugbetaling goedgekeurd rekening klik gewonnen gratis reembolsado conta senha clique ganhou aprovado undefined null'.split(
    ' ',
  ),
);
/** Small words of some language that are names in another. */
const alsoNames = new Set(
  'will may ben dan mia una per an tu so ha ma jo don per ana su vi'.split(' '),
);
const smallWords = new Set(Object.values(functionWords).flatMap((words) => [...words]));

/**
 * A customer's name as it may stand in a greeting, or null where it is not plainly a name: up to four words
 * of letters, 40 characters, with no word of an instruction or a promise among them. "Refund Approved" is
 * greeted with a bare hello.
 */
export function plainName(name: string | null): string | null {
  if (name === null) return null;
  const clean = name.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  if (clean.length < 2 || clean.length > maxNameChars) return null;
  // A full stop only ends a title or an initial: `evil.example` is a place.
  if (!/^[\p{L}\p{M}]+(?:(?:\. |[ '’-])[\p{L}\p{M}]+)*\.?$/u.test(clean)) return null;
  const words = clean.split(/[ .-]+/).filter((word) => word !== '');
  return words.length <= maxNameWords && words.every(isNameWord) ? clean : null;
}

function isNameWord(word: string, index: number, words: readonly string[]): boolean {
  const folded = foldText(word).text;
  if (notInNames.has(folded)) return false;
  if (particles.has(folded)) return words.length > 1 && index < words.length - 1;
  return folded.length === 1 || alsoNames.has(folded) || !smallWords.has(folded);
}

/** One line of the workspace's own words, without anything that a mail program would make a link of. */
export function plainLine(text: string, maxChars: number): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u{2028}\u{2029}]+/gu, ' ')
    .replace(/https?:\/\/|www\./giu, '')
    .replace(/[<>[\](){}`*_|\\]/g, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, maxChars);
}
