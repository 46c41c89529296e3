/** Words of the page that shows every component; the samples on it are data, not words of the product. */
export const componentsPageEn = {
  title: 'Components',
  theme: 'Theme',
  direction: 'Direction',
  both: 'Side by side',
} as const;
