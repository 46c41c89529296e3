import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';
import { addToGroups, insertMember } from '../identity/index.ts';
import type { Blueprint } from './blueprint.ts';
import { insertRows } from './onboarding.store.ts';
import { standardHours } from './standard-hours.ts';
import { standardMacros } from './standard-macros.ts';

/** Puts what a blueprint names into a new workspace: people, queues, hours, promises, macros, articles. */
export function createFurnisher({ clock, ids }: Pick<Core, 'clock' | 'ids'>) {
  return async (
    scope: Scope,
    blueprint: Blueprint,
    users: ReadonlyMap<string, string>,
  ): Promise<void> => {
    const groups = idsByName(blueprint.groups);
    const skills = idsByName(blueprint.skills.map((skill) => skill.name));
    await insertRows(scope, 'capacity_rules', [{ id: ids.next(), ...defaultCapacity }]);
    await insertRows(
      scope,
      'groups',
      blueprint.groups.map((name) => ({ id: idOf(groups, name), name })),
    );
    await insertRows(
      scope,
      'skills',
      blueprint.skills.map((skill) => ({ id: idOf(skills, skill.name), ...skill })),
    );
    await insertRows(
      scope,
      'categories',
      blueprint.categories.map((category) => ({ id: ids.next(), ...category })),
    );
    await insertQueues(scope, blueprint, groups);
    await insertMacros(scope);
    await insertArticles(scope, blueprint);
    await insertHours(scope, blueprint);
    await insertPromises(scope, blueprint);
    await insertAssistant(scope, blueprint);
    await insertRows(scope, 'mailboxes', [
      { id: ids.next(), address: blueprint.supportAddress, name: blueprint.workspaceName },
    ]);
    for (const person of blueprint.people) {
      const id = ids.next();
      const userId = users.get(person.email) ?? '';
      await insertMember(scope, { id, userId, name: person.name, role: person.role });
      await addToGroups(
        scope,
        id,
        person.groups.map((name) => idOf(groups, name)),
      );
      await insertRows(
        scope,
        'agent_skills',
        (person.skills ?? []).map(({ name, level }) => ({
          agent_id: id,
          skill_id: idOf(skills, name),
          level,
        })),
      );
    }
  };

  async function insertAssistant(scope: Scope, { assistant }: Blueprint): Promise<void> {
    if (assistant === undefined) return;
    await insertRows(scope, 'assistant_policies', [
      { version: 1, policy: toJson(assistant), note: 'As shipped', saved_at: clock.now() },
    ]);
  }

  async function insertArticles(scope: Scope, { articles = [] }: Blueprint): Promise<void> {
    const names = [...new Set(articles.map(({ section }) => section))];
    const sections = idsByName(names);
    await insertRows(
      scope,
      'kb_sections',
      names.map((name, at) => ({ id: idOf(sections, name), name, position: at + 1 })),
    );
    const at = clock.now();
    const made = articles.map((article) => ({ ...article, id: ids.next() }));
    await insertRows(
      scope,
      'articles',
      made.map(({ id, title, section, visibility = 'public' as const }) => ({
        id,
        title,
        section_id: idOf(sections, section),
        language: 'en',
        visibility,
        status: 'published' as const,
        last_version: 1,
        published_version: 1,
        created_at: at,
        updated_at: at,
      })),
    );
    await insertRows(
      scope,
      'article_versions',
      made.map(({ id, title, body }) => ({
        article_id: id,
        version: 1,
        title,
        body,
        created_at: at,
      })),
    );
  }

  async function insertHours(scope: Scope, { timeZone }: Blueprint): Promise<void> {
    const id = ids.next();
    const { name, week } = standardHours;
    const hours = JSON.stringify({ timeZone, week, holidays: [], exceptions: [] });
    await insertRows(scope, 'schedules', [{ id, name, hours, is_default: true }]);
    await insertRows(scope, 'schedule_versions', [
      { schedule_id: id, version: 1, name, hours, created_at: clock.now() },
    ]);
  }

  /** They count as having been there always: also tickets that are played into the past run by them. */
  async function insertPromises(scope: Scope, { promises }: Blueprint): Promise<void> {
    for (const [position, { rules, ...promise }] of promises.entries()) {
      const id = ids.next();
      const { name } = promise;
      const text = JSON.stringify(rules);
      await insertRows(scope, 'sla_policies', [{ id, ...promise, position, rules: text }]);
      await insertRows(scope, 'sla_policy_versions', [
        { policy_id: id, version: 1, name, rules: text, created_at: new Date(0) },
      ]);
    }
  }

  async function insertMacros(scope: Scope): Promise<void> {
    const at = clock.now();
    await insertRows(
      scope,
      'macros',
      standardMacros.map(({ chatText, mailHtml, actions, ...macro }) => ({
        ...macro,
        id: ids.next(),
        chat_text: chatText,
        mail_html: mailHtml,
        actions: JSON.stringify(actions),
        created_at: at,
        updated_at: at,
      })),
    );
  }

  async function insertQueues(
    scope: Scope,
    blueprint: Blueprint,
    groups: ReadonlyMap<string, string>,
  ) {
    for (const [position, queue] of blueprint.queues.entries()) {
      const id = ids.next();
      const { name, priority, conditions, isDefault = false } = queue;
      await insertRows(scope, 'queues', [
        {
          id,
          name,
          position,
          priority,
          conditions: JSON.stringify(conditions),
          is_default: isDefault,
          ...(blueprint.handOver && { hand_over: blueprint.handOver }),
        },
      ]);
      await insertRows(
        scope,
        'queue_groups',
        queue.groups.map((group) => ({ queue_id: id, group_id: idOf(groups, group) })),
      );
    }
  }

  function idsByName(names: readonly string[]): Map<string, string> {
    return new Map(names.map((name) => [name, ids.next()]));
  }
}

/** Three chats, or eight mails, or a mixture within twelve units. */
const defaultCapacity = {
  name: 'Standard',
  budget: 12,
  messaging_units: 3,
  messaging_ceiling: 9,
  email_units: 1,
  email_ceiling: 8,
  is_default: true,
};

function idOf(known: ReadonlyMap<string, string>, name: string): string {
  const id = known.get(name);
  if (id === undefined) throw new Error(`The blueprint names "${name}" but does not define it.`);
  return id;
}
