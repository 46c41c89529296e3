/** What people may do. Every route names one of these; a role is a set of them. */

/** Roles of a member, from the least to the most powerful. */
export const roles = ['agent', 'supervisor', 'admin'] as const;
export type Role = (typeof roles)[number];

const agentPermissions = [
  'ticket:read',
  'ticket:write',
  'ticket:take',
  'message:write',
  'session:end',
  'offer:answer',
  'brief:correct',
  'customer:read',
  'customer:write',
  'agent:read',
  'presence:write',
  'tag:read',
  'knowledge:read',
  'queue:read',
  'attachment:write',
  'view:write',
  'macro:read',
  'macro:write',
  'schedule:read',
  'sla:read',
  'assistant:read',
  'assistant:draft',
  'approval:decide',
] as const;

const supervisorPermissions = [
  'ticket:assign',
  'ticket:override_capacity',
  'presence:write_others',
  'tag:write',
  'mail:read',
  'mail:write',
  'queue:pause',
  'board:read',
  'board:write',
  'knowledge:write',
  'macro:write_shared',
  'trigger:read',
  'view:write_shared',
  'assistant:stop',
] as const;

const adminPermissions = [
  'settings:read',
  'settings:write',
  'member:write',
  'team:write',
  'trigger:write',
  'schedule:write',
  'sla:write',
  'assistant:write',
  'customer:export',
  'customer:delete',
] as const;

export type Permission =
  | (typeof agentPermissions)[number]
  | (typeof supervisorPermissions)[number]
  | (typeof adminPermissions)[number];

const permissionsOfRole: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  agent: new Set(agentPermissions),
  supervisor: new Set([...agentPermissions, ...supervisorPermissions]),
  admin: new Set([...agentPermissions, ...supervisorPermissions, ...adminPermissions]),
};

/** Every permission of a role, sorted. */
export function permissionsOf(role: Role): Permission[] {
  return [...permissionsOfRole[role]].sort();
}

/** Whether a role carries a permission. */
export function roleCan(role: Role, permission: Permission): boolean {
  return permissionsOfRole[role].has(permission);
}
