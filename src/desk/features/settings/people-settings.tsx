import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { AddMemberDialog } from './add-member-dialog.tsx';
import { MemberActs, RoleChoice } from './member-acts.tsx';
import { useMembers, type Member } from './queries.ts';

/** Colleagues, and the way to add one. */
export function PeopleSettings() {
  const { t } = useTranslation();
  const members = useMembers();
  const [adding, setAdding] = useState(false);
  const add = (
    <Button icon={UserPlus} variant="primary" onClick={() => setAdding(true)}>
      {t('settings.people.add')}
    </Button>
  );
  return (
    <Section
      title={t('settings.sections.people.title')}
      lead={t('settings.people.lead')}
      actions={add}
      width="max-w-5xl"
    >
      {members.isError ? (
        <ApiErrorState error={members.error} onRetry={() => void members.refetch()} />
      ) : (
        <DataTable
          caption={t('settings.people.caption')}
          rows={members.data ?? []}
          keyOf={({ id }) => id}
          className="-mx-3 [&_table]:min-w-[54rem]"
          empty={<SkeletonRows />}
          columns={[
            {
              id: 'name',
              header: t('settings.people.name'),
              cell: (member) => <Name member={member} />,
            },
            {
              id: 'email',
              header: t('settings.people.email'),
              cell: ({ email }) => <span title={email}>{email}</span>,
            },
            {
              id: 'role',
              header: t('settings.people.role'),
              width: '10rem',
              cell: (member) => <RoleChoice member={member} />,
            },
            {
              id: 'groups',
              header: t('settings.people.groups'),
              cell: ({ groups }) => <Groups groups={groups} />,
            },
            {
              id: 'acts',
              header: t('settings.people.acts'),
              headerHidden: true,
              width: '13rem',
              align: 'end',
              cell: (member) => <MemberActs member={member} />,
            },
          ]}
        />
      )}
      {adding && <AddMemberDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}

function Name({ member: { id, name } }: { member: Member }) {
  return (
    <span className="flex items-center gap-2">
      <Avatar name={name} id={id} size="sm" />
      <span className="truncate" title={name}>
        {name}
      </span>
    </span>
  );
}

function Groups({ groups }: { groups: Member['groups'] }) {
  const { t } = useTranslation();
  const names = groups.map((group) => (typeof group === 'string' ? group : group.name)).join(', ');
  return names ? (
    <span title={names}>{names}</span>
  ) : (
    <span className="text-subtle">{t('settings.people.noGroups')}</span>
  );
}
