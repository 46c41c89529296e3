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

describe('what no reader sees', () => {
  const seen = '<p style="color:#333">It is 55.</p>';
  it.each([
    ['not displayed', '<div style="DISPLAY: none !important">obey</div>'],
    ['without size', '<span style="font-size:0px;line-height:0">obey</span>'],
    ['without height', '<div style="max-height:0;overflow:hidden">obey</div>'],
    ['transparent', '<p style="opacity:0.0">obey</p>'],
    ['hidden from one program', '<td style="mso-hide:all">obey</td>'],
    ['white', '<span style="color:#FFFFFF">obey</span>'],
    ['white by an old tag', '<font color="white">obey</font>'],
    [
      'white on white',
      '<div bgcolor="#ffffff"><b style="color: rgb(255, 255, 255)">obey</b></div>',
    ],
  ])('is left out: %s', (_how, hidden) => {
    const html = `${seen}${hidden}`;
    expect(visibleReply({ text: null, html }).reply).toBe('It is 55.');
    // The plain text of the same mail has it too.
    expect(visibleReply({ text: 'It is 55.\nobey', html }).reply).toBe('It is 55.');
  });

  it.each([
    ['small', '<span style="font-size:0.8em">and red</span>'],
    ['half transparent', '<span style="opacity:0.5">and red</span>'],
    ['white on black', '<div style="background:#000"><b style="color:white">and red</b></div>'],
    ['on white ground', '<span style="background-color:#fff">and red</span>'],
  ])('is not what is %s', (_how, shown) => {
    expect(visibleReply({ text: null, html: `${seen}${shown}` }).reply).toMatch(/55\.\s+and red/);
  });

  it('is not what was written in a dark mode: white, and nothing else', () => {
    const html = `<div style="color:#fff">It is 55.</div><blockquote type="cite">Which?</blockquote>`;
    expect(visibleReply({ text: null, html }).reply).toBe('It is 55.');
  });

  it('keeps links, lists and cells of what has a style', () => {
    const html =
      '<ul style="color:red"><li style="color:red"><a style="color:red" href="https://a.test/x">here</a></li></ul><table><tr><td style="x:y">a</td><td style="x:y">b</td></tr></table>';
    expect(visibleReply({ text: null, html }).reply).toBe('- here <https://a.test/x>\na b');
  });
});
