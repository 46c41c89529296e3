import { Toolbar } from '@base-ui/react/toolbar';
import { useEditorState, type Editor } from '@tiptap/react';
import {
  Bold,
  Code,
  Italic,
  Link as LinkIcon,
  List,
  ListOrdered,
  type LucideIcon,
} from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { Popover } from './popover.tsx';
import { TextField } from './text-field.tsx';

/** Text styles of the rich editor; one stop for Tab, arrows inside. */
export function ComposerToolbar({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      code: now.isActive('code'),
      link: now.isActive('link'),
    }),
  });
  const chain = () => editor.chain().focus();
  return (
    <Toolbar.Root
      aria-label={t('ui.composer.toolbar')}
      className="flex flex-wrap gap-0.5 border-b border-line px-1.5 py-1"
    >
      <Style
        icon={Bold}
        label={t('ui.composer.bold')}
        keys="mod+b"
        on={on.bold}
        onPress={() => chain().toggleBold().run()}
      />
      <Style
        icon={Italic}
        label={t('ui.composer.italic')}
        keys="mod+i"
        on={on.italic}
        onPress={() => chain().toggleItalic().run()}
      />
      <Style
        icon={Code}
        label={t('ui.composer.code')}
        keys="mod+e"
        on={on.code}
        onPress={() => chain().toggleCode().run()}
      />
      <Style
        icon={List}
        label={t('ui.composer.bullets')}
        on={on.bullets}
        onPress={() => chain().toggleBulletList().run()}
      />
      <Style
        icon={ListOrdered}
        label={t('ui.composer.numbers')}
        on={on.numbers}
        onPress={() => chain().toggleOrderedList().run()}
      />
      <LinkControl editor={editor} on={on.link} />
    </Toolbar.Root>
  );
}

type StyleProps = {
  icon: LucideIcon;
  label: string;
  keys?: string;
  on: boolean;
  onPress: () => void;
};

function Style({ icon, label, keys, on, onPress }: StyleProps) {
  return (
    <Toolbar.Button
      render={<IconButton icon={icon} label={label} keys={keys} pressed={on} size="sm" />}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    />
  );
}

function LinkControl({ editor, on }: { editor: Editor; on: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [href, setHref] = useState('');
  const onOpenChange = (next: boolean) => {
    setOpen(next);
    if (next) setHref(String(editor.getAttributes('link')['href'] ?? ''));
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    event.stopPropagation();
    editor.chain().focus().extendMarkRange('link').setLink({ href }).run();
    setOpen(false);
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    setOpen(false);
  };
  return (
    <Popover
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <Toolbar.Button
          render={
            <IconButton icon={LinkIcon} label={t('ui.composer.link')} pressed={on} size="sm" />
          }
        />
      }
    >
      <form onSubmit={submit} className="flex flex-col gap-2">
        <TextField
          aria-label={t('ui.composer.linkAddress')}
          placeholder="https://"
          value={href}
          onValueChange={setHref}
          autoFocus
        />
        <div className="flex justify-end gap-2">
          {on && (
            <Button variant="ghost" onClick={remove}>
              {t('ui.composer.removeLink')}
            </Button>
          )}
          <Button type="submit" variant="primary" disabled={href.trim() === ''}>
            {t('ui.composer.setLink')}
          </Button>
        </div>
      </form>
    </Popover>
  );
}
