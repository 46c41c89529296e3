import { expect, test } from 'vitest';
import { html, trusted } from './html.ts';

test('values are escaped, in text and in attributes', () => {
  const evil = `"><script>alert('1')</script>&`;
  expect(html`<a title="${evil}">${evil}</a>`.html).toBe(
    '<a title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</a>',
  );
});

test('HTML, lists, numbers and nothing stand as they are', () => {
  const items = ['a', 'b'].map((name) => html`<b>${name}</b>`);
  // Inline elements on one line: the formatter indents lists, and the blanks would count here.
  expect(html`<i>${items}</i>${3}${null}${false}${undefined}${trusted('<b>x</b>')}`.html).toBe(
    '<i><b>a</b><b>b</b></i>3<b>x</b>',
  );
});
