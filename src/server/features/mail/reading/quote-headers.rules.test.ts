import { describe, expect, it } from 'vitest';
import { visibleReply } from './visible-reply.ts';

const who = 'Ada Example <ada@example.test>';

// language, the line a mail program writes above the quoted mail
const quoteLines: readonly (readonly [string, string])[] = [
  ['en', `On Tue, May 5, 2026 at 3:04 PM ${who} wrote:`],
  [
    'en',
    'On 5 May 2026, at 15:04, Ada Example <\nada.example.with.a.long.name@example.test> wrote:',
  ],
  ['en', `On 05/05/2026 15:04, ${who}\nwrote:`],
  ['de', `Am Di., 5. Mai 2026 um 15:04 Uhr schrieb ${who}:`],
  ['de', `Am 05.05.26 um 15:04 schrieb Ada Example:`],
  ['fr', `Le mar. 5 mai 2026 à 15:04, ${who} a écrit :`],
  ['fr', `Le 5 mai 2026 à 15:04, ${who}\na écrit\u00a0:`],
  ['es', `El mar, 5 may 2026 a las 15:04, Ada Example (<ada@example.test>) escribió:`],
  ['it', `Il giorno mar 5 mag 2026 alle ore 15:04 ${who} ha scritto:`],
  ['pt', `Em ter., 5 de mai. de 2026 às 15:04, ${who} escreveu:`],
  ['nl', `Op di 5 mei 2026 om 15:04 schreef ${who}:`],
  ['sv', `Den tis 5 maj 2026 kl 15:04 skrev ${who}:`],
  ['da', `Den tir. 5. maj 2026 kl. 15.04 skrev ${who}:`],
  ['no', `tir. 5. mai 2026 kl. 15:04 skrev ${who}:`],
  ['fi', `ti 5. toukok. 2026 klo 15.04 Ada Example (ada@example.test) kirjoitti:`],
  ['pl', `wt., 5 maj 2026 o 15:04 ${who} napisał(a):`],
  ['pl', `W dniu 5.05.2026 o 15:04, Ada Example pisze:`],
  ['cs', `út 5. 5. 2026 v 15:04 odesílatel ${who} napsal:`],
  ['cs', `Dne 05. 05. 26 v 15:04 Ada Example napsal(a):`],
  ['ru', `вт, 5 мая 2026 г. в 15:04, ${who}:`],
  ['ru', `05.05.2026 15:04, Ada Example пишет:`],
  ['ja', `2026年5月5日(火) 15:04 ${who}:`],
  ['ja', `2026/05/05 15:04、${who}のメール:`],
  ['zh', `Ada Example <ada@example.test> 于2026年5月5日周二 15:04写道：`],
  ['zh', `在 2026年5月5日，15:04，Ada Example <ada@example.test> 写道：`],
  ['hu', `Ada Example <ada@example.test> ezt írta (időpont: 2026. máj. 5., K, 15:04):`],
  ['ro', `În mar., 5 mai 2026 la 15:04, Ada Example <ada@example.test> a scris:`],
  ['uk', `вт, 5 трав. 2026 р. о 15:04 Ada Example <ada@example.test> пише:`],
  ['el', `Στις Τρί 5 Μαΐ 2026 στις 3:04 μ.μ., ο χρήστης Ada Example <ada@example.test> έγραψε:`],
  ['ko', `2026년 5월 5일 (화) 오후 3:04, Ada Example <ada@example.test>님이 작성:`],
  ['vi', `Vào Th 3, 5 thg 5, 2026 vào lúc 15:04 Ada Example <ada@example.test> đã viết:`],
  ['tr', `Ada Example <ada@example.test>, 5 May 2026 Sal, 15:04 tarihinde şunu yazdı:`],
  ['sk', 'Dňa ut 5. 5. 2026 o 15:04 Anna <anna@example.test> napísal(a):'],
  ['hr', 'uto, 5. svi 2026. u 15:04 Ana <ana@example.test> napisao je:'],
  ['sr', 'уто, 5. мај 2026. у 15:04 Ана <ana@example.test> је написао/ла:'],
  ['sl', 'V V tor., 5. maj 2026 ob 15:04 je oseba Ana <ana@example.test> napisala:'],
  ['bg', 'На вт, 5.05.2026 г. в 15:04 ч. Анна <ana@example.test> написа:'],
  ['lt', '2026-05-05, an, 15:04 Ona <ona@example.test> rašė:'],
  ['lv', 'otrd., 2026. g. 5. maijs, plkst. 15:04 — lietotājs Anna (<anna@example.test>) rakstīja:'],
  ['et', 'Kontakt Anna (<anna@example.test>) kirjutas kuupäeval T, 5. mai 2026 kell 15:04:'],
  ['ca', 'El dt., 5 de maig 2026 a les 15:04 Anna <anna@example.test> va escriure:'],
  ['id', 'Pada tanggal Sel, 5 Mei 2026 pukul 15.04 Ana <ana@example.test> menulis:'],
  [
    'he',
    '\u202bבתאריך יום ג׳, 5 במאי 2026 ב-15:04 מאת \u202aAnn\u202c\u200f <\u202aann@example.test\u202c\u200f>:\u202c',
  ],
  ['ar', 'في الثلاثاء، 5 مايو 2026 في 3:04 م تمت كتابة ما يلي بواسطة Ann <ann@example.test>:'],
  ['fa', 'در تاریخ سه‌شنبه ۵ مهٔ ۲۰۲۶ ۱۵:۰۴ Ann <ann@example.test> نوشت:'],
  ['th', 'ในวันที่ อ. 5 พ.ค. 2026 เวลา 15:04 Ann <ann@example.test> เขียนว่า:'],
  ['is', 'Þann þri., 5. maí 2026 kl. 15:04 skrifaði Anna <anna@example.test>:'],
  ['hi', 'मंगल, 5 मई 2026 को 3:04 pm बजे को Ann <ann@example.test> ने लिखा:'],
  ['ms', 'Pada Sel, 5 Mei 2026 pada 3:04 PTG Ann <ann@example.test> menulis:'],
  ['en', `Quoting ${who}:`],
  ['de', `Zitat von ${who}:`],
  ['a language of no table', `Maanantai 5 ye 2026, 15:04 ${who} kusoma:`],
];

// Some programs end the line without a verb or colon; only marked lines below show what it is.
const bareLines = [`2026/5/5 ${who}`, `Tue, 5 May 2026 15:04 ${who}`];

// language, a header block as Outlook and webmail programs write it
const headerBlocks: readonly (readonly [string, string])[] = [
  [
    'en',
    `From: ${who}\nSent: Tuesday, May 5, 2026 3:04 PM\nTo: desk@example.test\nSubject: RE: Order`,
  ],
  [
    'de',
    'Von: Ada Example\nGesendet: Dienstag, 5. Mai 2026 15:04\nAn: Desk\nBetreff: AW: Bestellung',
  ],
  ['fr', `De : ${who}\nEnvoyé : mardi 5 mai 2026 15:04\nÀ : Desk\nObjet : RE: Commande`],
  [
    'es',
    'De: Ada Example\nEnviado: martes, 5 de mayo de 2026 15:04\nPara: Desk\nAsunto: RE: Pedido',
  ],
  ['it', 'Da: Ada Example\nInviato: martedì 5 maggio 2026 15:04\nA: Desk\nOggetto: R: Ordine'],
  [
    'pt',
    'De: Ada Example\nEnviado: terça-feira, 5 de maio de 2026 15:04\nPara: Desk\nAssunto: RES: Pedido',
  ],
  [
    'nl',
    'Van: Ada Example\nVerzonden: dinsdag 5 mei 2026 15:04\nAan: Desk\nOnderwerp: RE: Bestelling',
  ],
  ['sv', 'Från: Ada Example\nSkickat: den 5 maj 2026 15:04\nTill: Desk\nÄmne: SV: Order'],
  ['da', 'Fra: Ada Example\nSendt: 5. maj 2026 15:04\nTil: Desk\nEmne: SV: Ordre'],
  ['no', 'Fra: Ada Example\nSendt: tirsdag 5. mai 2026 15:04\nTil: Desk\nEmne: SV: Ordre'],
  [
    'fi',
    'Lähettäjä: Ada Example\nLähetetty: tiistai 5. toukokuuta 2026 15.04\nVastaanottaja: Desk\nAihe: VS: Tilaus',
  ],
  ['pl', 'Od: Ada Example\nWysłano: wtorek, 5 maja 2026 15:04\nDo: Desk\nTemat: ODP: Zamówienie'],
  [
    'cs',
    'Od: Ada Example\nOdesláno: úterý 5. května 2026 15:04\nKomu: Desk\nPředmět: RE: Objednávka',
  ],
  ['ru', 'От: Ada Example\nОтправлено: 5 мая 2026 г. 15:04\nКому: Desk\nТема: RE: Заказ'],
  ['ja', '差出人: Ada Example\n送信日時: 2026年5月5日 15:04\n宛先: Desk\n件名: RE: 注文'],
  ['zh', '发件人: Ada Example\n发送时间: 2026年5月5日 15:04\n收件人: Desk\n主题: 答复: 订单'],
  [
    'tr',
    'Kimden: Ada Example\nGönderildi: 5 Mayıs 2026 Salı 15:04\nKime: Desk\nKonu: YNT: Sipariş',
  ],
];

const titles = [
  '-----Original Message-----',
  '----- Ursprüngliche Nachricht -----',
  "-------- Message d'origine --------",
  '-----Mensaje original-----',
  '----- Messaggio originale -----',
  '---------- Forwarded message ---------',
  '-----Oorspronkelijk bericht-----',
  '-----Пересылаемое сообщение-----',
  '-----原始邮件-----',
  'Begin forwarded message:',
];

// Sentences of customers that look a little like quoting lines and must stay.
const ownLines = [
  'On 12 May 2026 I wrote:\nmy order 55 has not arrived.',
  'From: Berlin\nTo: Paris\nDate: 3 May\nPlease change my ticket.',
  'Please send the 2026 invoice to billing@example.test:\nstreet 5, Berlin',
  'On your website it says:\nfree delivery',
  'The driver wrote: nobody at home.',
  'Subject: I do not understand this field\nWhat shall I enter?',
  '2026-05-05 15:04:10\n05.05.2026 15:04\nThese are the times of the failure.',
  'It was on 5 May 2026 at 15:04 that I got a mail with no text in it at all from my friend <ada@example.test>:\nwhat shall I do?',
  'I read the article on https://example.test/what-she-wrote: it did not help.',
];

describe('quoting lines', () => {
  it.each(quoteLines)('%s: is recognised above marked lines: %s', (_language, line) => {
    expect(split(`Danke, thanks.\n\n${line}\n\n> Hello\n> again\n`)).toBe('Danke, thanks.');
  });
  it.each(quoteLines)('%s: is recognised above lines without marks: %s', (_language, line) => {
    expect(split(`Danke, thanks.\n\n${line}\n\nHello\nagain\n`)).toBe('Danke, thanks.');
  });
  it.each(quoteLines)('%s: leaves a greeting right above it: %s', (_language, line) => {
    expect(split(`Hi,\n${line}\n> Hello\n`)).toBe('Hi,');
  });
});

describe('quoting lines without an end', () => {
  it.each(bareLines)('%s', (line) => {
    expect(split(`Thanks.\n${line}\n\n> Hello\n`)).toBe('Thanks.');
    expect(split(`Thanks.\n${line}\n\nHello`)).toBe(`Thanks.\n${line}\n\nHello`);
  });
});

describe('header blocks and titles', () => {
  it.each(headerBlocks)('%s', (_language, block) => {
    expect(split(`My answer.\n\n________________________________\n${block}\n\nHello\n`)).toBe(
      'My answer.',
    );
    expect(split(`My answer.\n\n${block.replaceAll(/^([^:：]+)\s?:/gm, '*$1:*')}\n\nHello\n`)).toBe(
      'My answer.',
    );
  });
  it.each(titles)('%s', (title) => {
    expect(split(`My answer.\n\n${title}\n\nHello\n`)).toBe('My answer.');
  });
});

describe('what a customer writes', () => {
  it.each(ownLines)('stays: %s', (text) => {
    expect(visibleReply({ text, html: null })).toEqual({
      reply: text,
      quoted: '',
      signature: null,
    });
  });
});

function split(text: string): string {
  return visibleReply({ text, html: null }).reply;
}
