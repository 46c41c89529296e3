import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';

/** A picture, and the same numbers as a table for who reads them better. */
export function PictureOrTable({ picture, table }: { picture: ReactNode; table: ReactNode }) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  return (
    <div>
      {asTable ? table : picture}
      <Button
        size="sm"
        variant="ghost"
        className="mt-2 -ms-2"
        aria-pressed={asTable}
        onClick={() => setAsTable(!asTable)}
      >
        {t(asTable ? 'learning.figures.asPicture' : 'learning.figures.asTable')}
      </Button>
    </div>
  );
}
