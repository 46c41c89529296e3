/** How mail programs in one language announce a quoted or forwarded mail: lower case, parted by `|`. */
export type QuotePhrases = {
  readonly language: string;
  /** How a line such as "On 3 May, Ann wrote:" begins. */
  readonly starts: string;
  /** The verb of that line; it may also come before the name. */
  readonly verbs: string;
  readonly from: string;
  readonly sent: string;
  readonly to: string;
  readonly subject: string;
  /** Titles between dashes, and lines such as "Begin forwarded message:". */
  readonly titles: string;
  /** How the line that a phone adds at the end begins; … stands for the name of the device. */
  readonly sentFrom: string;
};

/** One row a language: the only place to add a language or a mail program's wording. */
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
    starts: 'w dniu |dnia |dnia',
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
  {
    language: 'ja',
    starts: '',
    verbs: 'のメール|は書きました|のメッセージ|が書きました|さんが書いたメッセージ',
    from: '差出人|送信者|送信元',
    sent: '送信日時|日時|日付|送信日',
    to: '宛先|宛て先|cc',
    subject: '件名',
    titles: '元のメッセージ|転送されたメッセージ|転送メッセージ|オリジナルメッセージ',
    sentFrom:
      'iphoneから送信|ipadから送信|androidから送信|outlook for ios を入手|スマートフォンから送信',
  },
  {
    language: 'zh',
    starts: '在 |于 ',
    verbs: '写道|寫道|写到|寫到',
    from: '发件人|寄件者|寄件人',
    sent: '发送时间|發送時間|日期|傳送時間|寄件日期|时间|發送日期|发送日期',
    to: '收件人|收件者|抄送|副本',
    subject: '主题|主旨|主題|标题',
    titles: '原始邮件|原始郵件|转发的邮件|轉寄的郵件|转发邮件信息|原邮件|邮件原件|以下是转发的邮件',
    sentFrom: '发自我的|從我的|从我的|来自我的|發自我的|获取 outlook for',
  },
  {
    language: 'tr',
    starts: '',
    verbs: 'yazdı|şunu yazdı|şunları yazdı',
    from: 'kimden|gönderen',
    sent: 'gönderildi|tarih|gönderme tarihi|gönderilme tarihi',
    to: 'kime|alıcı|bilgi',
    subject: 'konu',
    titles:
      'özgün ileti|orijinal mesaj|iletilen mesaj|yönlendirilmiş mesaj|yönlendirilen ileti|orijinal ileti',
    sentFrom:
      "iphone’umdan gönderildi|iphone'umdan gönderildi|ipad’imden gönderildi|ipad'imden gönderildi|ios için outlook|android için outlook|samsung mobil",
  },
  {
    language: 'hu',
    starts: '',
    verbs: 'írta|ezt írta',
    from: 'feladó',
    sent: 'dátum|elküldve|küldve',
    to: 'címzett|másolat',
    subject: 'tárgy',
    titles: 'eredeti üzenet|továbbított üzenet',
    sentFrom: 'küldve az',
  },
  {
    language: 'ro',
    starts: 'în |pe |la ',
    verbs: 'a scris',
    from: 'de la|de',
    sent: 'trimis|data|trimis la',
    to: 'către|la',
    subject: 'subiect',
    titles: 'mesaj original|mesaj redirecționat|mesaj inițial',
    sentFrom: 'trimis de pe',
  },
  {
    language: 'uk',
    starts: '',
    verbs: 'пише|написав|написала',
    from: 'від',
    sent: 'надіслано|дата',
    to: 'кому|копія',
    subject: 'тема',
    titles: 'вихідне повідомлення|оригінальне повідомлення|переслане повідомлення',
    sentFrom: 'надіслано з',
  },
  {
    language: 'el',
    starts: 'στις ',
    verbs: 'έγραψε',
    from: 'από',
    sent: 'στάλθηκε|ημερομηνία',
    to: 'προς|κοιν.',
    subject: 'θέμα',
    titles: 'αρχικό μήνυμα|προωθημένο μήνυμα',
    sentFrom: 'στάλθηκε από',
  },
  {
    language: 'ko',
    starts: '',
    verbs: '님이 작성|작성|님이 썼습니다',
    from: '보낸 사람|보낸사람|발신',
    sent: '보낸 날짜|날짜|보낸날짜',
    to: '받는 사람|받는사람|참조',
    subject: '제목',
    titles: '원본 메시지|전달된 메시지|원본 메일',
    sentFrom: '나의 iphone에서 보냄|내 iphone에서 보냄',
  },
  {
    language: 'vi',
    starts: 'vào ',
    verbs: 'đã viết',
    from: 'từ',
    sent: 'đã gửi|ngày',
    to: 'đến|tới',
    subject: 'chủ đề|tiêu đề',
    titles: 'thư gốc|thư đã chuyển tiếp',
    sentFrom: 'đã gửi từ',
  },
];

/** The phrases of a row as a list. */
export function phrasesIn(row: string): readonly string[] {
  return row.split('|').filter((phrase) => phrase !== '');
}
