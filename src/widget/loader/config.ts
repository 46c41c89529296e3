import type { WidgetConfig } from '../../contracts/widget.ts';

const PAUSES_MS = [2_000, 6_000, 20_000];

/** The configuration behind a widget key; tried again while the server cannot be reached. */
export async function fetchConfig(origin: string, key: string): Promise<WidgetConfig> {
  const address = `${origin}/api/widget/config?key=${encodeURIComponent(key)}`;
  for (const pause of PAUSES_MS) {
    const response = await fetch(address, { credentials: 'omit' }).catch(() => null);
    if (response?.ok) return (await response.json()) as WidgetConfig;
    if (response && response.status < 500 && response.status !== 429) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Error('The configuration could not be read');
}
