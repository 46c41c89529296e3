/**
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 */

/** @typedef {{ packages: Record<string, Entry> }} Lock */

/** @typedef {{ path: string, name: string, version: string, dev: boolean }} Missing */

/**
 * Packages for other platforms that the lockfile names as optional dependencies and does not list. Npm
 * leaves one out when the registry did not answer for it, and `npm ci` then refuses the lockfile everywhere.
 * @param {Lock} lock
 * @returns {Missing[]}
 */
export function missingEntries(lock) {
  return Object.entries(lock.packages).flatMap(([owner, entry]) =>
    Object.entries(entry.optionalDependencies ?? {}).flatMap(([name, version]) => {
      if (resolvedFrom(lock, owner, name)) return [];
      return [{ path: `node_modules/${name}`, name, version, dev: entry.dev === true }];
    }),
  );
}

/**
 * The entry for a package of one platform, read from its name (`@oxlint/binding-linux-arm64-musl`), so
 * that npm skips it elsewhere without asking the registry. Undefined where the name does not tell.
 * @param {Missing} missing
 * @returns {Entry | undefined}
 */
export function entryOf({ name, version, dev }) {
  const platform =
    /(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-([a-z]+))?$/.exec(name);
  const wasm = name.endsWith('wasm32-wasi');
  if (!/^\d/.test(version) || (platform === null && !wasm)) return undefined;
  const [, os = '', cpu = '', abi = ''] = platform ?? [];
  const libc =
    os !== 'linux' ? undefined : abi.startsWith('musl') ? 'musl' : abi.startsWith('gnu') && 'glibc';
  return {
    version,
    cpu: [wasm ? 'wasm32' : cpu],
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(!wasm && { os: [os] }),
  };
}

/**
 * The lockfile with every missing platform package added, in npm's order.
 * @param {Lock} lock
 * @returns {Lock}
 */
export function completed(lock) {
  const added = missingEntries(lock).flatMap((missing) => {
    const entry = entryOf(missing);
    return entry ? [/** @type {const} */ ([missing.path, entry])] : [];
  });
  const all = [...Object.entries(lock.packages), ...added];
  const packages = Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, 'en')));
  return { ...lock, packages };
}

/**
 * What is wrong with a lockfile, one sentence each.
 * @param {Lock} lock
 * @returns {string[]}
 */
export function problemsOf(lock) {
  const missing = missingEntries(lock).map(
    ({ name }) => `${name} is missing: run node scripts/complete-lockfile.mjs`,
  );
  const resolved = Object.entries(lock.packages)
    .filter(([, entry]) => entry.resolved !== undefined)
    .map(([path]) => `${path} names a registry: install again, .npmrc leaves that out`);
  return [...missing, ...resolved];
}

/**
 * Whether a package is found from another one's folder, going up.
 * @param {Lock} lock
 * @param {string} owner
 * @param {string} name
 */
function resolvedFrom(lock, owner, name) {
  for (
    let folder = owner;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))
  ) {
    if (lock.packages[`${folder}${folder && '/'}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}
