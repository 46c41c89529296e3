import { describe, expect, it } from 'vitest';
import { hasOwnColours, hasRemoteImages, mailDocument } from './mail-document.ts';

describe('the document of a mail', () => {
  it.each([
    ['<img src="https://example.org/a.png">', true],
    ["<img alt='x' src='//example.org/a.png'>", true],
    ['<td style="background:url(http://example.org/b.png)">', true],
    ['<img srcset="a.png 2x">', true],
    ['<img src="cid:abc">', false],
    ['<img src="data:image/png;base64,AA">', false],
    ['<a href="https://example.org">link</a>', false],
  ])('%s asks another server: %s', (html, remote) => expect(hasRemoteImages(html)).toBe(remote));

  it.each([
    ['<p>Hello</p>', false],
    ['<p style="margin:0">Hello</p>', false],
    ['<p style="color:#333">Hello</p>', true],
    ['<table bgcolor="#eee">', true],
    ["<div style='font:12px serif;background-color:red'>", true],
  ])('%s has colours of its own: %s', (html, own) => expect(hasOwnColours(html)).toBe(own));

  it('lets remote images in only when asked', () => {
    expect(mailDocument({ html: '', images: false, ink: null })).not.toContain('https:');
    expect(mailDocument({ html: '', images: true, ink: null })).toContain(
      "img-src data: blob: 'self' https: http:",
    );
  });

  it('gives images their addresses back only when asked', () => {
    const html = '<p><img alt="x" data-remote-src="https://example.org/a.png"></p>';
    expect(mailDocument({ html, images: false, ink: null })).toContain('data-remote-src=');
    expect(mailDocument({ html, images: true, ink: null })).toContain(
      '<img alt="x" src="https://example.org/a.png">',
    );
  });

  it('has the scheme of the page around it, or paper is white under light text', () => {
    const ink = { text: '#eee', ground: 'transparent', link: '#8cf', scheme: 'dark' as const };
    expect(mailDocument({ html: '', images: false, ink })).toContain(':root{color-scheme:dark}');
    expect(mailDocument({ html: '', images: false, ink: null })).toContain('color-scheme:light');
  });

  it('never allows a script', () => {
    expect(mailDocument({ html: '<script>x</script>', images: true, ink: null })).toContain(
      "default-src 'none'",
    );
  });
});
