/**
 * A renderer that remembers: a table of 200 kB takes over a second to render, and anybody may ask for a public
 * page again and again. What was used longest ago goes first when more than so many characters are kept.
 */
export function rememberRendered(
  render: (body: string) => string,
  { mostCharacters = 10_000_000 } = {},
): (body: string) => string {
  const kept = new Map<string, string>();
  let characters = 0;
  const forget = (body: string, html: string): void => {
    kept.delete(body);
    characters -= body.length + html.length;
  };
  return (body) => {
    const known = kept.get(body);
    const html = known ?? render(body);
    if (known !== undefined) forget(body, known);
    kept.set(body, html);
    characters += body.length + html.length;
    for (const [oldest, shown] of kept) {
      if (characters <= mostCharacters) break;
      forget(oldest, shown);
    }
    return html;
  };
}
