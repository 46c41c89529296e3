import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../../../contracts/knowledge.ts';
import type { ArticleAnswer } from '../../../../contracts/learning.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog, DialogClose } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { Time } from '../../../ui/time.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { CaseLink } from '../case-link.tsx';
import { useArticleAnswers, useCorrect } from '../queries.ts';
import { useFailure } from '../use-failure.ts';

const LEAST_TEXT = 10;

/** Finds the customers who got an answer with a wrong article, and asks for an approval to tell them. */
export function CorrectionDialog({ article }: { article: Article }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('learning.answers.wrong')}</Button>
      {open && <Correction article={article} onClose={() => setOpen(false)} />}
    </>
  );
}

function Correction({ article, onClose }: { article: Article; onClose: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const onError = useFailure();
  const correct = useCorrect(article.id);
  const [which, setWhich] = useState('all');
  const [text, setText] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { data } = useArticleAnswers(article.id, { ...filterOf(which), sent: true });
  const answers = data?.answers ?? [];
  const chosen = answers.filter((answer) => !left.has(answer.ticketId) && !isAskedFor(answer));
  const version = filterOf(which).version ?? filterOf(which).since ?? article.lastVersion;
  const send = () =>
    correct.mutate(
      { version, ticketIds: chosen.map(({ ticketId }) => ticketId), text: text.trim() },
      {
        onError,
        onSuccess: () => {
          toast.show({ title: t('learning.answers.sent'), tone: 'positive' });
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      width="lg"
      title={t('learning.answers.wrong')}
      description={article.title}
      footer={
        <>
          <DialogClose render={<Button>{t('learning.answers.cancel')}</Button>} />
          <Button
            variant="primary"
            disabled={chosen.length === 0 || text.trim().length < LEAST_TEXT}
            loading={correct.isPending}
            onClick={send}
          >
            {t('learning.answers.send')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t('learning.answers.which')} className="max-w-sm">
          <Select
            aria-label={t('learning.answers.which')}
            value={which}
            options={[
              { value: 'all', label: t('learning.answers.allVersions') },
              ...(data?.versions ?? []).flatMap(({ version: one }) => [
                {
                  value: `only-${one}`,
                  label: t('learning.answers.onlyVersion', { version: one }),
                },
                {
                  value: `since-${one}`,
                  label: t('learning.answers.sinceVersion', { version: one }),
                },
              ]),
            ]}
            onValueChange={setWhich}
          />
        </Field>
        <Customers
          answers={answers}
          chosen={new Set(chosen.map(({ ticketId }) => ticketId))}
          onChoose={(ticketId, isChosen) => {
            const next = new Set(left);
            if (isChosen) next.delete(ticketId);
            else next.add(ticketId);
            setLeft(next);
          }}
        />
        <Field label={t('learning.answers.text')} hint={t('learning.answers.textHint')}>
          <TextArea value={text} rows={5} maxLength={5_000} onValueChange={setText} />
        </Field>
      </div>
    </Dialog>
  );
}

function Customers({
  answers,
  chosen,
  onChoose,
}: {
  answers: readonly ArticleAnswer[];
  chosen: ReadonlySet<string>;
  onChoose: (ticketId: string, isChosen: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <section>
      <h3 className="mb-1 flex justify-between gap-3 font-medium">
        {t('learning.answers.whom')}
        <span className="font-normal text-muted">
          {t('learning.answers.chosen', { count: chosen.size })}
        </span>
      </h3>
      {answers.length === 0 && <p className="text-muted">{t('learning.answers.noneSent')}</p>}
      <ul className="flex max-h-56 flex-col divide-y divide-line overflow-y-auto">
        {answers.map((answer) => (
          <li key={answer.ticketId} className="flex min-w-0 items-center gap-3 py-1.5">
            <Checkbox
              aria-label={`${answer.customer}, ${answer.subject}`}
              checked={chosen.has(answer.ticketId)}
              disabled={isAskedFor(answer)}
              onCheckedChange={(isChosen) => onChoose(answer.ticketId, isChosen)}
            />
            <span className="w-36 shrink-0 truncate">{answer.customer}</span>
            <CaseLink ticketId={answer.ticketId} number={answer.number} />
            <span className="min-w-0 flex-1 truncate">{answer.subject}</span>
            <span className="shrink-0 text-meta text-muted">
              {answer.correctedAt ? (
                t('learning.answers.told')
              ) : answer.correctionWaits ? (
                t('learning.answers.toldLater')
              ) : (
                <Time at={answer.at} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether somebody was told already, or is to be told once it is approved. */
function isAskedFor({ correctedAt, correctionWaits }: ArticleAnswer): boolean {
  return correctedAt !== null || correctionWaits;
}

/** `all`, `only-2` or `since-2`. */
function filterOf(which: string): { version?: number; since?: number } {
  const [kind, number] = which.split('-');
  if (kind === 'only') return { version: Number(number) };
  return kind === 'since' ? { since: Number(number) } : {};
}
