import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SurveyScale } from '../../../contracts/surveys.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/tones.ts';

/** A score in words; the colour only helps. */
export function Score({ score, scale }: { score: number; scale: SurveyScale }) {
  const { t } = useTranslation();
  if (scale === 'thumbs') {
    const up = score === 5;
    return (
      <Badge tone={up ? 'positive' : 'critical'} icon={up ? ThumbsUp : ThumbsDown}>
        {t(up ? 'surveys.up' : 'surveys.down')}
      </Badge>
    );
  }
  return <Badge tone={toneOf(score)}>{t('surveys.score', { score })}</Badge>;
}

function toneOf(score: number): Tone {
  if (score >= 4) return 'positive';
  return score === 3 ? 'caution' : 'critical';
}
