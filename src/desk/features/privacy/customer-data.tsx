import { Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../contracts/people.ts';
import { path } from '../../lib/api.ts';
import { customerName } from '../../lib/customer-name.ts';
import { Button } from '../../ui/button.tsx';
import { useMay } from '../session-gate/queries.ts';
import { DeleteCustomer } from './delete-customer.tsx';

/** What may be done with all that is known of a customer; nothing for who may not. */
export function CustomerData({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const mayExport = useMay('customer:export');
  const mayDelete = useMay('customer:delete');
  const [asking, setAsking] = useState(false);
  if (!mayExport && !mayDelete) return null;
  return (
    <div className="mt-2 flex flex-wrap gap-1">
      {mayExport && (
        <Button size="sm" variant="ghost" icon={Download} onClick={() => download(customer.id)}>
          {t('privacy.export')}
        </Button>
      )}
      {mayDelete && (
        <Button size="sm" variant="ghost" icon={Trash2} onClick={() => setAsking(true)}>
          {t('privacy.delete')}
        </Button>
      )}
      <DeleteCustomer
        customerId={customer.id}
        name={customerName(customer, t('ui.visitor'))}
        open={asking}
        onOpenChange={setAsking}
        onExport={() => download(customer.id)}
      />
    </div>
  );
}

/** The server names the file; the page stays where it is. */
function download(customerId: string): void {
  const link = document.createElement('a');
  link.href = path`/api/customers/${customerId}/export`;
  link.download = '';
  link.click();
}
