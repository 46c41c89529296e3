import { expect, test } from 'vitest';
import { html, trusted } from './html.ts';

test('values are escaped, in text and in attributes', () => {
  const evil = `"><script>alert('1')</script>&`;
  expect(html`<a title="${evil}">${evil}</a>`.html).toBe(
    '<a title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</a>',
  );
});

test('HTML, lists, numbers and nothing stand as they are', () => {
  const items = ['a', 'b'].map((name) => html`<li>${name}</li>`);
  expect(
    html`<ul>
        ${items}
      </ul>
      ${3}${null}${false}${undefined}${trusted('<b>x</b>')}`.html,
  ).toBe('<ul><li>a</li><li>b</li></ul>3<b>x</b>');
});
