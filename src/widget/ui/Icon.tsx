const PATHS = {
  alert:
    'M12 8v5m0 3.2v.1M10.3 4.2 2.9 17.4A2 2 0 0 0 4.6 20.4h14.8a2 2 0 0 0 1.7-3L13.7 4.200a2 2 0 0 0-3.4 0Z',
  clip: 'm20.5 11.5-8.2 8.200a5.3 5.3 0 0 1-7.5-7.500l8.7-8.700a3.5 3.5 0 0 1 5 5l-8.6 8.600a1.8 1.8 0 0 1-2.5-2.500l7.7-7.7',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M12 5v14m-6-6 6 6 6-6',
  file: 'M13.5 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8.500L13.5 3Zm0 0v5.500H19',
  minimise: 'm6 9.5 6 6 6-6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8.500c.6-3.6 3.7-6 7.5-6s6.9 2.4 7.5 6',
  plus: 'M12 5v14m-7-7h14',
  retry: 'M20 11a8 8 0 1 0-1.2 5.200M20 5v6h-6',
  send: 'M4.5 12 3.5 4.2 21 12 3.5 19.800l1-7.800Zm0 0H12',
  sparkle: 'M12 3.5 13.9 9l5.6 2-5.6 2L12 18.5 10.1 13l-5.6-2 5.6-2L12 3.500Z',
} as const;

/** A line drawing of 24 units that takes the colour of its text; decoration only. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
