import type { ReactNode } from "react";

/** A text of law: what it says, its citation, since when it holds, and how far it was checked. Never a verdict. */
export function Law({ says, citation, since, checked }: { says: string; citation: string; since: ReactNode; checked: ReactNode }) {
  return (
    <div className="quiet" style={{ borderLeft: "3px solid var(--house-line)", paddingLeft: 10, marginTop: 6 }}>
      <div>{says}</div>
      <div>{citation} · {since} · {checked}</div>
    </div>
  );
}
