const paths = {
  check: 'M4 10.5l4 4 8-9',
  clock: 'M10 2.8a7.2 7.2 0 100 14.4 7.2 7.2 0 000-14.4zM10 6v4.4l2.8 1.8',
  late: 'M10 3l7.6 13.4H2.4zM10 8v4M10 14.3v.1',
  back: 'M8 5L4 9l4 4M4.5 9H12a4 4 0 010 8H9',
  wait: 'M5.5 3h9M5.5 17h9M6.5 3c0 4 3.5 5 3.5 7s-3.5 3-3.5 7M13.5 3c0 4-3.5 5-3.5 7s3.5 3 3.5 7',
  lock: 'M4.5 9h11v8h-11zM7 9V6.5a3 3 0 016 0V9',
  doc: 'M5 2.8h6.5L15.5 7v10.2H5zM11.2 3v4.3h4.2M7.5 11h5M7.5 14h5',
  bolt: 'M11 2.5L5.5 11H10l-1 6.5L14.5 9H10z',
  bell: 'M5 14V9a5 5 0 0110 0v5l1.5 1.5h-13zM8.5 17.6a2 2 0 003 0',
  user: 'M10 3.8a3.2 3.2 0 100 6.4 3.2 3.2 0 000-6.4zM3.8 17c.6-3.4 3-5 6.2-5s5.6 1.6 6.2 5',
  right: 'M8 5l5 5-5 5',
  list: 'M7 5h10M7 10h10M7 15h10M3.2 5h.1M3.2 10h.1M3.2 15h.1',
  case: 'M2.8 6h5l1.5 2h8v8.5H2.8zM2.8 6V4h5l1.5 2',
  more: 'M4.5 10h.1M10 10h.1M15.5 10h.1',
  chat: 'M3 4h14v9.5H9L5.5 17v-3.5H3z',
  up: 'M10 13.5V4M6 7.5l4-4 4 4M3.5 16.8h13',
  down: 'M10 3v9.5M6 9l4 4 4-4M3.5 16.8h13',
  calendar: 'M3 4.5h14V17H3zM3 8.5h14M7 2.8V6M13 2.8V6',
  pause: 'M7 4.5v11M13 4.5v11',
  x: 'M5 5l10 10M15 5L5 15',
  plus: 'M10 4v12M4 10h12',
  dot: 'M10 6.5a3.5 3.5 0 100 7 3.5 3.5 0 000-7z',
  ring: 'M10 6a4 4 0 100 8 4 4 0 000-8z',
  globe: 'M10 2.8a7.2 7.2 0 100 14.4 7.2 7.2 0 000-14.4zM2.8 10h14.4M10 2.8c2.3 2 3.3 4.500 3.300 7.200s-1 5.200-3.300 7.200c-2.300-2-3.300-4.500-3.300-7.200s1-5.200 3.300-7.200z',
  pen: 'M3.5 16.5l1-4L13.500 3.500l3 3-9 9z',
  find: 'M9 3.500a5.500 5.500 0 100 11 5.500 5.500 0 000-11zM13.200 13.200L17 17',
  gate: 'M3 5h9M3 10h9M3 15h9M13.5 2.5v15M16.5 2.5v15',
  harbour: 'M10 6.2v11M10 2.600a1.800 1.800 0 100 3.600 1.800 1.800 0 000-3.600zM6.500 9h7M3.500 11.500c.5 3.500 3 5.700 6.500 5.700s6-2.200 6.500-5.700',
  copy: 'M7 7h9v10H7zM4 13V3h9',
} as const;

export type IconName = keyof typeof paths;

/** Decoration beside a word, and never instead of one. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return (
    <svg className={small ? 'i s' : 'i'} viewBox="0 0 20 20" aria-hidden="true">
      <path d={paths[name]} fill={name === 'dot' ? 'currentColor' : 'none'} />
    </svg>
  );
}
