import { CornerUpLeft, Tag, UserRound, X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { tagNameSchema } from '../../../contracts/tags.ts';
import { prioritySchema } from '../../../contracts/tickets.ts';
import { bulkBound, type BulkAct } from '../../../contracts/views.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogClose } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { Popover } from '../../ui/popover.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAgents } from '../presence/queries.ts';
import { useSignedIn } from '../session-gate/queries.ts';
import { useCategories, useGroups } from '../ticket/queries.ts';
import { PriorityBadge } from '../ticket/priority.tsx';
import { StatusIcon } from '../ticket/status.tsx';
import { BulkReport } from './bulk-report.tsx';
import { useTicketCount } from './queries.ts';
import { useSelection } from './selection.tsx';
import { useBulkRun } from './use-bulk-run.ts';
import { useInbox } from './use-inbox.ts';

const STATUSES = ['open', 'pending', 'on_hold', 'solved'] as const;

/** What can be done with the chosen tickets; stands above the list while some are chosen. */
export function BulkBar({ loaded, hasMore }: { loaded: readonly string[]; hasMore: boolean }) {
  const { t } = useTranslation();
  const selection = useSelection();
  const { filter } = useInbox();
  const { data: total = 0 } = useTicketCount(filter, { enabled: selection.ids.size > 0 });
  const run = useBulkRun();
  const [asked, setAsked] = useState<BulkAct | null>(null);
  const act = (wanted: BulkAct) => (selection.all ? setAsked(wanted) : run.start(wanted, null));
  const count = selection.all ? total : selection.ids.size;
  const whole = loaded.length > 0 && loaded.every((id) => selection.ids.has(id));
  if (selection.ids.size === 0) return <BulkReport {...run.report} />;
  return (
    <section
      aria-label={t('inbox.bulk.label')}
      className="flex shrink-0 flex-col gap-1 border-b border-line bg-accent-soft px-3 py-1.5"
    >
      <div className="flex items-center gap-1">
        <span aria-live="polite" className="min-w-0 flex-1 truncate font-medium">
          {selection.all && total > bulkBound
            ? t('inbox.bulk.tooMany', { most: bulkBound })
            : t('inbox.bulk.chosen', { count })}
        </span>
        <IconButton size="sm" icon={X} label={t('inbox.bulk.clear')} onClick={selection.clear} />
      </div>
      <fieldset
        disabled={run.isPending || (selection.all && total > bulkBound)}
        className="flex flex-wrap items-center gap-1"
      >
        <StatusAct act={act} />
        <PriorityAct act={act} />
        <AssignAct act={act} />
        <TagsAct act={act} />
        <MoreActs act={act} />
      </fieldset>
      <div className="flex gap-3 text-meta">
        {!whole && (
          <LinkButton onClick={() => selection.choose(loaded)}>
            {t('inbox.bulk.loaded', { count: loaded.length })}
          </LinkButton>
        )}
        {whole && hasMore && !selection.all && (
          <LinkButton onClick={selection.chooseAll}>{t('inbox.bulk.all')}</LinkButton>
        )}
      </div>
      <BulkReport {...run.report} />
      {asked && (
        <ConfirmAll
          count={total}
          onConfirm={() => {
            run.start(asked, total);
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

function LinkButton({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button type="button" onClick={onClick} className="text-accent-text underline">
      {children}
    </button>
  );
}

type ActProps = { act: (act: BulkAct) => void };

function StatusAct({ act }: ActProps) {
  const { t } = useTranslation();
  return (
    <Menu trigger={<Button size="sm">{t('inbox.filter.status')}</Button>}>
      {STATUSES.map((status) => (
        <MenuItem
          key={status}
          mark={<StatusIcon status={status} />}
          onSelect={() => act({ kind: 'status', status })}
        >
          {t(`ticket.status.${status}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}

function PriorityAct({ act }: ActProps) {
  const { t } = useTranslation();
  return (
    <Menu trigger={<Button size="sm">{t('inbox.filter.priority')}</Button>}>
      {prioritySchema.options.map((priority) => (
        <MenuItem key={priority} onSelect={() => act({ kind: 'priority', priority })}>
          <PriorityBadge priority={priority} />
        </MenuItem>
      ))}
    </Menu>
  );
}

function AssignAct({ act }: ActProps) {
  const { t } = useTranslation();
  const me = useSignedIn();
  const agents = useAgents().data ?? [];
  const others = agents.filter(({ id }) => id !== me.memberId);
  return (
    <Menu
      trigger={
        <Button size="sm" icon={UserRound}>
          {t('inbox.bulk.assign')}
        </Button>
      }
    >
      <MenuItem
        mark={<Avatar name={me.name} id={me.memberId} size="sm" />}
        onSelect={() => act({ kind: 'assign', agentId: me.memberId })}
      >
        {t('inbox.filter.me')}
      </MenuItem>
      <MenuItem icon={CornerUpLeft} onSelect={() => act({ kind: 'assign', agentId: null })}>
        {t('inbox.bulk.giveBack')}
      </MenuItem>
      <MenuSeparator />
      {others.map(({ id, name }) => (
        <MenuItem
          key={id}
          mark={<Avatar name={name} id={id} size="sm" />}
          onSelect={() => act({ kind: 'assign', agentId: id })}
        >
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}

function TagsAct({ act }: ActProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const parsed = tagNameSchema.safeParse(text);
  const apply = (kind: 'add_tags' | 'remove_tags') => {
    if (!parsed.success) return;
    act({ kind, tags: [parsed.data] });
    setOpen(false);
    setText('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply('add_tags');
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      className="w-64!"
      trigger={
        <Button size="sm" icon={Tag}>
          {t('inbox.bulk.tags')}
        </Button>
      }
    >
      <form onSubmit={submit} className="flex flex-col gap-2">
        <TextField
          aria-label={t('inbox.bulk.tag')}
          placeholder={t('inbox.bulk.tag')}
          value={text}
          onValueChange={setText}
        />
        <div className="flex justify-end gap-1">
          <Button disabled={!parsed.success} onClick={() => apply('remove_tags')}>
            {t('inbox.bulk.removeTag')}
          </Button>
          <Button type="submit" variant="primary" disabled={!parsed.success}>
            {t('inbox.bulk.addTag')}
          </Button>
        </div>
      </form>
    </Popover>
  );
}

function MoreActs({ act }: ActProps) {
  const { t } = useTranslation();
  const groups = useGroups().data ?? [];
  const categories = useCategories().data ?? [];
  return (
    <>
      <Menu trigger={<Button size="sm">{t('inbox.filter.group')}</Button>}>
        <MenuItem onSelect={() => act({ kind: 'group', groupId: null })}>
          {t('inbox.filter.noGroup')}
        </MenuItem>
        {groups.map(({ id, name }) => (
          <MenuItem key={id} onSelect={() => act({ kind: 'group', groupId: id })}>
            {name}
          </MenuItem>
        ))}
      </Menu>
      <Menu trigger={<Button size="sm">{t('inbox.filter.category')}</Button>}>
        <MenuItem onSelect={() => act({ kind: 'category', category: null })}>
          {t('inbox.filter.noCategory')}
        </MenuItem>
        {categories.map(({ id, name }) => (
          <MenuItem key={id} onSelect={() => act({ kind: 'category', category: name })}>
            {name}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function ConfirmAll({
  count,
  onConfirm,
  onClose,
}: {
  count: number;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog
      open
      width="sm"
      onOpenChange={(open) => !open && onClose()}
      title={t('inbox.bulk.confirm', { count })}
      description={t('inbox.bulk.confirmHint')}
      footer={
        <>
          <DialogClose render={<Button>{t('inbox.saved.cancel')}</Button>} />
          <Button variant="primary" onClick={onConfirm}>
            {t('inbox.bulk.change', { count })}
          </Button>
        </>
      }
    />
  );
}
