const longest = 1_500;

/**
 * The question of a ticket: what its customer said at most length is taken for the question, the rest for
 * what is known besides. People tell their problem once and then give names, numbers and thanks.
 */
export function questionOfTicket({
  subject,
  said,
}: {
  readonly subject: string;
  readonly said: readonly string[];
}): { text: string; subject: string; context: string[] } {
  const text = said.reduce((most, one) => (one.length > most.length ? one : most), '');
  return {
    text: clip(text === '' ? subject : text),
    subject,
    context: said.filter((one) => one !== text).map(clip),
  };
}

function clip(text: string): string {
  return text.slice(0, longest);
}
