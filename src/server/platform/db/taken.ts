import { AppError } from '../errors.ts';

/**
 * Runs a write whose name must be unique in the workspace; a second one of that name is told as
 * `name_taken` at the field. The database decides, so two at the same moment cannot both win.
 */
export async function refusingTaken<Value>(
  what: string,
  name: string,
  write: () => Promise<Value>,
): Promise<Value> {
  try {
    return await write();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError('name_taken', `There is a ${what} “${name}” already.`, {
      fields: [{ path: 'name', message: 'is taken' }],
      cause: error,
    });
  }
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}
