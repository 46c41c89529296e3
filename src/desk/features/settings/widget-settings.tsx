import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import { fieldErrors } from '../../lib/api-problem.ts';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, FieldGroup } from '../../ui/field.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useViews } from '../inbox/queries.ts';
import { useSignedIn } from '../session-gate/queries.ts';
import { EffectSwitch } from './effect-switch.tsx';
import { IdentitySecret } from './identity-secret.tsx';
import { useSettings } from './queries.ts';
import { useSaveSettings } from './use-save-settings.ts';
import { ChatPageLine } from './chat-page-line.tsx';
import { WidgetSnippet } from './widget-snippet.tsx';

/** What customers see of the widget, and how it gets onto a site. */
export function WidgetSettings() {
  const settings = useSettings();
  if (settings.isError)
    return <ApiErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  if (!settings.data) return <SkeletonRows disc={false} />;
  return (
    <>
      <ChatSwitch open={settings.data.chat.open} />
      <WidgetForm settings={settings.data} />
      <SnippetSection />
      <IdentitySecret />
    </>
  );
}

/** Opens and closes the chat; closing ends what runs. */
function ChatSwitch({ open }: { open: boolean }) {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  const views = useViews();
  const running = views.data?.views.find(({ view }) => view === 'live')?.count ?? 0;
  return (
    <Section title={t('settings.widget.chatTitle')}>
      <div className="max-w-xl">
        <EffectSwitch
          label={t('settings.widget.open')}
          on={t('settings.widget.openOn')}
          off={t('settings.widget.openOff')}
          turningOff={t('settings.widget.closing', { running })}
          checked={open}
          onSave={(next) => save({ chat: { open: next } }, { chat: { open } })}
        />
      </div>
    </Section>
  );
}

type Looks = Pick<
  WorkspaceSettings,
  'assistantName' | 'greeting' | 'accentColor' | 'agentSignature'
>;

function WidgetForm({ settings }: { settings: WorkspaceSettings }) {
  const { t } = useTranslation();
  const { save, isPending, error } = useSaveSettings();
  const { assistantName, greeting, accentColor, agentSignature } = settings;
  const saved: Looks = { assistantName, greeting, accentColor, agentSignature };
  const [changed, setChanged] = useState<Partial<Looks>>({});
  const looks = { ...saved, ...changed };
  const set = (field: keyof Looks) => (value: string) =>
    setChanged((all) => ({ ...all, [field]: value }));
  const problems = fieldErrors(error);
  const colourOk = /^#[0-9a-f]{6}$/i.test(looks.accentColor);
  const dirty = JSON.stringify(looks) !== JSON.stringify(saved);
  return (
    <Section title={t('settings.widget.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save(looks, saved);
        }}
      >
        <FieldGroup>
          <Field label={t('settings.widget.assistantName')} error={problems['assistantName']}>
            <TextField value={looks.assistantName} onValueChange={set('assistantName')} />
          </Field>
          <Field
            label={t('settings.widget.greeting')}
            hint={t('settings.widget.greetingHint')}
            error={problems['greeting']}
          >
            <TextArea value={looks.greeting} onValueChange={set('greeting')} maxLength={400} />
          </Field>
          <Field
            label={t('settings.widget.colour')}
            hint={t('settings.widget.colourHint')}
            error={colourOk ? problems['accentColor'] : t('settings.widget.colourWrong')}
          >
            <TextField
              value={looks.accentColor}
              onValueChange={set('accentColor')}
              className="w-40"
              end={
                <span
                  aria-hidden
                  className="size-4 rounded-small border border-line"
                  style={colourOk ? { background: looks.accentColor } : undefined}
                />
              }
            />
          </Field>
          <Field label={t('settings.widget.signature')} optional error={problems['agentSignature']}>
            <TextArea
              value={looks.agentSignature}
              onValueChange={set('agentSignature')}
              maxLength={1000}
            />
          </Field>
          <Button
            type="submit"
            variant="primary"
            className="self-start"
            loading={isPending}
            disabled={!dirty || !colourOk}
          >
            {t('settings.save')}
          </Button>
        </FieldGroup>
      </form>
    </Section>
  );
}

function SnippetSection() {
  const { t } = useTranslation();
  const { demoShopUrl, widgetKey } = useSignedIn();
  return (
    <Section title={t('settings.widget.snippetTitle')} lead={t('settings.widget.snippetLead')}>
      <div className="flex max-w-xl flex-col gap-3">
        {widgetKey ? (
          <>
            <WidgetSnippet widgetKey={widgetKey} />
            <ChatPageLine widgetKey={widgetKey} />
          </>
        ) : (
          <p className="text-muted">{t('settings.widget.noSnippet')}</p>
        )}
        {demoShopUrl && (
          <Button
            icon={ExternalLink}
            className="self-start"
            render={
              <a
                href={demoShopUrl}
                target="_blank"
                rel="noopener noreferrer"
                aria-label={t('settings.widget.shop')}
              />
            }
            nativeButton={false}
          >
            {t('settings.widget.shop')}
          </Button>
        )}
      </div>
    </Section>
  );
}
