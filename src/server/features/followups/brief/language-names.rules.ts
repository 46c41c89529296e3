/**
 * Names, folded, under which a workspace may keep a language as a skill, by ISO 639-1 code.
 * Bare codes are left out: "IT" is a department.
 */
export const languageNames: Readonly<Record<string, readonly string[]>> = {
  en: ['english', 'englisch', 'anglais', 'ingles', 'inglese', 'engels', 'lang:en'],
  de: ['german', 'deutsch', 'allemand', 'aleman', 'tedesco', 'duits', 'lang:de'],
  fr: ['french', 'franzosisch', 'francais', 'frances', 'francese', 'frans', 'lang:fr'],
  es: ['spanish', 'spanisch', 'espagnol', 'espanol', 'castellano', 'spagnolo', 'spaans', 'lang:es'],
  it: ['italian', 'italienisch', 'italien', 'italiano', 'italiaans', 'lang:it'],
  nl: ['dutch', 'niederlandisch', 'neerlandais', 'nederlands', 'holandes', 'olandese', 'lang:nl'],
  pt: [
    'portuguese',
    'portugiesisch',
    'portugais',
    'portugues',
    'portoghese',
    'portugees',
    'lang:pt',
  ],
  ar: ['arabic', 'arabisch', 'arabe', 'arabo', 'lang:ar'],
  he: ['hebrew', 'lang:he'],
  ru: ['russian', 'russisch', 'russe', 'ruso', 'lang:ru'],
  el: ['greek', 'lang:el'],
  ja: ['japanese', 'lang:ja'],
  ko: ['korean', 'lang:ko'],
  zh: ['chinese', 'mandarin', 'lang:zh'],
  th: ['thai', 'lang:th'],
  hi: ['hindi', 'lang:hi'],
};
