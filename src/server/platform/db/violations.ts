import { AppError } from '../errors.ts';

/**
 * Runs a write and tells what the database refuses at the field: a second thing of that name in the
 * workspace is `name_taken`, a reference to nothing of the workspace `request_invalid`. The database
 * decides, so two writes at the same moment cannot both win.
 */
export async function tellingViolations<Value>(
  thing: Thing,
  write: () => Promise<Value>,
): Promise<Value> {
  try {
    return await write();
  } catch (error) {
    throw told(error, thing) ?? error;
  }
}

interface Thing {
  readonly what: string;
  readonly name: string;
  /** The field that names it. */
  readonly path?: string;
}

function told(error: unknown, { what, name, path = 'name' }: Thing): AppError | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  if (error.code === '23505') {
    return new AppError('name_taken', `There is a ${what} “${name}” already.`, {
      fields: [{ path, message: 'is taken' }],
      cause: error,
    });
  }
  if (error.code === '23503') {
    return new AppError('request_invalid', `The ${what} names something that does not exist.`, {
      cause: error,
    });
  }
  return null;
}
