import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useRef } from "react";
import type { Priority } from "~/graph/generated/graphql";
import { priorityWords } from "~/language/words";
import { useColleagues } from "./colleagues";
import type { Row } from "./boardWindows";
import type { Ahead } from "./useCaseChanges";
import type { CaseChangeInput } from "~/graph/generated/graphql";

export type Typed = { change: Omit<CaseChangeInput, "caseId">; ahead: Ahead };

type Props = { row: Row; kind: "priority" | "coordinator" | "tags"; /** Undefined: nothing is different. `next`: what the tab key leads to. */ onEnd: (typed: Typed | undefined, next: boolean) => void };

/** A cell that is typed into: Enter keeps, Tab keeps and goes on, Escape leaves it as it was. */
export function CellEditor({ row, kind, onEnd }: Props) {
  const { t, i18n } = useLingui();
  const colleagues = useColleagues();
  const over = useRef(false);
  const end = (value: string | undefined, next = false): void => {
    if (over.current) return;
    over.current = true;
    onEnd(value === undefined ? undefined : typed(row, kind, value, colleagues), next);
  };
  const keys = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>): void => {
    event.stopPropagation();
    if (event.key === "Escape") end(undefined);
    else if (event.key === "Enter") end(event.currentTarget.value);
    else if (event.key === "Tab") end(event.currentTarget.value, true);
    else return;
    event.preventDefault();
  };
  if (kind === "tags") return <input className="cell-edit" autoFocus aria-label={t`Tags, separated by commas`} defaultValue={row.tags.join(", ")} onKeyDown={keys} onBlur={(event) => end(event.currentTarget.value)} />;
  return (
    <select className="cell-edit" autoFocus aria-label={kind === "priority" ? t`Priority` : t`Looked after by`} defaultValue={kind === "priority" ? row.priority : (row.coordinator?.id ?? "")} onKeyDown={keys} onBlur={(event) => end(event.currentTarget.value)}>
      {kind === "priority" ? (Object.keys(priorityWords) as Priority[]).map((one) => <option key={one} value={one}>{i18n._(priorityWords[one])}</option>) : null}
      {kind === "coordinator" ? <option value="">{t`Nobody`}</option> : null}
      {kind === "coordinator" ? [...colleagues, ...(row.coordinator && !colleagues.some((one) => one.id === row.coordinator?.id) ? [row.coordinator] : [])].map((one) => <option key={one.id} value={one.id}>{one.name}</option>) : null}
    </select>
  );
}

export function tagsIn(text: string): string[] {
  return [...new Set(text.split(",").map((one) => one.trim().toLowerCase()).filter(Boolean))];
}

function typed(row: Row, kind: Props["kind"], value: string, colleagues: readonly { id: string; name: string }[]): Typed | undefined {
  const expectedRevision = row.revision;
  if (kind === "priority") {
    const priority = value as Priority;
    return priority === row.priority ? undefined : { change: { expectedRevision, priority }, ahead: { priority } };
  }
  if (kind === "coordinator") {
    if (value === (row.coordinator?.id ?? "")) return undefined;
    const chosen = colleagues.find((one) => one.id === value);
    return { change: value ? { expectedRevision, coordinatorId: value } : { expectedRevision, nobody: true }, ahead: { coordinator: chosen ?? null } };
  }
  const tags = tagsIn(value);
  const addTags = tags.filter((one) => !row.tags.includes(one));
  const removeTags = row.tags.filter((one) => !tags.includes(one));
  return addTags.length + removeTags.length ? { change: { expectedRevision, addTags, removeTags }, ahead: { tags } } : undefined;
}
