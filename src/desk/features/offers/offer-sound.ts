const NOTES_HZ = [660, 880];
const NOTE_S = 0.16;

/** Two soft notes; silent where the browser does not allow sound yet. */
export function playOfferSound(): void {
  try {
    const context = new AudioContext();
    NOTES_HZ.forEach((frequencyHz, index) => playNote(context, frequencyHz, index * NOTE_S));
    window.setTimeout(() => void context.close(), 1000);
  } catch {
    // No audio device: the card is on screen all the same.
  }
}

function playNote(context: AudioContext, frequencyHz: number, afterS: number): void {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  const start = context.currentTime + afterS;
  oscillator.frequency.value = frequencyHz;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(0.12, start + 0.02);
  gain.gain.linearRampToValueAtTime(0, start + NOTE_S);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + NOTE_S);
}
