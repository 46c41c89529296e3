import type { Evidence, RequestKind } from '../../../../contracts/understanding.ts';
import { foldText, spansOf } from '../text/folded.rules.ts';
import { phrases } from '../text/words.rules.ts';

/** Something that only somebody with access can do for this one customer. */
const acts = `cancel my|please cancel|want to cancel|like to cancel|i want to return|refund me|want a refund|want my money back|give me my money|send me a new|send me another|send a replacement|replace my|exchange my|change my address|change my order|change my booking|change the delivery|change my name|update my|please update|correct my|correct the invoice|reset my|please reset|unlock my|reactivate my|activate my|delete my account|close my account|remove my|add me to|upgrade my|downgrade my|rebook my|reschedule my|book me|please book|send me the invoice|send me my invoice|send me a copy|resend|please check my|check my order|extend my|please process|stop my subscription|unsubscribe me|merge my|transfer my|can somebody|could somebody|can someone|could someone
  bitte stornieren|stornieren sie|kundige* ich|hiermit kundige|mochte kundigen|mochte stornieren|mochte zuruckgeben|mochte umtauschen|erstatten sie|geld zuruck|bitte andern|adresse andern|bitte schicken|bitte senden|schicken sie mir|senden sie mir|bitte loschen|konto loschen|bitte freischalten|bitte entsperren|zurucksetzen sie|umbuchen|kann jemand|konnte jemand|kann bitte jemand
  annuler ma|annuler mon|je souhaite annuler|je veux annuler|resilier mon|je souhaite resilier|rembourse* moi|etre rembourse*|je veux un remboursement|changer mon adresse|modifier ma|modifier mon|envoyez moi|renvoyez moi|pouvez vous m'envoyer|supprimer mon compte|reinitialiser mon|quelqu'un peut|quelqu'un pourrait|quelqu'un peut il|quelqu'un pourrait il
  cancelar mi|quiero cancelar|quiero devolver|quiero un reembolso|devuelvanme|mi dinero|cambiar mi|modificar mi|enviarme|enviadme|envienme|mandenme|borrar mi cuenta|eliminar mi cuenta|dar de baja|alguien puede|alguien podria|puede alguien|podria alguien
  annullare il mio|voglio annullare|vorrei annullare|disdire|voglio un rimborso|rimborsatemi|cambiare il mio|modificare il mio|inviatemi|mandatemi|cancellare il mio account|qualcuno puo|qualcuno potrebbe|puo qualcuno|potrebbe qualcuno
  mijn bestelling annuleren|wil annuleren|wil opzeggen|annuleer mijn|zeg mijn|geld terug|mijn adres wijzigen|stuur mij|stuur me|kunt u mij sturen|verwijder mijn|kan iemand|zou iemand
  cancelar minha|cancelar meu|quero cancelar|quero devolver|quero reembolso|quero meu dinheiro|trocar meu|alterar meu|alterar minha|enviem me|me enviem|excluir minha conta|alguem pode|alguem poderia`;
/** How something of this one customer stands: an article may say how to see it. */
const news = `where is my order|where is my parcel|where is my package|track my|my order|my parcel|my refund
  wo ist mein|wo bleibt mein*|meine bestellung|mein paket|meine erstattung
  ou est mon|ou est ma|ma commande|mon colis|mon remboursement
  donde esta mi|mi pedido|mi paquete|mi reembolso
  dov'e il mio|dove il mio|il mio ordine|il mio pacco|il mio rimborso
  waar is mijn|waar blijft mijn|mijn bestelling|mijn pakket
  onde esta meu|onde esta minha|meu pedido|minha encomenda|meu reembolso`;
const service = phrases(`${acts}|${news}`);
const act = phrases(acts);
/** Something that an article could answer for anybody. */
const question = phrases(
  `how do i|how can i|how to|how does|how long|how much|how many|what is|what are|what does|which|is it possible|can i|do you|does it|are there|is there|where can i|where do i|when do you|who can|why is|what happens|could you explain|i would like to know|just wondering|am i able|may i
  wie kann|wie lange|wie viel|wie funktioniert|wie|was ist|was kostet|welche*|gibt es|kann ich|kann man|ist es moglich|wo finde|wo kann|wann|warum
  comment|combien|quel|quelle|quels|quelles|est ce que|est il possible|puis je|peut on|ou puis je|y a t il|pourquoi|qu'est ce que
  como puedo|como|cuanto|cuanta|cual|cuales|es posible|puedo|se puede|donde puedo|hay|por que|que es
  come posso|come|quanto|quanta|quale|quali|e possibile|posso|si puo|dove posso|perche|cos'e|c'e
  hoe|hoelang|hoeveel|welke|wat is|kan ik|is het mogelijk|waar kan|waar vind|wanneer|waarom|zijn er
  como faco|como posso|como|quanto|quanta|qual|quais|e possivel|posso|onde posso|por que|o que e|tem como`,
);
/** Something that does not work as it should. */
const problem = phrases(
  `doesn't work|does not work|don't work|not working|isn't working|stopped working|won't|can't|cannot|unable to|error|errors|broken|crash*|fails|failed|failing|bug|stuck|keeps|missing|wrong|damaged|defective|not received|has not arrived|hasn't arrived|never arrived|is down|nothing happens
  funktioniert nicht|geht nicht|klappt nicht|fehler*|kaputt|defekt|absturz*|sturzt ab|kann nicht|kann mich nicht|nicht angekommen|nicht erhalten|beschadigt|fehlt|falsch
  ne fonctionne pas|ne marche pas|marche pas|erreur|en panne|casse|cassee|n'arrive pas a|impossible de|pas recu|pas arrive|pas arrivee|abime*|manque|plante
  no funciona|no va|error|roto|rota|no puedo entrar|no me deja|no ha llegado|no he recibido|danado|danada|falta|falla
  non funziona|non va|errore|rotto|rotta|non riesco|non e arrivato|non ho ricevuto|danneggiat*|manca
  werkt niet|doet het niet|lukt niet|foutmelding|kapot|kan niet|niet ontvangen|niet aangekomen|beschadigd|ontbreekt
  nao funciona|erro|quebrado|quebrada|nao consigo|nao chegou|nao recebi|danificad*|falta|trava`,
);

/** Whether the customer wants something done, something told or something mended, by the clearest words of their messages. */
export function readRequestKind(messages: readonly { id: string; text: string }[]): {
  value: RequestKind;
  confidence: number;
  evidence: Evidence[];
} {
  const found = {
    service_request: [] as Evidence[],
    problem: [] as Evidence[],
    question: [] as Evidence[],
  };
  let marks = 0;
  for (const { id, text } of messages) {
    const folded = foldText(text);
    const add = (list: Evidence[], pattern: RegExp) =>
      list.push(...spansOf(folded, pattern).map((span) => ({ message: id, ...span })));
    add(found.service_request, service);
    add(found.problem, problem);
    add(found.question, question);
    if (folded.text.includes('?')) marks += 1;
  }
  // A wish for this customer's own things needs a person or a tool however it is put; a fault outweighs "can I".
  const points = {
    service_request: found.service_request.length * 2,
    problem: found.problem.length * 1.6,
    question: Math.min(3, found.question.length) + (marks > 0 ? 0.5 : 0),
  };
  const ranked = (['service_request', 'problem', 'question'] as const).toSorted(
    (one, other) => points[other] - points[one],
  );
  const [first, second] = ranked;
  const most = points[first ?? 'question'];
  if (first === undefined || most < 1) return { value: 'unclear', confidence: 0.3, evidence: [] };
  const lead = (most - points[second ?? 'question']) / (most + 1);
  return {
    value: first,
    confidence: Math.min(0.95, 0.5 + lead / 2),
    evidence: found[first].slice(0, 5),
  };
}

/**
 * Whether a service request asks for nothing but how something of the customer's stands ("Where is my parcel?"): it
 * has to be done by nobody, and an article may say where to look.
 */
export function asksForNews(messages: readonly { id: string; text: string }[]): boolean {
  const texts = messages.map(({ text }) => foldText(text));
  const has = (pattern: RegExp) => texts.some((text) => spansOf(text, pattern).length > 0);
  const isAsked = has(question) || texts.some(({ text }) => text.includes('?'));
  return isAsked && !has(act) && !has(problem);
}
