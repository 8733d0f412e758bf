import type { ReactNode } from "react";

/* Drawn for this product: 24 units, one stroke. No icon library, no request. */
const DRAWN = {
  board: "M4 5h16M4 12h16M4 19h10",
  calendar: "M5 6h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zM4 10h16M8 3v4M16 3v4",
  actions: "M4 10v4l10 5V5L4 10zM14 8c2 .6 3 2 3 4s-1 3.4-3 4M7 15v4h3v-2.5",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-4 2.5-6 6-6s6 2 6 6M16 4.5a3 3 0 0 1 0 6M17 14.5c2.5.5 4 2.4 4 5.5",
  tasks: "M4 6l1.5 1.5L8 5M4 12l1.5 1.5L8 11M4 18l1.5 1.5L8 17M12 6h8M12 12h8M12 18h8",
  feeds: "M5 19h.01M5 12a7 7 0 0 1 7 7M5 5a14 14 0 0 1 14 14",
  messages: "M4 6h16v12H4zM4 7l8 6 8-6",
  offers: "M4 8h16v11H4zM9 8V5h6v3M4 13h16",
  organization: "M4 20V8l8-4 8 4v12M9 20v-5h6v5M8 11h.01M12 11h.01M16 11h.01",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20",
  plus: "M12 5v14M5 12h14",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v2M12 20v2M4 12H2M22 12h-2M5 5l1.4 1.4M17.6 17.6L19 19M19 5l-1.4 1.4M6.4 17.6L5 19",
  moon: "M19 14.5A8 8 0 0 1 9.5 5a8 8 0 1 0 9.5 9.5z",
  menu: "M4 7h16M4 12h16M4 17h16",
  user: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.5c0-4 3-6 8-6s8 2 8 6",
  check: "M5 12.5l4.5 4.5L19 7.5",
  missing: "M12 8v5M12 16.5h.01M12 3l9.5 17H2.5L12 3z",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  arrow: "M5 12h14M13 6l6 6-6 6",
} as const;

export type IconName = keyof typeof DRAWN;

export function Icon(props: { name: IconName; size?: number }): ReactNode {
  const size = props.size ?? 18;
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      <path d={DRAWN[props.name]} />
    </svg>
  );
}

export function Mark(props: { size?: number }): ReactNode {
  const size = props.size ?? 28;
  return <img src="/presencia.svg" width={size} height={size} alt="" />;
}
