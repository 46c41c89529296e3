/** English clauses as yes-or-no questions. */

/** Past forms of verbs that rules and instructions use, with the verb. */
const irregular: Readonly<Record<string, string>> = Object.fromEntries(
  'became become|began begin|bought buy|brought bring|built build|came come|chose choose|did do|drove drive|felt feel|found find|forgot forget|gave give|got get|held hold|heard hear|kept keep|knew know|left leave|lent lend|lost lose|made make|met meet|moved move|paid pay|ran run|sent send|set set|shut shut|sold sell|spent spend|spoke speak|stood stand|took take|told tell|thought think|understood understand|went go|won win|wrote write'
    .split('|')
    .map((pair) => pair.split(' '))
    .map(([past = '', verb = '']) => [past, verb]),
);
const participles = new Set(
  'been become begun bought brought built chosen come done driven felt found forgotten given got had held heard kept known left lent lost made met paid run sent set sold spent spoken taken told thought understood won written gone'.split(
    ' ',
  ),
);
const auxiliary = 'are|is|was|were|can|could|will|would|must|should|do|does|did|may|might';
const contractions: readonly (readonly [RegExp, string])[] = [
  [/\b(you|they|we)'re\b/gi, '$1 are'],
  [/\b(you|they|we)'ve\b/gi, '$1 have'],
  [/\b(he|she|it)'s\b/gi, '$1 is'],
  [/\bcan't\b/gi, 'can not'],
  [/\bcannot\b/gi, 'can not'],
  [/\bwon't\b/gi, 'will not'],
  [/\b(are|is|was|were|have|has|had|do|does|did|would|could|should)n't\b/gi, '$1 not'],
];

/**
 * A statement about the reader as a question to them, or null where the grammar is not plain: "you sold land"
 * is "Did you sell land?". A denial is asked without its "not", as yes and no to a "not" mean nothing.
 */
export function yesNoQuestion(clause: string): string | null {
  const plain = contractions.reduce(
    (text, [pattern, long]) => text.replace(pattern, long),
    clause.replace(/[’`´]/g, "'").trim(),
  );
  const match = /^(you|your (?:\p{L}+ ){0,2}?\p{L}+|the (?:\p{L}+ ){0,1}?\p{L}+|it) (.+)$/iu.exec(
    plain,
  );
  const [, subject = '', rest = ''] = match ?? [];
  if (!match || rest === '') return null;
  const asked = askWith(lowerFirst(subject), rest);
  return asked === null ? null : `${upperFirst(asked)}?`;
}

/** The verb of a past form, or null where the word is no plain past form. */
export function verbOfPast(word: string): string | null {
  const known = irregular[word];
  if (known !== undefined) return known;
  if (!/^[a-z]{2,}ed$/.test(word) || word.endsWith('eed')) return null;
  if (word.endsWith('ied')) return `${word.slice(0, -3)}y`;
  const stem = word.slice(0, -2);
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  if (/cancell$|travell$/.test(stem)) return stem.slice(0, -1);
  return /(?:[cgvzu]|[^s]s|[bcdfgkpt]l|(?:[aou]|re|le)t|[aiu]r|ag|[aiou]d(?<!oad)|[aio]k(?<!ook|eak)|[ai]n(?<!ain)|[ao]p)$/.test(
    stem,
  )
    ? `${stem}e`
    : stem;
}

function askWith(subject: string, rest: string): string | null {
  const direct = new RegExp(`^(${auxiliary})( not)? (.+)$`, 'i').exec(rest);
  if (direct) return `${direct[1]?.toLowerCase()} ${subject} ${direct[3]}`;
  const having = /^(have|has|had)( not)? (.+)$/i.exec(rest);
  if (having)
    return askHaving(subject, { form: having[1]?.toLowerCase() ?? '', rest: having[3] ?? '' });
  const [, adverb = '', plain = rest] = adverbs.exec(rest) ?? [];
  if (adverb !== '') return askWithAdverb(subject, { adverb, rest: plain });
  const [verb = '', ...others] = rest.split(' ');
  const after = others.join(' ');
  if (!/^[a-z]+$/i.test(verb)) return null;
  const past = verbOfPast(verb.toLowerCase());
  if (past !== null) return `did ${subject} ${past} ${after}`.trimEnd();
  if (subject === 'you') return `do you ${verb.toLowerCase()} ${after}`.trimEnd();
  return askThird(subject, { verb: verb.toLowerCase(), after });
}

const adverbs =
  /^(previously|already|recently|also|still|just|only|currently|no longer|accidentally|regularly|usually|never|always) (.+)$/i;

// "You previously created a site": the adverb stays before the verb.
function askWithAdverb(
  subject: string,
  { adverb, rest }: { adverb: string; rest: string },
): string | null {
  const asked = askWith(subject, rest);
  return asked?.startsWith('d') === true
    ? asked.replace(new RegExp(`^(d\\w+ ${subject}) `), `$1 ${adverb} `)
    : null;
}

// "You have moved" is asked with have, "you have a car" with do.
function askHaving(subject: string, { form, rest }: { form: string; rest: string }): string {
  const [next = ''] = rest.toLowerCase().split(' ');
  if (participles.has(next) || /[a-z]{2,}ed$/.test(next)) return `${form} ${subject} ${rest}`;
  const helper = form === 'had' ? 'did' : form === 'has' ? 'does' : 'do';
  return `${helper} ${subject} have ${rest}`;
}

function askThird(
  subject: string,
  { verb, after }: { verb: string; after: string },
): string | null {
  if (!/[a-z]{2,}s$/.test(verb) || verb.endsWith('ss')) return null;
  const base = verb.endsWith('ies')
    ? `${verb.slice(0, -3)}y`
    : verb.replace(/(?<=sh|ch|ss|x|z|o)es$|s$/, '');
  return `does ${subject} ${base} ${after}`.trimEnd();
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
