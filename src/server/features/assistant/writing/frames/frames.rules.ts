import { DateTime } from 'luxon';
import type { DraftAct, Voice } from '../../grounding/grounding.types.ts';
import { plainName, plainLine } from '../names.rules.ts';
import type { FrameId, FrameTexts } from './frame.types.ts';
import { german } from './frames-de.rules.ts';
import { english } from './frames-en.rules.ts';
import { spanish } from './frames-es.rules.ts';
import { french } from './frames-fr.rules.ts';
import { italian } from './frames-it.rules.ts';
import { dutch } from './frames-nl.rules.ts';
import { portuguese } from './frames-pt.rules.ts';

const byLanguage: Readonly<Record<string, FrameTexts>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  nl: dutch,
  it: italian,
  pt: portuguese,
};

/** What must have been done before a sentence of ours may say so. */
const needs: Readonly<Partial<Record<FrameId, DraftAct>>> = {
  closingClosed: 'solve',
  handOver: 'hand_over',
  handOverKnows: 'hand_over',
  handOverHere: 'hand_over',
  incidentTell: 'notify',
};

/** The languages in which the assistant has words of its own. */
export const spokenLanguages: readonly string[] = Object.keys(byLanguage);

/** The language of our own words for a voice: its own, or English. */
export function spokenBy({ language }: Pick<Voice, 'language'>): string {
  return language in byLanguage ? language : 'en';
}

/** A sentence of ours, filled for a voice. `language` is the language an article is in. */
export function frame(id: FrameId, voice: Voice, language?: string): string {
  const texts = byLanguage[spokenBy(voice)] ?? english;
  const values: Record<string, string> = {
    name: plainName(voice.customerName) ?? '',
    assistant: plainLine(voice.assistantName, 60),
    workspace: plainLine(voice.workspaceName, 80),
    when: whenOf(voice),
    language: language === undefined ? '' : languageName(language, voice),
  };
  return texts[id].replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
}

/** Every sentence of ours that a voice may say, with the act it needs; `languages` are those of articles. */
export function framesOf(
  voice: Voice,
  languages: readonly string[],
): Map<string, DraftAct | undefined> {
  const ids = Object.keys(english) as FrameId[];
  const plain = ids
    .filter((id) => id !== 'onlyIn' && id !== 'linkInArticle' && isFilled(id, voice))
    .map((id) => [frame(id, voice), needs[id]] as const);
  const others = languages.map(
    (language) => [frame('onlyIn', voice, language), undefined] as const,
  );
  return new Map([...plain, ...others]);
}

function isFilled(id: FrameId, voice: Voice): boolean {
  if (id === 'hello') return plainName(voice.customerName) !== null;
  return id !== 'handOverBack' || (voice.backAt ?? null) !== null;
}

function whenOf({ backAt, language }: Voice): string {
  if (!backAt) return '';
  return DateTime.fromJSDate(backAt.at, { zone: backAt.zone })
    .setLocale(spokenBy({ language }))
    .toLocaleString({
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'shortOffset',
    });
}

function languageName(code: string, voice: Voice): string {
  if (!/^[a-z]{2}$/.test(code)) return code.replace(/[^a-z]/gi, '').slice(0, 3);
  return new Intl.DisplayNames([spokenBy(voice)], { type: 'language' }).of(code) ?? code;
}
