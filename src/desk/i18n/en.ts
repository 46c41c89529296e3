import { componentsPageEn } from '../pages/components-page.en.ts';
import { shellEn } from '../shell/shell.en.ts';
import { uiEn } from '../ui/ui.en.ts';

/** The English catalogue, the source of all keys. A feature adds its own `features/x/x.en.ts` here, one line each. */
export const en = {
  ui: uiEn,
  shell: shellEn,
  componentsPage: componentsPageEn,
} as const;
