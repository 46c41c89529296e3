import { useMe } from '../session-gate/queries.ts';
import { SETTINGS_GROUPS, type SettingsGroup } from './sections.ts';

/** The sections this person may open, in their groups; groups with none are left out. */
export function useSettingsGroups(): SettingsGroup[] {
  const { data: me } = useMe();
  const may = new Set(me?.permissions);
  return SETTINGS_GROUPS.map((group) => ({
    ...group,
    sections: group.sections.filter(({ permission }) => may.has(permission)),
  })).filter(({ sections }) => sections.length > 0);
}
