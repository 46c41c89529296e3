/** HTML written on the server: what is put into a template is escaped unless it is HTML already. */

/** A piece of HTML that may stand in a page as it is. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

/** A piece of HTML; values are escaped, lists are joined, `null` and `false` are nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  const text = strings.map((part, at) => part + (at < values.length ? render(values[at]) : ''));
  return { html: text.join('') };
}

/** HTML that was made safe elsewhere, such as by the renderer of articles. */
export function trusted(text: string): Html {
  return { html: text };
}

function render(value: Part): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'number') return String(value);
  return 'html' in value ? value.html : value.map(render).join('');
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? '');
}
