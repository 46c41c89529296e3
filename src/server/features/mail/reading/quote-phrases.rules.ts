import { furtherQuotePhrases } from './quote-phrases-further.rules.ts';
import type { QuotePhrases } from './quote-phrases.types.ts';

/** One row a language: here and in `quote-phrases-further.rules.ts` languages and wordings are added. */
export const quotePhrases: readonly QuotePhrases[] = [
  {
    language: 'en',
    starts: 'on ',
    verbs: 'wrote|writes',
    from: 'from',
    sent: 'sent|date',
    to: 'to|cc|bcc|reply-to',
    subject: 'subject',
    titles:
      'original message|forwarded message|begin forwarded message|original appointment|reply message',
    sentFrom: 'sent from my|sent from|sent via|sent with|get outlook for|sent on the go',
  },
  {
    language: 'de',
    starts: 'am |on ',
    verbs: 'schrieb|schrieben|hat geschrieben',
    from: 'von',
    sent: 'gesendet|datum|gesendet am|gesendet von',
    to: 'an|kopie|antwort an',
    subject: 'betreff',
    titles:
      'ursprüngliche nachricht|originalnachricht|urspr. nachricht|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|original-nachricht|weitergeleitete e-mail',
    sentFrom:
      'von meinem … gesendet|von meiner … gesendet|gesendet von|gesendet mit|outlook für … herunterladen|holen sie sich outlook',
  },
  {
    language: 'fr',
    starts: 'le |en date du ',
    verbs: 'a écrit|a ecrit|écrivait',
    from: 'de|expéditeur|message de',
    sent: 'envoyé|envoyé le|date|message du|envoyé par',
    to: 'à|a|cc|copie à|copie|destinataire',
    subject: 'objet|sujet',
    titles:
      "message d'origine|message d’origine|message original|message transféré|message transmis|début du message transféré|début du message réexpédié|courriel original|e-mail d’origine",
    sentFrom:
      'envoyé de mon|envoyé depuis|envoyé à partir de|envoyé avec|télécharger outlook pour|obtenez outlook pour',
  },
  {
    language: 'es',
    starts: 'el |en ',
    verbs: 'escribió|escribio|ha escrito',
    from: 'de',
    sent: 'enviado|enviado el|fecha|enviado por',
    to: 'para|cc|a',
    subject: 'asunto',
    titles: 'mensaje original|mensaje reenviado|inicio del mensaje reenviado|mensaje de origen',
    sentFrom: 'enviado desde|enviado con|obtener outlook para|enviado mediante',
  },
  {
    language: 'it',
    starts: 'il |in data ',
    verbs: 'ha scritto',
    from: 'da|mittente',
    sent: 'inviato|data|inviato il',
    to: 'a|cc|destinatario',
    subject: 'oggetto',
    titles:
      'messaggio originale|messaggio inoltrato|inizio messaggio inoltrato|messaggio originario',
    sentFrom: 'inviato da|inviato dal|inviato con|scarica outlook per|ottieni outlook per',
  },
  {
    language: 'pt',
    starts: 'em |no dia ',
    verbs: 'escreveu',
    from: 'de',
    sent: 'enviado|enviada em|enviado em|enviada|data',
    to: 'para|cc',
    subject: 'assunto',
    titles:
      'mensagem original|mensagem encaminhada|mensagem reencaminhada|início da mensagem encaminhada',
    sentFrom:
      'enviado do meu|enviado do|enviado via|enviado a partir do|obter o outlook para|obter outlook para',
  },
  {
    language: 'nl',
    starts: 'op ',
    verbs: 'schreef|heeft geschreven|geschreven',
    from: 'van',
    sent: 'verzonden|datum|verzonden op',
    to: 'aan|cc',
    subject: 'onderwerp',
    titles:
      'oorspronkelijk bericht|doorgestuurd bericht|origineel bericht|begin doorgestuurd bericht',
    sentFrom:
      'verzonden vanaf|verstuurd vanaf|verzonden met|outlook voor … downloaden|download outlook voor|verstuurd via',
  },
  {
    language: 'sv',
    starts: 'den |på ',
    verbs: 'skrev',
    from: 'från',
    sent: 'skickat|datum',
    to: 'till|kopia',
    subject: 'ämne',
    titles:
      'ursprungligt meddelande|vidarebefordrat meddelande|originalmeddelande|vidarebefordrat brev',
    sentFrom: 'skickat från|skickades från|hämta outlook för',
  },
  {
    language: 'da',
    starts: 'den |på ',
    verbs: 'skrev',
    from: 'fra',
    sent: 'sendt|dato',
    to: 'til|kopi',
    subject: 'emne',
    titles:
      'oprindelig meddelelse|videresendt meddelelse|original meddelelse|start på videresendt besked',
    sentFrom: 'sendt fra|hent outlook til|få outlook til',
  },
  {
    language: 'no',
    starts: 'den |på ',
    verbs: 'skrev',
    from: 'fra',
    sent: 'sendt|dato',
    to: 'til|kopi',
    subject: 'emne',
    titles: 'opprinnelig melding|videresendt melding|original melding|videresendt e-post',
    sentFrom: 'sendt fra|skaff deg outlook for|last ned outlook for',
  },
  {
    language: 'fi',
    starts: '',
    verbs: 'kirjoitti',
    from: 'lähettäjä|lähettänyt',
    sent: 'lähetetty|päivämäärä|päiväys',
    to: 'vastaanottaja|kopio|saaja',
    subject: 'aihe',
    titles: 'alkuperäinen viesti|edelleenlähetetty viesti|välitetty viesti|välitetty viesti alkaa',
    sentFrom: 'lähetetty',
  },
  {
    language: 'pl',
    starts: 'w dniu |dnia ',
    verbs: 'napisał|napisał(a)|napisała|pisze|napisał/a',
    from: 'od|nadawca',
    sent: 'wysłano|data|wysłane|data wysłania',
    to: 'do|dw|adresat',
    subject: 'temat',
    titles:
      'wiadomość oryginalna|oryginalna wiadomość|treść przekazanej wiadomości|przekazana wiadomość|wiadomość przekazana',
    sentFrom: 'wysłane z|wysłano z|pobierz outlook dla|uzyskaj outlook dla',
  },
  {
    language: 'cs',
    starts: 'dne |v ',
    verbs: 'napsal|napsal(a)|napsala|odesílatel',
    from: 'od|odesílatel',
    sent: 'odesláno|datum',
    to: 'komu|kopie|pro',
    subject: 'předmět|věc',
    titles: 'původní zpráva|přeposlaná zpráva|původní e-mail|začátek přeposílané zprávy',
    sentFrom: 'odesláno z|odesláno ze|získejte outlook pro|posláno z',
  },
  {
    language: 'ru',
    starts: '',
    verbs: 'написал|написал(а)|написала|пишет|писал|писал(а)',
    from: 'от|от кого',
    sent: 'отправлено|дата|послано',
    to: 'кому|копия',
    subject: 'тема',
    titles:
      'исходное сообщение|пересылаемое сообщение|пересланное сообщение|оригинальное сообщение|начало переадресованного сообщения|конец переадресованного сообщения',
    sentFrom: 'отправлено с|отправлено из|отправлено от|скачать outlook для|послано с',
  },
  ...furtherQuotePhrases,
];

/** The phrases of a row as a list. */
export function phrasesIn(row: string): readonly string[] {
  return row.split('|').filter((phrase) => phrase !== '');
}
