/** Words and short phrases of seven languages that answer a question of the bot. */
import { plain, setOf, wordsOf } from './plain.rules.ts';

const vague = setOf(`
  hi hello hey hiya heya yo good morning afternoon evening day there team dear sir madam all everyone greetings
  help me please pls i need a an some have got question questions quick can could you would assist assistance support
  problem problems issue issues with something anyone anybody somebody someone is are u thanks thank test testing
  ok okay yes no hm hmm um so well i'm im am just want to ask
  hallo guten tag morgen abend moin servus gruss grusse gott ich habe hab brauche eine ein frage fragen hilfe bitte
  konnen sie kannst du mir helfen jemand da ja nein danke
  bonjour bonsoir salut coucou j'ai une un question besoin d'aide de l'aide aide aidez moi probleme s'il vous plait svp
  pouvez m'aider oui non merci
  hola buenos dias buenas tardes noches tengo pregunta necesito ayuda problema por favor me puede puedes ayudar si gracias
  ciao buongiorno buonasera salve ho domanda bisogno di aiuto per favore mi puo puoi aiutare grazie
  hoi goedemorgen goedemiddag goedenavond dag ik heb een vraag hulp nodig probleem kunt u je mij kun helpen
  alsjeblieft alstublieft ja nee dank
  ola oi bom dia boa tarde noite tenho uma um pergunta duvida preciso ajuda pode ajudar sim nao obrigado obrigada`);

/** A greeting, or a call for help that does not say with what. */
export function isVague(text: string): boolean {
  const words = wordsOf(text);
  return !/\p{L}/u.test(text) || (words.length <= 10 && words.every((word) => vague.has(word)));
}

const refusal =
  /^(skip( it| this| that)?|no|nope|nah|none|no thanks?|no thank you|not now|pass|rather not|i'?d rather not( say)?|i (would )?prefer not( to)?( say)?|anonymous|anonymously|i don'?t want to( say)?|nein|nein danke|lieber nicht|keine|mochte ich nicht( sagen)?|uberspringen|anonym|non|non merci|je prefere pas|passer|anonyme|no gracias|prefiero no( decirlo)?|saltar|omitir|no grazie|preferisco di no|salta|nee|nee dank je|nee bedankt|liever niet|overslaan|nao|nao obrigad[oa]|prefiro nao( dizer)?|pular)$/;

/** "Skip", "no", "rather not". */
export function isRefusal(text: string): boolean {
  return refusal.test(bare(text));
}

const noEmail =
  /\b(no|not have|don'?t have|haven'?t( got)?|without)\b.{0,12}\be?-?mail|\bkeine? .{0,10}mail|\bpas d.{0,12}(mail|courriel)|\bno tengo .{0,10}(mail|correo)|\bnon ho .{0,12}mail|\bgeen .{0,8}mail|\bnao tenho .{0,10}mail|\b(i )?(don'?t|do not) have (one|any)\b|\bhabe keine\b|\bj'en ai pas\b|\bje n'ai pas\b|\bno tengo\b|\bnon (ce )?l'ho\b|\bheb ik niet\b|\bnao tenho\b/;

/** Says that there is no address to give. */
export function hasNoEmail(text: string): boolean {
  return noEmail.test(plain(text));
}

const yes =
  /^(yes|yes please|yep|yeah|yup|sure|ok|okay|correct|right|exactly|that'?s right|ja|ja bitte|genau|richtig|klar|oui|d'accord|exact|si|claro|correcto|vale|esatto|certo|klopt|graag|sim|isso|certo)$/;
const no =
  /^(no|nope|nah|no thanks?|no thank you|wrong|nein|falsch|nein danke|non|non merci|no gracias|no grazie|nee|nee bedankt|nao|nao obrigad[oa])$/;

/** A plain yes. */
export function isYes(text: string): boolean {
  return yes.test(bare(text));
}

/** A plain no. */
export function isNo(text: string): boolean {
  return no.test(bare(text));
}

const closing =
  /^((ok|okay|thanks?|thank you|great|danke|merci|gracias|grazie|bedankt|obrigad[oa])[ ,.]*)*(bye|bye bye|goodbye|good bye|see you|never ?mind|nothing|nothing else|that'?s all|that is all|that was all|that'?s it|i'?m done|all good|forget it|stop|quit|exit|tschuss|das war'?s|das ist alles|das war alles|nichts|schon gut|egal|au revoir|c'est tout|rien|laissez tomber|adios|nada|nada mas|eso es todo|dejalo|arrivederci|niente|e tutto|lascia stare|doei|dat was het|dat is alles|niets|laat maar|tchau|e tudo|so isso|deixa pra la)([ ,.]*(thanks?|thank you|bye|danke|merci|gracias|grazie|bedankt|obrigad[oa]))*$/;

/** Says that nothing more is wanted, or goodbye. */
export function isClosing(text: string): boolean {
  return closing.test(bare(text));
}

const question =
  /^(why|what|how|when|where|who|which|is it|are you|do you|can you|could you|will you|warum|wieso|weshalb|wozu|was|wie|wann|wer|wo|pourquoi|comment|quand|qui|est-ce|por que|para que|como|cuando|quien|perche|quando|chi|cosa|waarom|waarvoor|hoe|wat|wie|porque|quem)\b/;

const thanks =
  /^((ok|okay|great|perfect|super|yes|that|this|it|all|really|very|so|much|you|many|a lot|helps?|helped|works?|worked|does|did|solved|thanks?|thank you|danke|merci|gracias|grazie|bedankt|obrigad[oa])[ ,.]*)+$/;

/** Thanks, or says that it helped: "great, that helped, thank you". */
export function isThanks(text: string): boolean {
  const said = bare(text);
  return (
    thanks.test(said) &&
    /thank|danke|merci|gracias|grazie|bedankt|obrigad|help|work|solved/.test(said)
  );
}

/** A question back. */
export function isQuestion(text: string): boolean {
  return /[?？]\s*$/.test(text) || question.test(plain(text));
}

/** Chooses an answer by email. */
export function prefersEmail(text: string): boolean {
  return /\b(e-?mails?|mail|mails|courriel|correo|posta elettronica)\b/.test(plain(text));
}

/** Chooses to wait for a person. */
export function prefersWaiting(text: string): boolean {
  return /\b(wait|waiting|connect( me)?|chat|talk|here|warte|warten|verbinden|attendre|attends|esperar|espero|aspettare|aspetto|wachten|wacht)\b/.test(
    plain(text),
  );
}

function bare(text: string): string {
  return plain(text)
    .replace(/[.,;:!?¿¡"()…]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
