import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field.tsx';
import { RichComposer, type ComposerHandle } from '../../ui/rich-composer.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { VariableMenu } from './variable-menu.tsx';

/** Props of {@link MacroTexts}. */
export type MacroTextsProps = {
  chatText: string;
  mailHtml: string;
  problems: Readonly<Record<string, string>>;
  disabled: boolean;
  onChatText: (text: string) => void;
  onMailHtml: (html: string) => void;
};

/** The text for chats and the one for mail, each with a menu of variables. */
export function MacroTexts(props: MacroTextsProps) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<'chat' | 'mail'>(
    props.chatText === '' && props.mailHtml !== '' ? 'mail' : 'chat',
  );
  return (
    <Tabs
      aria-label={t('macros.textTabs')}
      value={tab}
      onValueChange={setTab}
      panelClassName="pt-3"
      items={[
        { value: 'chat', label: t('macros.chatTab'), panel: <ChatText {...props} /> },
        { value: 'mail', label: t('macros.mailTab'), panel: <MailText {...props} /> },
      ]}
    />
  );
}

function ChatText({ chatText, problems, disabled, onChatText }: MacroTextsProps) {
  const { t } = useTranslation();
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (placeholder: string) => {
    const { selectionStart = chatText.length, selectionEnd = chatText.length } = area.current ?? {};
    onChatText(chatText.slice(0, selectionStart) + placeholder + chatText.slice(selectionEnd));
    area.current?.focus();
  };
  return (
    <Field
      label={t('macros.chatText')}
      hint={t('macros.chatTextHint')}
      error={problems['chatText']}
      disabled={disabled}
      aside={!disabled && <VariableMenu onInsert={insert} />}
    >
      <TextArea
        ref={area}
        dir="auto"
        rows={5}
        className="[&_textarea]:min-h-24"
        maxLength={8_000}
        value={chatText}
        onValueChange={onChatText}
      />
    </Field>
  );
}

function MailText({ mailHtml, problems, disabled, onMailHtml }: MacroTextsProps) {
  const { t } = useTranslation();
  const editor = useRef<ComposerHandle>(null);
  const problem = problems['mailHtml'];
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-2">
        <span className="font-medium">{t('macros.mailText')}</span>
        {!disabled && (
          <VariableMenu onInsert={(text) => editor.current?.insert({ text, html: '' })} />
        )}
      </div>
      <RichComposer
        ref={editor}
        mode="rich"
        label={t('macros.mailText')}
        initial={{ html: mailHtml, text: '' }}
        disabled={disabled}
        onChange={({ html }) => onMailHtml(html)}
        onSubmit={() => undefined}
      />
      <p role={problem ? 'alert' : undefined} className={problem ? WRONG : 'text-meta text-subtle'}>
        {problem ?? t('macros.mailTextHint')}
      </p>
    </div>
  );
}

const WRONG = 'text-meta text-critical';
