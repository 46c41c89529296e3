/** The reasons why the embedded PostgreSQL could not be started or stopped. */
export type LaunchErrorCode =
  | 'postgres_account_missing'
  | 'postgres_binaries_missing'
  | 'postgres_binaries_unusable'
  | 'postgres_data_denied'
  | 'postgres_data_unknown'
  | 'postgres_in_use'
  | 'postgres_start_failed'
  | 'postgres_stop_failed'
  | 'postgres_version_mismatch';

const NAME = 'EmbeddedPostgresError';

/** An error whose message is a sentence for the operator that names the cure. */
export interface LaunchError extends Error {
  readonly code: LaunchErrorCode;
}

/** Makes a launch error; `cause` is what the operating system or PostgreSQL said. */
export function launchError(code: LaunchErrorCode, message: string, cause?: unknown): LaunchError {
  const error = new Error(message, cause === undefined ? undefined : { cause });
  return Object.assign(error, { name: NAME, code });
}

/** Whether an error was made by `launchError`; errors of Node and PostgreSQL carry a `code` too. */
export function isLaunchError(error: unknown): error is LaunchError {
  return error instanceof Error && error.name === NAME;
}

/** The `code` of an error of Node (`ENOENT`) or PostgreSQL (`3D000`), or null. */
export function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
