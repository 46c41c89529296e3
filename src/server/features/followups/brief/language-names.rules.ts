/** Names, folded, under which a workspace may keep a language as a skill, by ISO 639-1 code. */
export const languageNames: Readonly<Record<string, readonly string[]>> = {
  en: ['english', 'englisch', 'anglais', 'ingles', 'inglese', 'engels', 'lang:en', 'en'],
  de: ['german', 'deutsch', 'allemand', 'aleman', 'tedesco', 'duits', 'lang:de', 'de'],
  fr: ['french', 'franzosisch', 'francais', 'frances', 'francese', 'frans', 'lang:fr', 'fr'],
  es: ['spanish', 'spanisch', 'espagnol', 'espanol', 'castellano', 'spagnolo', 'spaans', 'lang:es', 'es'],
  it: ['italian', 'italienisch', 'italien', 'italiano', 'italiaans', 'lang:it', 'it'],
  nl: ['dutch', 'niederlandisch', 'neerlandais', 'nederlands', 'holandes', 'olandese', 'lang:nl', 'nl'],
  pt: ['portuguese', 'portugiesisch', 'portugais', 'portugues', 'portoghese', 'portugees', 'lang:pt', 'pt'],
  ar: ['arabic', 'arabisch', 'arabe', 'arabo', 'lang:ar', 'ar'],
  he: ['hebrew', 'lang:he', 'he'],
  ru: ['russian', 'russisch', 'russe', 'ruso', 'lang:ru', 'ru'],
  el: ['greek', 'lang:el', 'el'],
  ja: ['japanese', 'lang:ja', 'ja'],
  ko: ['korean', 'lang:ko', 'ko'],
  zh: ['chinese', 'mandarin', 'lang:zh', 'zh'],
  th: ['thai', 'lang:th', 'th'],
  hi: ['hindi', 'lang:hi', 'hi'],
};
