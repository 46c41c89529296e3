import { describe, expect, it } from 'vitest';
import { classifyMail, type MailClues, type MailKind } from './classify.rules.ts';
import type { MailHeaders } from './mail.types.ts';

const ada = { name: 'Ada', address: 'ada@example.test' };
const clues: MailClues = { from: ada, subject: 'My order', isReply: false, ownOrigin: 'desk-1' };
const daemon = { name: '', address: 'MAILER-DAEMON@mx.example.test' };

const byHeader: readonly (readonly [string, MailHeaders, MailKind])[] = [
  ['nothing special', {}, 'person'],
  ['Auto-Submitted: no', { 'auto-submitted': ['no'] }, 'person'],
  ['Auto-Submitted: auto-replied', { 'auto-submitted': ['Auto-Replied (vacation)'] }, 'auto_reply'],
  ['Auto-Submitted: auto-generated', { 'auto-submitted': ['auto-generated'] }, 'bulk'],
  ['X-Autoreply', { 'x-autoreply': ['yes'] }, 'auto_reply'],
  ['X-Autoreply: no', { 'x-autoreply': ['no'] }, 'person'],
  ['X-Autorespond', { 'x-autorespond': ['My order'] }, 'auto_reply'],
  ['Precedence: auto_reply', { precedence: ['auto_reply'] }, 'auto_reply'],
  ['Precedence: bulk', { precedence: ['bulk'] }, 'bulk'],
  ['Precedence: first-class', { precedence: ['first-class'] }, 'person'],
  ['List-Id', { 'list-id': ['News <news.shop.test>'] }, 'bulk'],
  ['List-Unsubscribe', { 'list-unsubscribe': ['<https://x.test>'] }, 'bulk'],
  [
    'delivery report',
    { 'content-type': ['multipart/report; report-type=delivery-status; boundary=x'] },
    'bounce',
  ],
  [
    'read receipt',
    { 'content-type': ['multipart/report; report-type=disposition-notification'] },
    'person',
  ],
  ['X-Failed-Recipients', { 'x-failed-recipients': ['a@example.test'] }, 'bounce'],
  ['empty Return-Path', { 'return-path': ['< >'] }, 'auto_reply'],
  ['usual Return-Path', { 'return-path': ['<ada@example.test>'] }, 'person'],
  ['X-Auto-Response-Suppress alone', { 'x-auto-response-suppress': ['All'] }, 'person'],
  ['our own mail', { 'x-segue-origin': ['desk-1'], 'auto-submitted': ['auto-generated'] }, 'own'],
  ["another installation's mail", { 'x-segue-origin': ['desk-2'] }, 'person'],
];

const autoSubjects = [
  'Automatic reply: My order',
  'Out of Office Re: order',
  'Re: Automatische Antwort: Bestellung',
  'AW: Abwesenheitsnotiz',
  'Réponse automatique : commande',
  'Respuesta automática: pedido',
  'Risposta automatica: ordine',
  'Resposta automática: pedido',
  'Automatisch antwoord: order',
  'Autosvar: order',
  'Automatisk svar: ordre',
  'Automaattinen vastaus: tilaus',
  'Automatyczna odpowiedź: zamówienie',
  'Automatická odpověď: objednávka',
  'Автоматический ответ: заказ',
  '自動応答: 注文',
  '自动回复：订单',
  'Otomatik yanıt: sipariş',
  '[Out of office] until Monday',
];
const personSubjects = [
  'Out of paper',
  'How do I set up an automatic reply?',
  'Assenteismo in azienda',
  'Your automatic reply is wrong',
  'Undeliverable parcel',
  'Abwesenheiten im Kalender',
];

describe('classifyMail', () => {
  it.each(byHeader)('%s', (_title, headers, kind) => {
    const found = classifyMail(headers, clues);
    expect(found.kind).toBe(kind);
    expect(found.reason).toMatch(/\.$/);
  });

  it.each(autoSubjects)('takes "%s" for an automatic reply when it answers a mail', (subject) => {
    expect(classifyMail({}, { ...clues, subject, isReply: true }).kind).toBe('auto_reply');
    // Alone the words prove nothing, and a question must not be lost.
    expect(classifyMail({}, { ...clues, subject, isReply: false }).kind).toBe('person');
  });

  it.each(personSubjects)('takes "%s" for a person', (subject) => {
    expect(classifyMail({}, { ...clues, subject }).kind).toBe('person');
  });

  it('takes an auto-generated answer for an automatic reply', () => {
    expect(
      classifyMail({ 'auto-submitted': ['auto-generated'] }, { ...clues, isReply: true }).kind,
    ).toBe('auto_reply');
  });

  it('knows a bounce without a report by its sender and subject', () => {
    expect(
      classifyMail({}, { ...clues, from: daemon, subject: 'Undelivered Mail Returned to Sender' })
        .kind,
    ).toBe('bounce');
    expect(
      classifyMail(
        { 'return-path': ['<>'] },
        { ...clues, subject: 'Unzustellbar: Ihre Bestellung' },
      ).kind,
    ).toBe('bounce');
  });

  it('does not take mail forwarded by our own group for a list', () => {
    const headers = { 'list-id': ['Support <support.acme.test>'], precedence: ['list'] };
    expect(classifyMail(headers, { ...clues, ownLists: ['support.acme.test'] }).kind).toBe(
      'person',
    );
    expect(classifyMail(headers, clues).kind).toBe('bulk');
  });
});
