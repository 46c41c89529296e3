/** The states colour may carry. `assistant` is only for what the assistant made. */
export type Tone =
  | 'neutral'
  | 'accent'
  | 'positive'
  | 'caution'
  | 'critical'
  | 'info'
  | 'assistant';

/** How a customer sounds. */
export type Sentiment = 'very_positive' | 'positive' | 'neutral' | 'negative' | 'very_negative';

/** The tone of a sentiment. */
export const SENTIMENT_TONE: Record<Sentiment, Tone> = {
  very_positive: 'positive',
  positive: 'positive',
  neutral: 'neutral',
  negative: 'caution',
  very_negative: 'critical',
};

/** Text in a tone, readable on every ground. */
export const TONE_TEXT: Record<Tone, string> = {
  neutral: 'text-muted',
  accent: 'text-accent-text',
  positive: 'text-positive',
  caution: 'text-caution',
  critical: 'text-critical',
  info: 'text-info',
  assistant: 'text-assistant',
};

/** A soft ground with its line and text. */
export const TONE_SOFT: Record<Tone, string> = {
  neutral: 'border-line bg-quiet text-muted',
  accent: 'border-accent-line bg-accent-soft text-accent-text',
  positive: 'border-positive-line bg-positive-soft text-positive',
  caution: 'border-caution-line bg-caution-soft text-caution',
  critical: 'border-critical-line bg-critical-soft text-critical',
  info: 'border-info-line bg-info-soft text-info',
  assistant: 'border-assistant-line bg-assistant-soft text-assistant',
};

/** A solid for dots and meters; 3:1 on the surfaces, not for text. */
export const TONE_SOLID: Record<Tone, string> = {
  neutral: 'bg-subtle',
  accent: 'bg-accent',
  positive: 'bg-positive-solid',
  caution: 'bg-caution-solid',
  critical: 'bg-critical-solid',
  info: 'bg-info-solid',
  assistant: 'bg-assistant-solid',
};
