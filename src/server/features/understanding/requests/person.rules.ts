import type { Evidence } from '../../../../contracts/understanding.ts';
import { foldText, spansOf } from '../text/folded.rules.ts';
import { phrases } from '../text/words.rules.ts';

const PEOPLE =
  '(?:human|humans|person|people|agent|agents|operator|representative|rep|manager|supervisor|somebody|someone|real human|real person|live agent|live person|human being|human agent|member of staff|your team|colleague|advisor|adviser|customer service)';

/** Ways to ask for a person, folded; the bare names of a person count only in a message that says little else. */
const asks: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}])(?:talk|speak|chat|spaek|speek|connect me|connected|put me through|transfer(?:red)?(?: me)?|pass me|hand me over|escalate|forward me|forward this)(?: ?(?:on|over|directly))? (?:to|with) (?:(?:an?|the|another|your|some|actual|real|live|proper|different|please) ){0,3}${PEOPLE}(?![\\p{L}])`,
    'gu',
  ),
  new RegExp(
    `(?<![\\p{L}])(?:need|want|get me|give me|wnat|i d like|i'd like|would like|prefer|rather have|can i have|may i have)(?: to (?:have|get|reach|see))? (?:(?:an?|the|your|some|actual|real|live|proper) ){1,3}(?:human|person|agent|operator|representative|manager|supervisor|human being|human agent|live agent)(?![\\p{L}])`,
    'gu',
  ),
  phrases(
    `don't want to talk to a|do not want to talk to a|don't want to speak to a|is there a human|human i can talk|person i can talk|human i can speak|person i can speak|colleague of yours|one of your colleagues|someone else take over|no bot|no bots|no robot|not a bot|not a robot|not a machine|stop the bot|no more bot|i hate bots|human please|person please|agent please|real person please|operator please|representative please|manager please|can somebody call me|can someone call me|please call me|call me back|give me a call|ring me|phone me|real human|real person|live agent|actual person|actual human|is anyone there|is anybody there|anyone real|someone real|somebody real|talk to support|speak to support|let a human|have a human|have someone look|get a human|want a human|need a human|no automated*|customer service agent|agnet please|humna please
    mit jemandem telefonieren|mit jemand telefonieren|mich bitte jemand anrufen|mich jemand anrufen|auch einen menschen|auch menschen|mit einem menschen|mit einem mitarbeiter|mit einer mitarbeiterin|mit einer person|mit jemandem sprechen|mit jemand sprechen|mit ihrem chef|mit dem vorgesetzten|mit einem berater|echten menschen|echter mensch|echte menschen|echte person|einen menschen|einen mitarbeiter bitte|mitarbeiter bitte|mensch bitte|menschen bitte|kein bot|keinen bot|kein roboter|rufen sie mich|ruf mich an|ruckruf*|mich anrufen|ansprechpartner bitte|personlich sprechen
    etre humain|parler a un humain|parler a une personne|parler a quelqu'un|parler avec quelqu'un|parler a un conseiller|parler avec un conseiller|parler a un agent|parler a votre responsable|un humain|une vraie personne|vraie personne|un conseiller|conseiller au telephone|un responsable|pas un robot|pas a un robot|pas de robot|rappelez moi|appelez moi|etre rappele|etre rappelee|me rappeler|etre mis en relation
    paseme con|atienda una persona|atienda un humano|ser humano|hablar con una persona|hablar con un humano|hablar con alguien|hablar con un agente|hablar con un asesor|hablar con un operador|hablar con el encargado|hablar con un representante|persona real|una persona por favor|un humano|un agente por favor|no un robot|no un bot|no quiero un robot|llamenme|llamadme|que me llamen|me pueden llamar
    essere umano|parlare con una persona|parlare con un operatore|parlare con un'operatrice|parlare con qualcuno|parlare con un umano|parlare con un responsabile|parlare con un addetto|persona vera|persona reale|un operatore|un umano|non un robot|non con un robot|non un bot|richiamatemi|chiamatemi|potete chiamarmi|essere richiamat*
    met een mens|met een medewerker|met een persoon|met iemand praten|met iemand spreken|iemand spreken|een medewerker|echt mens|echte persoon|echt persoon|een mens|geen robot|geen bot|bel mij|bel me|terugbellen|leidinggevende spreken
    atendido por uma pessoa|atendida por uma pessoa|ser humano|falar com uma pessoa|falar com um humano|falar com alguem|falar com um atendente|falar com um agente|falar com um operador|falar com o gerente|falar com um responsavel|pessoa real|pessoa de verdade|um atendente|um humano|nao um robo|nao quero robo|sem robo|me liguem|me ligue|liguem me|podem me ligar`,
  ),
];
const bare =
  /^\W*(?:(?:please|bitte|por favor|per favore) )?(?:(?:a|an|real|live|einen?|un|une|una|um|uma|een) )?(?:human|person|agent|operator|representative|manager|mensch|mitarbeiter|berater|humain|conseiller|agente|persona|operador|asesor|operatore|umano|medewerker|mens|atendente|pessoa|humano)(?: (?:now|please|pls|plz|bitte|svp|s'il vous plait|por favor|per favore|graag|aub))?\W*$/gu;
const refusals = phrases(
  `don't need to speak|do not need to speak|don't need to talk|do not need to talk|no need to call|don't call me|do not call me|please don't call|please do not call|nicht anrufen|kein ruckruf|keinen ruckruf|bitte keinen ruckruf|pas besoin de me rappeler|ne me rappelez pas|ne m'appelez pas|no me llamen|non chiamatemi|non richiamatemi|niet bellen|nao me liguem`,
);

/** Whether a customer asks for a person in so many words, with the places where they do. */
export function findPersonWish(messages: readonly { id: string; text: string }[]): {
  value: boolean;
  confidence: number;
  evidence: Evidence[];
} {
  const evidence = messages.flatMap(({ id, text }) => {
    const folded = foldText(text);
    const refused = spansOf(folded, refusals);
    return [...asks, bare]
      .flatMap((pattern) => spansOf(folded, pattern))
      .filter((span) => !refused.some(({ start, end }) => span.start < end && start < span.end))
      .map((span) => ({ message: id, ...span }));
  });
  const value = evidence.length > 0;
  return { value, confidence: value ? 0.92 : 0.85, evidence: evidence.slice(0, 5) };
}

/** True for one message that asks for a person. */
export function asksForPerson(text: string): boolean {
  return findPersonWish([{ id: '', text }]).value;
}
