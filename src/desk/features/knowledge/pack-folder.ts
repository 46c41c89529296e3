/**
 * An archive of the pages of a folder, and how many they are; null where there are none. Other files are left where
 * they are: pictures would be sent only to be told that they are no articles.
 */
export async function packFolder(
  files: readonly File[],
  name: string,
): Promise<{ archive: File | null; count: number }> {
  const pages = files.filter((file) => /\.(md|markdown|html?|txt)$/i.test(file.name));
  if (pages.length === 0) return { archive: null, count: 0 };
  const { zipSync } = await import('fflate');
  const entries: Record<string, Uint8Array> = {};
  for (const page of pages)
    entries[withoutTop(page.webkitRelativePath) || page.name] = new Uint8Array(
      await page.arrayBuffer(),
    );
  const content = zipSync(entries, { level: 6 });
  return { archive: new File([content], `${name}.zip`), count: pages.length };
}

/** The folder's own name is left out: an archive of what is in it knows the pages by the same names. */
function withoutTop(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}
