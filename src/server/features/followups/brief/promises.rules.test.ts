import { describe, expect, test } from 'vitest';
import { chat } from './fixtures/chat.ts';
import { findPromises } from './promises.rules.ts';
import { readTranscript } from './reading.rules.ts';

const promisesIn = (...lines: readonly string[]) => findPromises(readTranscript(chat(...lines)));

describe('who promised what by when', () => {
  test.each([
    ["a: I'll refund you by Friday.", 'by Friday'],
    ["a: We'll send it out within 2-3 business days.", 'within 2-3 business days'],
    ['a: A technician will visit you tomorrow between 9 and 12.', 'tomorrow between 9 and 12'],
    ["a: I'm shipping the spare part on Monday.", 'on Monday'],
    ["a: You'll receive an email in 24 hours.", 'in 24 hours'],
    ["a: I'll call you at 3pm.", 'at 3pm'],
    ["a: I'll write to you as soon as the lab answers.", 'as soon as the lab answers'],
    ["a: I'll file a ticket with the developers.", null],
    ['c: ill send you the log file tonight', 'tonight'],
    ["c: ok, I'll try that tomorrow and let you know", 'tomorrow'],
    [
      'a: Ich rufe Sie morgen um 10 Uhr zurück, Ihre Rechnung wird dann geprüft.',
      'morgen um 10 uhr',
    ],
    ["a: Je vous rappelle d'ici vendredi pour votre colis.", "d'ici vendredi"],
    ['a: Le envío la factura antes del viernes por correo.', 'antes del viernes'],
    ['a: La richiamo entro domani per la sua pratica.', 'entro domani'],
    ['a: Ik bel u morgen terug over uw bestelling.', 'morgen'],
    ['a: Vou enviar o comprovante até sexta-feira para você.', 'até sexta-feira'],
  ])('%s', (line, due) => {
    const [promise, ...others] = promisesIn(line);
    expect(others).toEqual([]);
    expect(promise?.due?.toLowerCase() ?? null).toBe(due?.toLowerCase() ?? null);
  });

  test('a time asked for afterwards belongs to the promise', () => {
    const [promise] = promisesIn(
      "a: I'll have the foreman call you.",
      'c: when?',
      'a: This afternoon.',
    );
    expect(promise?.due).toBe('This afternoon');
    expect(promise?.support.map((sentence) => sentence.messageId)).toEqual(['m1', 'm3']);
  });

  test('a time in the next sentence belongs to it too', () => {
    const [promise] = promisesIn("a: I'll ask the courier. They usually answer within a day.");
    expect(promise?.due).toBe('within a day');
  });

  test('a condition makes it less certain, a time more', () => {
    const [bare] = promisesIn("a: I'll send you a new one.");
    const [dated] = promisesIn("a: I'll send you a new one today.");
    const [conditional] = promisesIn("a: If it fails again I'll send you a new one.");
    expect(dated?.confidence).toBeGreaterThan(bare?.confidence ?? 1);
    expect(conditional?.confidence).toBeLessThan(bare?.confidence ?? 0);
  });
});

describe('no promise', () => {
  test.each([
    ["a: I won't be able to refund that."],
    ["a: I'll be happy to help you."],
    ["c: if this isn't fixed I'll leave a bad review"],
    ["c: we'll see"],
    ["c: i'll be home at six"],
    ['a: Will you send me the log?'],
    ["a: I can't promise that we'll send one."],
    ['c: my lawyer will write to you'],
    ["s: I'll send you the report"],
  ])('%s', (line) => {
    expect(promisesIn(line)).toEqual([]);
  });
});

describe('no longer open', () => {
  test.each([
    ['kept', ["a: I'll block the card now.", 'c: ok', 'a: Done, the card is blocked.']],
    ['kept in other words', ["a: I'll email you the label.", "a: I've emailed you the label."]],
    ['kept with a file', ["c: i'll send you the log file", 'c: [file: error.log]']],
    [
      'taken back',
      [
        "a: We'll ship a replacement tomorrow.",
        'c: i want a refund',
        'a: OK, I cancel the replacement.',
      ],
    ],
    ['received', ['a: The new ticket will be sent in a few minutes.', 'c: great got it already']],
    ['declined', ["c: i'll send you the form tonight", 'a: No need, thanks.']],
    ['only a moment', ['a: Let me check that.', 'a: Your parcel is in Leeds.']],
    [
      'transferred',
      ["a: I'll transfer you to billing.", 'a: Hello, billing here, I see the invoice.'],
    ],
  ])('%s', (_name, lines) => {
    expect(promisesIn(...lines).filter((promise) => !promise.sentence.hears('retract'))).toEqual(
      [],
    );
  });

  test('a last "let me check" stays open, doubtfully', () => {
    const [promise] = promisesIn('c: where is my parcel?', "a: I'll check that for you.");
    expect(promise?.confidence ?? 0).toBeLessThan(0.6);
  });

  test('said twice is listed once, with both messages', () => {
    const promises = promisesIn(
      "a: I'll refund the delivery fee.",
      'c: really?',
      "a: Yes, I'll refund the delivery fee tomorrow.",
    );
    expect(promises).toHaveLength(1);
    expect(promises[0]?.due).toBe('tomorrow');
    expect(promises[0]?.support.map((sentence) => sentence.messageId)).toEqual(['m1', 'm3']);
  });
});
