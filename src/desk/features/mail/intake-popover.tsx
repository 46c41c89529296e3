import { Inbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { CopyLine } from './copy-line.tsx';
import { useIntake } from './queries.ts';

/** How to send mail to this desk: the addresses, the server, a line to try it. */
export function IntakePopover() {
  const { t } = useTranslation();
  const { data } = useIntake();
  const trigger = <Button icon={Inbox}>{t('mail.intake.title')}</Button>;
  return (
    <Popover trigger={trigger} title={t('mail.intake.title')} align="end" className="w-96!">
      {data && (
        <div className="flex flex-col gap-3">
          <div className="flex flex-col gap-1">
            <h3 className="text-meta font-medium text-subtle">
              {t('mail.intake.addresses', { count: data.addresses.length })}
            </h3>
            {data.addresses.map((address) => (
              <CopyLine key={address} text={address} label={address} />
            ))}
          </div>
          {data.smtp ? (
            <>
              <div className="flex flex-col gap-1">
                <h3 className="text-meta font-medium text-subtle">{t('mail.intake.server')}</h3>
                <CopyLine
                  text={`${data.smtp.host}:${data.smtp.port}`}
                  label={t('mail.intake.server')}
                />
              </div>
              <p className="text-meta text-muted">{t('mail.intake.hint')}</p>
              <div className="flex flex-col gap-1">
                <h3 className="text-meta font-medium text-subtle">{t('mail.intake.example')}</h3>
                <CopyLine
                  text={exampleOf(data.smtp, data.addresses[0] ?? '')}
                  label={t('mail.intake.example')}
                />
              </div>
            </>
          ) : (
            <p className="text-muted">{t('mail.intake.off')}</p>
          )}
        </div>
      )}
    </Popover>
  );
}

function exampleOf({ host, port }: { host: string; port: number }, to: string): string {
  const mail = `From: ada@customer.example\\nTo: ${to}\\nSubject: A question\\n\\nWhere is my parcel?\\n`;
  return `printf '${mail}' | curl smtp://${host}:${port} --mail-from ada@customer.example --mail-rcpt ${to} -T -`;
}
