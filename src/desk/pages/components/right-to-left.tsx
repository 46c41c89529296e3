import { DirectionProvider } from '@base-ui/react/direction-provider';
import { Reply } from 'lucide-react';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Field } from '../../ui/field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SampleSection } from './sample.tsx';

/** A few components in a language that is written from right to left. */
export function RightToLeftSample() {
  return (
    <SampleSection title="Right to left">
      <DirectionProvider direction="rtl">
        <div dir="rtl" lang="ar" className="flex max-w-md flex-col gap-3">
          <div className="flex items-center gap-2">
            <Avatar name="ليلى حداد" presence="online" />
            <span className="font-medium">ليلى حداد</span>
            <Badge tone="caution">قريب من الموعد</Badge>
            <Chip label="الفواتير" onRemove={() => undefined} />
          </div>
          <Field label="البريد الإلكتروني" error="اكتب عنوانًا صحيحًا">
            <TextField defaultValue="layla@acme.example" />
          </Field>
          <Switch
            checked
            onCheckedChange={() => undefined}
            label="قبول العروض تلقائيًا"
            hint="ما دامت هناك سعة"
          />
          <div>
            <Button variant="primary" icon={Reply}>
              الرد
            </Button>
          </div>
        </div>
      </DirectionProvider>
    </SampleSection>
  );
}
