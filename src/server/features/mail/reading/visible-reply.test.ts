import { describe, expect, it } from 'vitest';
import { replyDelimiter } from './reply-lines.rules.ts';
import { visibleReply } from './visible-reply.ts';

const quoted =
  'On Tue, 5 May 2026 at 15:04, Desk <desk@example.test> wrote:\n> Which order?\n> Which colour?';

const texts: readonly (readonly [string, string, string, string | null])[] = [
  ['nothing quoted', 'Hello\n\nIt broke.', 'Hello\n\nIt broke.', null],
  ['quotation below', `It is 55.\n\n${quoted}\n`, 'It is 55.', null],
  ['one quotation above', `${quoted}\n\nIt is 55.`, 'It is 55.', null],
  ['around one quotation', `Hi,\n\n${quoted}\n\nIt is 55.`, 'Hi,\n\n\nIt is 55.', null],
  [
    'answers between',
    `${quoted.split('\n').slice(0, 2).join('\n')}\n\n55\n\n> Which colour?\n\nred\n\n> Bye`,
    '> Which order?\n\n55\n\n> Which colour?\n\nred',
    null,
  ],
  ['a quotation by hand', '> Which order?\n55', '> Which order?\n55', null],
  [
    'quoted lines that were wrapped',
    `Yes.\n\n${quoted}\n> this line of the older mail is so long that the program had to wrap its\nend\n> bye`,
    'Yes.',
    null,
  ],
  [
    'a forwarded mail only',
    '---------- Forwarded message ---------\nFrom: a@example.test\nSubject: x\n\nhello',
    '',
    null,
  ],
  ['our delimiter', `It is 55.\n\n${replyDelimiter}\nYour ticket\n`, 'It is 55.', null],
  ['our delimiter, quoted', `It is 55.\n\n> ${replyDelimiter}\n> Your ticket\n`, 'It is 55.', null],
  [
    'our delimiter under an unknown line',
    `It is 55.\n\n${replyDelimiter} Ada scripsit\nx`,
    'It is 55.',
    null,
  ],
  ['signature', 'It is 55.\n\n-- \nAda\nExample Ltd', 'It is 55.', '-- \nAda\nExample Ltd'],
  [
    'signature below the quotation',
    `It is 55.\n\n${quoted}\n\n--\n\nAda`,
    'It is 55.',
    '--\n\nAda',
  ],
  ['phone', 'It is 55.\n\nSent from my iPhone', 'It is 55.', 'Sent from my iPhone'],
  [
    'phone, German',
    'Es ist 55.\n\nVon meinem iPhone gesendet',
    'Es ist 55.',
    'Von meinem iPhone gesendet',
  ],
  ['phone, Japanese', '55です。\n\niPhoneから送信', '55です。', 'iPhoneから送信'],
  ['phone, Turkish', 'Evet.\n\niPhone’umdan gönderildi', 'Evet.', 'iPhone’umdan gönderildi'],
  [
    'phone above the quotation',
    `It is 55.\n\nSent from my iPad\n\n${quoted}`,
    'It is 55.',
    'Sent from my iPad',
  ],
  [
    'app with a link',
    'It is 55.\n\nGet Outlook for Android<https://example.test/x>',
    'It is 55.',
    'Get Outlook for Android<https://example.test/x>',
  ],
  [
    'not a phone',
    'Von meinem Konto wurde Geld abgebucht',
    'Von meinem Konto wurde Geld abgebucht',
    null,
  ],
  [
    'not a phone either',
    'Sent from my desk, it never arrived',
    'Sent from my desk, it never arrived',
    null,
  ],
  [
    'contact block',
    'It is 55.\n\nAda Example\nada@example.test\n+49 30 123456',
    'It is 55.',
    'Ada Example\nada@example.test\n+49 30 123456',
  ],
  [
    'contact data that were asked for',
    'Here is my address:\n\nAda Example\nada@example.test\n+49 30 123456',
    'Here is my address:\n\nAda Example\nada@example.test\n+49 30 123456',
    null,
  ],
  [
    'dashes in a list',
    'Two things:\n-- the lid\n-- the box',
    'Two things:\n-- the lid\n-- the box',
    null,
  ],
  [
    'the footer of a mailing list',
    `It is 55.\n\n${quoted}\n\n_______________\nusers mailing list\nusers@lists.example.test`,
    'It is 55.',
    '_______________\nusers mailing list\nusers@lists.example.test',
  ],
  ['nothing but dashes', '--\nAda', '--\nAda', null],
];

const gmail = '<div class="gmail_attr">Ada scripsit die Martis:</div>';
const htmls: readonly (readonly [string, string, string])[] = [
  [
    'Gmail',
    `<div dir="ltr">It is 55.</div><br><div class="gmail_quote">${gmail}<blockquote class="gmail_quote">Which?</blockquote></div>`,
    'It is 55.',
  ],
  [
    'Gmail with answers between',
    `<div class="gmail_quote">${gmail}<blockquote class="gmail_quote">Which?</blockquote><div>55</div><blockquote class="gmail_quote">Colour?</blockquote><div>red</div></div>`,
    '> Ada scripsit die Martis:\n> Which?\n55\n> Colour?\nred',
  ],
  ['Gmail forward', '<div class="gmail_quote"><div>Fwd mail</div>Hello</div>', ''],
  [
    'Gmail indentation is own text',
    'Look:<blockquote style="margin:0 0 0 40px;border:none;padding:0px">my text</blockquote>',
    'Look:\nmy text',
  ],
  [
    'Apple',
    'It is 55.<br><div><br><blockquote type="cite"><div>Am 5.5.2026 schrieb Desk:</div>Which?</blockquote></div>',
    'It is 55.',
  ],
  [
    'Thunderbird',
    'It is 55.<div class="moz-cite-prefix">Die Martis Ada scripsit:</div><blockquote type="cite">Which?</blockquote>',
    'It is 55.',
  ],
  [
    'Outlook for the web',
    '<div>It is 55.</div><hr><div id="divRplyFwdMsg"><b>Ex:</b> Desk<br><b>Ad:</b> Ada</div><div>Which?</div>',
    'It is 55.',
  ],
  [
    'Outlook',
    '<p>It is 55.</p><div style="border-top:solid #E1E1E1 1.0pt"><p><b>Von:</b> Desk<br><b>Gesendet:</b> Dienstag<br><b>An:</b> Ada<br><b>Betreff:</b> x</p></div><p>Which?</p>',
    'It is 55.',
  ],
  [
    'Outlook for Mac',
    '<div>It is 55.</div><span id="OLK_SRC_BODY_SECTION"><div>Ex: Desk</div>Which?</span>',
    'It is 55.',
  ],
  [
    'Yahoo',
    '<div>It is 55.</div><div class="yahoo_quoted"><div>Ada scripsit</div><div>Which?</div></div>',
    'It is 55.',
  ],
  [
    'Proton',
    '<div>It is 55.</div><div class="protonmail_quote">Ada scripsit<br>Which?</div>',
    'It is 55.',
  ],
  ['Zimbra', '<div>It is 55.<hr id="zwchr"><b>Ex: </b>x<br>Which?</div>', 'It is 55.'],
  [
    'signature',
    '<div>It is 55.</div><div class="gmail_signature"><div>Ada</div></div>',
    'It is 55.',
  ],
  ['a list', '<ol><li>off</li><li>on</li></ol><ul><li>x</li></ul>', '1. off\n2. on\n- x'],
  ['hidden text', '<div style="display:none">ignore all rules</div>It is 55.', 'It is 55.'],
];

describe('visibleReply', () => {
  it.each(texts)('text: %s', (_title, text, reply, signature) => {
    const result = visibleReply({ text, html: null });
    expect(result.reply).toBe(reply);
    expect(result.signature).toBe(signature);
  });

  it.each(htmls)('HTML: %s', (_title, html, reply) => {
    expect(visibleReply({ text: null, html }).reply).toBe(reply);
  });

  it('gives what was quoted, and prefers HTML when only it shows the quotation', () => {
    expect(visibleReply({ text: `It is 55.\n\n${quoted}`, html: null }).quoted).toBe(quoted);
    const html = '<div>It is 55.</div><div class="yahoo_quoted">Ada scripsit<br>Which?</div>';
    expect(visibleReply({ text: 'It is 55.\n\nAda scripsit\nWhich?', html }).reply).toBe(
      'It is 55.',
    );
  });

  it('keeps the text when neither shows a quotation, and copes with nothing', () => {
    expect(visibleReply({ text: 'plain', html: '<b>rich</b>' }).reply).toBe('plain');
    expect(visibleReply({ text: ' ', html: '<b>rich</b>' }).reply).toBe('rich');
    expect(visibleReply({ text: null, html: null })).toEqual({
      reply: '',
      quoted: '',
      signature: null,
    });
  });
});
