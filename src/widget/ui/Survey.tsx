import { useState } from 'preact/hooks';
import type { SurveyAnswer, WidgetSurvey } from '../../contracts/surveys.ts';
import type { Chat } from '../client/chat.ts';
import { t } from '../strings.ts';

type Props = { chat: Chat; survey: WidgetSurvey };

/** Asks how it was; once answered it thanks, and lets the answer be changed while it may be. */
export function Survey({ chat, survey }: Props) {
  const [changing, setChanging] = useState(false);
  const { answer, open } = survey;
  if (answer !== null && !(changing && open)) {
    return (
      <p class="survey-thanks" role="status">
        {t('survey.thanks', { score: t(labelOf(survey, answer.score)) })}{' '}
        {open && (
          <button type="button" class="link" onClick={() => setChanging(true)}>
            {t('survey.change')}
          </button>
        )}
      </p>
    );
  }
  if (!open) return null;
  return <SurveyForm chat={chat} survey={survey} onSent={() => setChanging(false)} />;
}

function SurveyForm({ chat, survey, onSent }: Props & { onSent(): void }) {
  const [given, setGiven] = useState<Partial<SurveyAnswer>>(survey.answer ?? {});
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { score, comment = '', tags = [] } = given;
  const send = async (event: Event) => {
    event.preventDefault();
    if (score === undefined || sending) return;
    setSending(true);
    const refused = await chat.answerSurvey(survey.id, { score, comment: comment.trim(), tags });
    setSending(false);
    setProblem(refused);
    if (refused === null) onSent();
  };
  const toggle = (tag: string, on: boolean) =>
    setGiven({ ...given, tags: on ? [...tags, tag] : tags.filter((other) => other !== tag) });
  return (
    <form class="survey" onSubmit={(event) => void send(event)}>
      <fieldset class="scores">
        <legend dir="auto">{survey.question}</legend>
        {scoresOf(survey).map((one) => (
          <label key={one} title={t(labelOf(survey, one))}>
            <input
              type="radio"
              name="segue-score"
              checked={score === one}
              aria-label={t(labelOf(survey, one))}
              onChange={() => setGiven({ ...given, score: one })}
            />
            <span aria-hidden="true">{signOf(survey, one)}</span>
          </label>
        ))}
      </fieldset>
      {score !== undefined && (
        <>
          {survey.tags.length > 0 && (
            <fieldset class="tags">
              <legend>{t('survey.tags')}</legend>
              {survey.tags.map((tag) => (
                <label key={tag}>
                  <input
                    type="checkbox"
                    checked={tags.includes(tag)}
                    onChange={(event) => toggle(tag, event.currentTarget.checked)}
                  />
                  <span dir="auto">{tag}</span>
                </label>
              ))}
            </fieldset>
          )}
          <textarea
            class="comment"
            rows={2}
            maxLength={2000}
            dir="auto"
            aria-label={t('survey.comment')}
            placeholder={t('survey.comment')}
            value={comment}
            onInput={(event) => setGiven({ ...given, comment: event.currentTarget.value })}
          />
          <button type="submit" class="quiet" disabled={sending}>
            {sending ? t('survey.sending') : t('survey.send')}
          </button>
        </>
      )}
      {problem !== null && (
        <p class="survey-problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}

function scoresOf({ scale }: WidgetSurvey): readonly number[] {
  return scale === 'thumbs' ? [1, 5] : [1, 2, 3, 4, 5];
}

function signOf({ scale }: WidgetSurvey, score: number): string {
  if (scale === 'stars') return String(score);
  return score === 5 ? '👍' : '👎';
}

const WORDS = ['survey.1', 'survey.2', 'survey.3', 'survey.4', 'survey.5'] as const;

function labelOf({ scale }: WidgetSurvey, score: number) {
  if (scale === 'thumbs') return score === 5 ? 'survey.up' : 'survey.down';
  return WORDS[score - 1] ?? 'survey.3';
}
