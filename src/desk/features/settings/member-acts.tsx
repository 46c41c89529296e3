import { useTranslation } from 'react-i18next';
import { roles } from '../../../contracts/permissions.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { useToast } from '../../ui/toast.tsx';
import { CopyLine } from '../mail/copy-line.tsx';
import { useSignedIn } from '../session-gate/queries.ts';
import { useChangeMember, useInviteAgain, type Member } from './queries.ts';

/** The role of a colleague, changed where it stands. */
export function RoleChoice({ member: { id, name, role } }: { member: Member }) {
  const { t } = useTranslation();
  const change = useChangeMember();
  const onError = useTellFailure();
  return (
    <Select
      aria-label={t('settings.people.roleOf', { name })}
      size="sm"
      className="w-32"
      value={role}
      options={roles.map((value) => ({
        value,
        label: t(`gate.roles.${value}`),
        hint: t(`settings.people.roleHints.${value}`),
      }))}
      onValueChange={(next) => change.mutate({ id, role: next }, { onError })}
    />
  );
}

/** A new link for whoever has none of their own yet, and the end of a membership. */
export function MemberActs({ member: { id, name } }: { member: Member }) {
  const { t } = useTranslation();
  const toast = useToast();
  const change = useChangeMember();
  const invite = useInviteAgain();
  const onError = useTellFailure();
  const { memberId } = useSignedIn();
  if (id === memberId) return null;
  const remove = () =>
    change.mutate(
      { id, role: null },
      {
        onError,
        onSuccess: () => toast.show({ title: t('settings.people.removed', { name }) }),
      },
    );
  return (
    <span className="flex justify-end gap-1">
      <Button
        size="sm"
        variant="ghost"
        loading={invite.isPending}
        onClick={() => invite.mutate(id, { onError })}
      >
        {t('settings.people.again')}
      </Button>
      <ConfirmButton
        size="sm"
        variant="ghost"
        loading={change.isPending}
        confirmLabel={t('settings.people.removeConfirm', { name })}
        onConfirm={remove}
      >
        {t('settings.people.remove')}
      </ConfirmButton>
      {invite.data && (
        <Dialog
          open
          onOpenChange={() => invite.reset()}
          title={t('settings.people.invited', { name })}
          description={t('settings.people.invitedLead', { name })}
        >
          <CopyLine
            text={new URL(invite.data.invitationUrl, window.location.origin).href}
            label={t('settings.people.link')}
          />
        </Dialog>
      )}
    </span>
  );
}

function useTellFailure() {
  const { t } = useTranslation();
  const toast = useToast();
  return (error: Error) =>
    toast.show({
      title: t('settings.people.notChanged'),
      detail: error.message,
      tone: 'critical',
    });
}
