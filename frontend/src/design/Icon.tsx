const PATHS = {
  today: "M12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600 7 7M17 17l1.400 1.400M5.600 18.400 7 17M17 7l1.400-1.400M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z",
  board: "M4 5h16M4 12h16M4 19h16M9 5v14",
  calendar: "M5 6h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1ZM8 3v5M16 3v5M4 11h16",
  action: "M4 10v4l11 5V5L4 10ZM18 9.500c1.300.500 2 1.400 2 2.500s-.700 2-2 2.500M7 15v5h3v-3.600",
  people: "M9 11a3.200 3.200 0 1 0 0-6.400A3.200 3.200 0 0 0 9 11ZM3 20c0-3.600 2.500-6 6-6s6 2.400 6 6M16 5.200a3 3 0 0 1 0 5.600M17.500 14.400c2.100.700 3.500 2.700 3.500 5.600",
  community: "M12 20s-7-4.500-7-10a4 4 0 0 1 7-2.600A4 4 0 0 1 19 10c0 5.500-7 10-7 10Z",
  operation: "M5 4h14v16H5V4ZM9 9h6M9 12.500h6M9 16h3",
  outcome: "M5 20V10M12 20V4M19 20v-7",
  report: "M6 3h9l4 4v14H6V3ZM9 17v-3M12 17v-6M15 17v-2",
  task: "M4 12.500 9.500 18 20 6.500",
  feed: "M5 19h.010M5 12a7 7 0 0 1 7 7M5 5a14 14 0 0 1 14 14",
  message: "M4 6h16v12H4V6ZM4 7l8 6 8-6",
  call: "M6.500 4h3l1.500 4-2 1.500a11 11 0 0 0 5.500 5.500l1.500-2 4 1.500v3a2 2 0 0 1-2 2A16 16 0 0 1 4.500 6a2 2 0 0 1 2-2Z",
  week: "M5 6h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1ZM8 3v5M16 3v5M8.500 14l2.500 2.500 4.500-4.500",
  work: "M4 8h16v11H4V8ZM9 8V5h6v3M4 13h16",
  filter: "M4 6h16M7 12h10M10 18h4",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM20 20l-4-4",
  bell: "M6 17h12l-1.500-2.500V10a4.500 4.500 0 0 0-9 0v4.500L6 17ZM10.500 20h3",
  help: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.700.300-1 .800-1 1.500M12 16.500h.010",
  down: "M7 10l5 5 5-5",
  plus: "M12 5v14M5 12h14",
  more: "M5 12h.010M12 12h.010M19 12h.010",
  out: "M10 5H5v14h5M14 8l4 4-4 4M18 12H9",
  moon: "M20 14.500A8 8 0 1 1 9.500 4a6.500 6.500 0 0 0 10.500 10.500Z",
  globe: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c2.600 2.700 3.800 5.700 3.800 9s-1.200 6.300-3.800 9c-2.600-2.700-3.800-5.700-3.800-9S9.400 5.700 12 3Z",
  copy: "M9 9h11v11H9V9ZM5 15H4V4h11v1",
  house: "M4 11l8-7 8 7v9h-5v-6H9v6H4v-9Z",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={1.8} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
