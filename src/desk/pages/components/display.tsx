import { AlarmClock, Mail, Sparkles } from 'lucide-react';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge, CountBadge } from '../../ui/badge.tsx';
import { CapacityMeter } from '../../ui/capacity-meter.tsx';
import { Chip } from '../../ui/chip.tsx';
import { CountdownRing } from '../../ui/countdown-ring.tsx';
import { FileChip } from '../../ui/file-chip.tsx';
import { PresenceDot } from '../../ui/presence-dot.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Time } from '../../ui/time.tsx';
import type { Tone } from '../../ui/tones.ts';
import { useClock } from '../../lib/clock.tsx';
import { useState } from 'react';
import { LONG_NAME, Sample, SampleSection } from './sample.tsx';

/** People, states, times and files. */
export function DisplaySamples() {
  return (
    <SampleSection title="People, states, time and files">
      <Sample name="Badges">
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone} icon={tone === 'assistant' ? Sparkles : undefined}>
            {WORDS[tone]}
          </Badge>
        ))}
      </Sample>
      <Sample name="Plain, for lists">
        <Badge variant="plain" tone="positive" dot>
          3h 20m left
        </Badge>
        <Badge variant="plain" tone="caution" icon={AlarmClock}>
          12m left
        </Badge>
        <Badge variant="plain" tone="critical" icon={AlarmClock}>
          Breached 8m ago
        </Badge>
        <Badge variant="plain" icon={Mail}>
          Email
        </Badge>
        <CountBadge count={4} label="4 waiting" />
        <CountBadge count={128} tone="accent" label="128 waiting" />
        <div className="w-32">
          <Badge tone="info">{LONG_NAME}</Badge>
        </div>
      </Sample>
      <Sample name="Chips">
        <Chip label="refunds" />
        <Chip label="tier: enterprise" onRemove={() => undefined} />
        <Chip label={LONG_NAME} onRemove={() => undefined} />
        <Chip label="disabled" disabled onRemove={() => undefined} />
      </Sample>
      <Sample name="Avatars">
        <Avatar name="Mira Okafor" size="sm" />
        <Avatar name="Mira Okafor" presence="online" />
        <Avatar name="Jonas Lindqvist" presence="away" />
        <Avatar name="Tomás Herrera" presence="transfers_only" />
        <Avatar name="李 小龙" presence="offline" />
        <Avatar name="ada@acme.example" size="lg" presence="online" />
        <Avatar name="Assistant" kind="assistant" />
        <Avatar name="Broken photo" photoUrl="data:image/png;base64,AA==" />
      </Sample>
      <Sample name="Presence">
        {(['online', 'away', 'transfers_only', 'offline'] as const).map((presence) => (
          <span key={presence} className="me-2 inline-flex items-center gap-1.5">
            <PresenceDot presence={presence} label="hidden" />
            {presence.replace('_', ' ')}
          </span>
        ))}
      </Sample>
      <MeasureSamples />
      <FileSamples />
    </SampleSection>
  );
}

function MeasureSamples() {
  const clock = useClock();
  const [openedAt] = useState(clock.now);
  return (
    <>
      <Sample name="Capacity">
        <CapacityMeter used={{ messaging: 3, email: 4 }} budget={12} className="me-4" />
        <CapacityMeter used={{}} budget={12} className="me-4" />
        <CapacityMeter used={{ messaging: 6, email: 8 }} budget={12} className="me-4" />
        <CapacityMeter
          detail="full"
          used={{ messaging: 3, email: 4, voice: 2 }}
          budget={12}
          className="w-72"
        />
      </Sample>
      <Sample name="Countdown">
        <CountdownRing endsAtMs={openedAt + 52_000} totalMs={60_000} />
        <CountdownRing endsAtMs={openedAt + 15_000} totalMs={60_000} />
        <CountdownRing endsAtMs={openedAt + 5_000} totalMs={60_000} />
        <CountdownRing endsAtMs={openedAt} totalMs={60_000} />
        <CountdownRing endsAtMs={openedAt + 45_000} totalMs={60_000} size="sm" />
      </Sample>
      <Sample name="Time">
        {[20_000, 5 * 60_000, 3 * 3_600_000, 30 * 3_600_000, 90 * 86_400_000].map((ago) => (
          <Time key={ago} at={openedAt - ago} className="me-3 text-muted" />
        ))}
        <Time at={openedAt + 2 * 3_600_000} className="text-muted" />
      </Sample>
      <Sample name="Progress">
        <ProgressBar value={0.42} label="Importing 1,204 articles" className="w-64" />
        <ProgressBar value={null} label="Reading the archive" className="w-64" />
      </Sample>
    </>
  );
}

function FileSamples() {
  return (
    <Sample name="Files">
      <FileChip
        name="invoice-2093.pdf"
        sizeBytes={84_213}
        contentType="application/pdf"
        href="#invoice"
      />
      <FileChip
        name="screenshot of the whole settings page after the update.png"
        sizeBytes={3_420_000}
        contentType="image/png"
        onRemove={() => undefined}
      />
      <FileChip
        name="logs.zip"
        sizeBytes={12_400_000}
        contentType="application/zip"
        progress={0.6}
        onRemove={() => undefined}
      />
      <FileChip
        name="video.mov"
        sizeBytes={92_000_000}
        contentType="video/quicktime"
        error="Larger than 25 MB"
        onRetry={() => undefined}
        onRemove={() => undefined}
      />
    </Sample>
  );
}

const TONES: Tone[] = ['neutral', 'accent', 'positive', 'caution', 'critical', 'info', 'assistant'];
const WORDS: Record<Tone, string> = {
  neutral: 'Pending',
  accent: 'Selected',
  positive: 'Confirmed',
  caution: 'At risk',
  critical: 'Breached',
  info: 'Transfers only',
  assistant: 'Draft by the assistant',
};
