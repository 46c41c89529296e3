import { describe, expect, test } from 'vitest';
import { detectLanguage } from './languages.rules.ts';

describe('language', () => {
  test.each([
    ['en', 'my parcel has not arrived and i would like to know where it is'],
    ['de', 'mein Paket ist noch nicht angekommen und ich möchte wissen, wo es ist'],
    ['fr', "je n'ai pas encore reçu mon colis et je voudrais savoir où il est"],
    ['es', 'mi paquete no ha llegado todavía y quiero saber dónde está'],
    ['it', 'il mio pacco non è ancora arrivato e vorrei sapere dove si trova'],
    ['nl', 'mijn pakket is nog niet aangekomen en ik wil graag weten waar het is'],
    ['pt', 'minha encomenda ainda não chegou e eu gostaria de saber onde está'],
    ['ar', 'لم يصل الطرد بعد'],
    ['he', 'החבילה עדיין לא הגיעה'],
    ['ru', 'посылка ещё не пришла'],
    ['ja', 'まだとどいていません'],
  ])('%s: %s', (language, text) => {
    const found = detectLanguage([text]);
    expect(found.language).toBe(language);
    expect(found.confidence).toBeGreaterThan(0.4);
  });

  test.each([['ok'], ['🙂'], [''], ['4471902']])('says little about %j', (text) => {
    expect(detectLanguage([text]).confidence).toBeLessThan(0.4);
  });
});
