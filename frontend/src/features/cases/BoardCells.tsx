import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { CaseNumber, Tag, type Tone, Unknown, When } from "~/design/pieces";
import type { CaseOrder, Priority } from "~/graph/generated/graphql";
import { shortDay } from "~/language/times";
import { Word } from "~/language/Word";
import { custodyStatusWords, occasionKindWords, priorityWords, stageWords } from "~/language/words";
import { STAGE_TONES } from "./boardRow";
import type { Row } from "./boardWindows";
import { Lost, isLost } from "./Lost";

export type ColumnId = "case" | "stage" | "priority" | "coordinator" | "where" | "next" | "counsel" | "tags" | "missing" | "opened";

export type Column = { id: ColumnId; label: MessageDescriptor; width: number; order?: CaseOrder; /** Typed into as in a sheet. */ edited?: "priority" | "coordinator" | "tags"; /** Nobody else is told of it, and an empty column would read as "nothing there". */ legal?: true; cell: (row: Row) => ReactNode };

const PRIORITY_TONES: Record<Priority, Tone> = { URGENT: "red", SOON: "yellow", ROUTINE: "gray" };

export const COLUMNS: readonly Column[] = [
  { id: "case", label: msg`Case`, width: 210, order: "NUMBER", cell: (row) => <CaseName one={row} /> },
  { id: "stage", label: msg`Stage`, width: 140, order: "STAGE", cell: (row) => <Tag tone={STAGE_TONES[row.stage]}><Word of={row.stage} in={stageWords} /></Tag> },
  { id: "priority", label: msg`Priority`, width: 104, order: "PRIORITY", edited: "priority", cell: (row) => <Tag tone={PRIORITY_TONES[row.priority]}><Word of={row.priority} in={priorityWords} /></Tag> },
  { id: "coordinator", label: msg`Looked after by`, width: 160, edited: "coordinator", legal: true, cell: (row) => row.coordinator?.name ?? <Unknown><Trans>Nobody</Trans></Unknown> },
  { id: "where", label: msg`Where now`, width: 190, cell: (row) => <Where one={row} /> },
  { id: "next", label: msg`Next date`, width: 190, order: "NEXT_OCCASION", cell: (row) => <Next one={row} /> },
  { id: "counsel", label: msg`Represented by`, width: 160, cell: (row) => (row.representedBy.length > 0 ? row.representedBy.map((by) => by.attorney?.name).filter(Boolean).join(", ") : <Unknown><Trans>No one yet</Trans></Unknown>) },
  { id: "tags", label: msg`Tags`, width: 180, edited: "tags", legal: true, cell: (row) => <Tags of={row.tags} /> },
  { id: "missing", label: msg`What is missing`, width: 280, legal: true, cell: (row) => <span className="quiet"><Missing one={row} /></span> },
  { id: "opened", label: msg`Opened`, width: 120, order: "OPENED", cell: (row) => shortDay(row.openedAt, Intl.DateTimeFormat().resolvedOptions().timeZone) },
];

const USUAL: readonly ColumnId[] = ["case", "stage", "priority", "coordinator", "where", "next", "counsel", "missing"];

/** The columns somebody wants, in the order of the board; the case itself is always there. */
export function columnsOf(said: string | undefined, legal: boolean): readonly Column[] {
  const wanted = new Set<string>(said ? ["case", ...said.split(",")] : USUAL);
  return COLUMNS.filter((one) => wanted.has(one.id) && (legal || !one.legal));
}

export function CaseName({ one, reached = false }: { one: Row; /** By the tab key: outside a grid, which has keys of its own. */ reached?: boolean }) {
  return (
    <div>
      <Link to="/cases/$shortId" params={{ shortId: one.shortId }} className="plain" {...(reached ? {} : { tabIndex: -1 })}>{one.client.publicName === one.shortId ? <CaseNumber>{one.shortId}</CaseNumber> : one.client.publicName}</Link>
      <div className="quiet sub">
        {one.client.publicName === one.shortId ? null : <CaseNumber>{one.shortId}</CaseNumber>}
        {one.noPublicity ? <Tag><Trans>No publicity</Trans></Tag> : null}
      </div>
    </div>
  );
}

export function Where({ one }: { one: Row }) {
  const facility = one.whereNow?.facility;
  if (facility) return <>{facility.name}<div className="quiet">{[facility.city, facility.state].filter(Boolean).join(", ")}{isLost(one.reach) ? <> · <Trans>last known place</Trans></> : null}</div></>;
  return <Unknown><Word of={one.custodyStatus} in={custodyStatusWords} /></Unknown>;
}

/** What is missing, the gravest first: whom nobody can find comes before everything else. */
export function Missing({ one }: { one: Row }) {
  const shown = isLost(one.reach) ? 1 : 2;
  return (
    <>
      <Lost of={one.reach} />
      {one.missing.slice(0, shown).join(" ")}{one.missing.length > shown ? <> <Trans>And {one.missing.length - shown} more.</Trans></> : null}
    </>
  );
}

/** The date the board is ordered by, be it a check-in; and the hearing, where that comes later. */
export function Next({ one }: { one: Row }) {
  const { nextOccasion: next, nextHearing: hearing } = one;
  const later = next && hearing && hearing.occasion.id !== next.id ? hearing.occasion : undefined;
  const occasion = next ?? hearing?.occasion;
  if (!occasion) return <Unknown><Trans>No date known</Trans></Unknown>;
  return (
    <>
      <When at={occasion.startsAt} zone={occasion.timeZone} hourKnown={occasion.hourKnown} />
      <div className="quiet"><Word of={occasion.kind} in={occasionKindWords} />{hearing?.court && !later ? ` · ${hearing.court.name}` : ""}{later ? <> · <Word of={later.kind} in={occasionKindWords} />: {shortDay(later.startsAt, later.timeZone)}</> : null}</div>
    </>
  );
}

function Tags({ of }: { of: readonly string[] }) {
  return <span className="tags">{of.map((one) => <Tag key={one}>{one}</Tag>)}</span>;
}
