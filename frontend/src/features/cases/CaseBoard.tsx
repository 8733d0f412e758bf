import "./board.css";
import { ActionIcon, Button, Group as Line, TextInput } from "@mantine/core";
import { useDebouncedCallback, useMediaQuery, useMergedRef } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, Suspense, lazy, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useQuery } from "urql";
import { Choice } from "~/design/Choice";
import { DropDivider, DropItem, DropLabel, DropMenu } from "~/design/DropMenu";
import { Icon } from "~/design/Icon";
import { Empty, Loading, Refusal } from "~/design/pieces";
import { Segments } from "~/design/Segments";
import { useChoices } from "~/forms/choices";
import { graphql } from "~/graph/generated";
import type { CaseGrouping, CaseOrder, Stage } from "~/graph/generated/graphql";
import { plainDate } from "~/language/times";
import { caseNeedWords, priorityWords, stageWords } from "~/language/words";
import { COLUMNS, columnsOf } from "./BoardCells";
import { BoardGrid } from "./BoardGrid";
import { type Group, WINDOW, linesOf } from "./boardLines";
import { type BoardLook, askingOf, filtersOf, isFiltered } from "./boardLook";
import type { Asking, Row } from "./boardWindows";
import type { Typed } from "./CellEditor";
import { useColleagues } from "./colleagues";
import { useSelected } from "./selected";
import { MOST, useCaseChanges } from "./useCaseChanges";
import type { Bulk } from "./BulkBar";

const BoardCards = lazy(() => import("./BoardCards").then((found) => ({ default: found.BoardCards })));
const BoardStages = lazy(() => import("./BoardStages").then((found) => ({ default: found.BoardStages })));
const BulkBar = lazy(() => import("./BulkBar").then((found) => ({ default: found.BulkBar })));
const BoardKeys = lazy(() => import("./BoardKeys").then((found) => ({ default: found.BoardKeys })));

const Groups = graphql(`
  query BoardGroups($filter: CaseFilter, $order: CaseOrder, $by: CaseGrouping, $backwards: Boolean!) {
    boardGroups(filter: $filter, order: $order, by: $by, backwards: $backwards) { key count name landmarks }
  }
`);

const HeldAt = graphql(`
  query BoardHeldAt($id: ID!) { node(id: $id) { __typename ... on Facility { id name } } }
`);

const STAGES: readonly string[] = Object.keys(stageWords);

/** While nobody knows yet how many there are, the first rows come all the same. */
const AT_FIRST: readonly Group[] = [{ key: null, count: WINDOW, landmarks: [] }];
const NOTHING: ReadonlySet<string> = new Set();

type Props = { look: BoardLook; onLook: (part: BoardLook) => void; /** Of a legal provider: its eyes see dates and tags, and its hands change them. */ legal: boolean; /** What is said where there is nothing at all. */ nothing: ReactNode };

/** Every case one may see: filtered, ordered and grouped as the address says, as a table, as cards, or in columns. */
export function CaseBoard({ look, onLook, legal, nothing }: Props) {
  const { t, i18n } = useLingui();
  const narrow = useMediaQuery("(max-width: 760px)", false, { getInitialValueInEffect: false });
  const columnsSaid = look.columns;
  const columns = useMemo(() => columnsOf(columnsSaid, legal), [columnsSaid, legal]);
  const asked = JSON.stringify(askingOf(look, legal));
  const asking = useMemo(() => JSON.parse(asked) as Asking, [asked]);
  const { by } = asking;
  const [{ data, error, fetching, stale }] = useQuery({ query: Groups, variables: asking, context: useMemo(() => ({ requestPolicy: "cache-and-network" as const }), []) });
  const groups = useMemo((): readonly (Group & { name?: string | null | undefined })[] | undefined => (data ? inOrder(data.boardGroups, by) : by === null && !error ? AT_FIRST : undefined), [data, by, error]);
  const [folded, setFolded] = useState<ReadonlySet<string>>(NOTHING);
  const lines = useMemo(() => linesOf(groups ?? [], by !== null, folded), [groups, by, folded]);
  const total = data?.boardGroups.reduce((sum, one) => sum + one.count, 0);
  const { aheads, change, undo } = useCaseChanges();
  const selected = useSelected(MOST, useCallback(() => notifications.show({ color: "orange", message: t`At most ${MOST} cases are changed at once. The others were not selected.` }), [t]), useCallback(() => notifications.show({ color: "orange", message: t`Rows that were not loaded yet were not selected. Scroll through them first.` }), [t]));
  const search = useRef<HTMLInputElement>(null);
  const [help, setHelp] = useState(false);
  const toSearch = useCallback(() => search.current?.focus(), []);
  const onFold = useCallback((key: string, fold: boolean) => setFolded((now) => new Set(fold ? [...now, key] : [...now].filter((one) => one !== key))), []);

  const said = (group: Group & { name?: string | null | undefined }): string => {
    const { key } = group;
    if (by === "STAGE" && key) return i18n._(stageWords[key.toUpperCase() as Stage]);
    if (by === "WEEK" && key) return t`Week of ${plainDate(key)}`;
    if (key) return group.name ?? t`Not yours to see`;
    return by === "COORDINATOR" ? t`Nobody looks after them` : by === "FACILITY" ? t`Place not known` : by === "COURT" ? t`No court date next` : t`No date`;
  };
  const onChange = useCallback((row: Row, typed: Typed): void => void change([{ row, ...typed }], () => t`Saved: ${row.shortId}.`), [change, t]);
  const onMove = useCallback((row: Row, stage: Stage): void => void change([{ row, change: { expectedRevision: row.revision, stage }, ahead: { stage } }], () => t`Moved ${row.shortId} to ${i18n._(stageWords[stage])}.`), [change, t, i18n]);
  const onBulk: Bulk = (changeOf, told) => {
    // Whatever their revision is by now: what is set is said outright, and tags come and go one by one.
    void change(selected.rows.map((row) => ({ row, ...changeOf(row) })), told);
    selected.clear();
  };

  const empty = total === 0 && !fetching && !stale;
  return (
    <div className="stack" style={{ gap: 12 }}>
      <Filters look={look} onLook={onLook} legal={legal} search={search} narrow={narrow} />
      {error && !data ? <Refusal><Trans>The board could not be loaded. Try again.</Trans></Refusal> : null}
      {empty ? <div className="panel">{isFiltered(look) ? <Empty title={t`No case fits this filter`}><Trans>Take a part of the filter away, or look among closed cases.</Trans></Empty> : nothing}</div> : null}
      {!groups && !error ? <Loading /> : null}
      {groups && !empty ? (
        look.layout === "stages" ? <Suspense fallback={<Loading />}><BoardStages asking={asking} groups={groups} editable={legal} aheads={aheads} onMove={onMove} onUndo={undo} onSearch={toSearch} onKeys={() => setHelp(true)} /></Suspense>
        : narrow ? <Suspense fallback={<Loading />}><BoardCards asking={asking} groups={groups} lines={lines} groupSaid={said} /></Suspense>
        : <BoardGrid asking={asking} groups={groups} lines={lines} counted={total !== undefined} columns={columns} look={look} groupSaid={said} folded={folded} onFold={onFold} onLook={onLook} selected={selected} editable={legal} aheads={aheads} onChange={onChange} onUndo={undo} onSearch={toSearch} onKeys={() => setHelp(true)} />
      ) : null}
      <Line justify="space-between" className="quiet">
        <span role="status">{total === undefined ? null : <Plural value={total} one="# case" other="# cases" />}</span>
        {narrow ? null : <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setHelp(true)}><Trans>Keys of the board</Trans></Button>}
      </Line>
      {selected.rows.length > 0 ? <Suspense><BulkBar selected={selected} onBulk={onBulk} /></Suspense> : null}
      {help ? <Suspense><BoardKeys onClose={() => setHelp(false)} /></Suspense> : null}
    </div>
  );
}

/** Groups as people look for them: stages as work goes, weeks as they come, names by the alphabet, and what has none last. */
function inOrder<G extends Group & { name?: string | null | undefined }>(groups: readonly G[], by: CaseGrouping | null): readonly G[] {
  if (by === null) return groups.length ? groups : [];
  const place = (one: G): string => (by === "STAGE" ? String(STAGES.indexOf(one.key?.toUpperCase() ?? "")) : by === "WEEK" ? (one.key ?? "") : (one.name ?? ""));
  return [...groups].sort((one, other) => Number(one.key === null) - Number(other.key === null) || place(one).localeCompare(place(other)));
}

function Filters({ look, onLook, legal, search, narrow }: { look: BoardLook; onLook: (part: BoardLook) => void; legal: boolean; search: React.RefObject<HTMLInputElement | null>; narrow: boolean }) {
  const { t, i18n } = useLingui();
  const [open, setOpen] = useState(false);
  const filters = filtersOf(look);
  const stages = useChoices(stageWords);
  const needs = useChoices(caseNeedWords);
  const priorities = useChoices(priorityWords);
  const colleagues = useColleagues();
  const field = useRef<HTMLInputElement>(null);
  const either = useMergedRef(search, field);
  const asked = useRef(look.q);
  const setText = useDebouncedCallback((q: string) => {
    asked.current = q || undefined;
    onLook({ q: asked.current });
  }, 250);
  useEffect(() => {
    // Whoever types is left alone: only a search that came from elsewhere, such as a view, is written into the field.
    if (field.current && look.q !== asked.current) field.current.value = look.q ?? "";
    asked.current = look.q;
  }, [look.q]);
  const setTag = useDebouncedCallback((tag: string) => onLook({ tag: tag.trim() || undefined }), 400);
  const windows = [{ value: "all", label: t`Any date` }, { value: "7", label: t`7 days` }, { value: "14", label: t`14 days` }, { value: "30", label: t`30 days` }];
  const groupings: { value: CaseGrouping; label: string }[] = [{ value: "STAGE", label: t`By stage` }, ...(legal ? [{ value: "COORDINATOR" as const, label: t`By who looks after it` }, { value: "FACILITY" as const, label: t`By facility` }, { value: "COURT" as const, label: t`By court` }, { value: "WEEK" as const, label: t`By week of the next date` }] : [])];
  const shown = new Set<string>(columnsOf(look.columns, legal).map((one) => one.id));
  const clear = { "aria-label": t`Clear` };
  return (
    <>
      <Line gap="xs" role="search" aria-label={t`Filter the board`}>
        <TextInput ref={either} aria-label={t`Search cases`} placeholder={t`Name or number`} defaultValue={look.q ?? ""} onChange={(event) => setText(event.currentTarget.value)} leftSection={<Icon name="search" size={16} />} style={narrow ? { flex: "1 1 0", minWidth: 0 } : { width: 180 }} />
        {narrow ? <Button variant={filters > 0 ? "light" : "default"} aria-expanded={open} leftSection={<Icon name="filter" size={16} />} onClick={() => setOpen(!open)}>{filters > 0 ? t`Filters (${filters})` : t`Filters`}</Button> : null}
        {narrow && !open ? null : <>
        <Choice aria-label={t`Stage`} placeholder={t`Any stage`} data={stages} value={look.stage ?? null} onChange={(value) => onLook({ stage: (value ?? undefined) as Stage | undefined })} clearable clearButtonProps={clear} w={{ base: "100%", sm: 146 }} />
        <Segments aria-label={t`Hearing within`} data={windows} value={look.within ? String(look.within) : "all"} onChange={(value) => onLook({ within: value === "all" ? undefined : (Number(value) as 7 | 14 | 30) })} />
        <Button variant={look.counsel ? "light" : "default"} aria-pressed={Boolean(look.counsel)} onClick={() => onLook({ counsel: look.counsel ? undefined : "none" })}><Trans>Without an attorney</Trans></Button>
        <Choice aria-label={t`What is lacking`} placeholder={t`Whatever is lacking`} data={needs} value={look.need ?? null} onChange={(value) => onLook({ need: (value ?? undefined) as BoardLook["need"] })} clearable clearButtonProps={clear} w={{ base: "100%", sm: 176 }} />
        {legal ? <Choice aria-label={t`Looked after by`} placeholder={t`Looked after by anybody`} data={colleagues.map((one) => ({ value: one.id, label: one.name }))} value={look.coordinator ?? null} onChange={(value) => onLook({ coordinator: value ?? undefined })} clearable searchable clearButtonProps={clear} w={{ base: "100%", sm: 186 }} /> : null}
        {look.facility ? <Held at={look.facility} onClear={() => onLook({ facility: undefined })} /> : null}
        <Choice aria-label={t`Priority`} placeholder={t`Any priority`} data={priorities} value={look.priority ?? null} onChange={(value) => onLook({ priority: (value ?? undefined) as BoardLook["priority"] })} clearable clearButtonProps={clear} w={{ base: "100%", sm: 128 }} />
        {legal ? <TextInput key={look.tag === undefined ? "none" : "some"} aria-label={t`Tag`} placeholder={t`Any tag`} defaultValue={look.tag ?? ""} onChange={(event) => setTag(event.currentTarget.value)} w={{ base: "100%", sm: 110 }} /> : null}
        </>}
      </Line>
      {narrow && !open ? null : (
      <Line gap="xs" role="group" aria-label={t`How the board looks`}>
        <Segments small aria-label={t`Layout`} data={[{ value: "table", label: t`Table` }, { value: "stages", label: t`Stages` }]} value={look.layout ?? "table"} onChange={(value) => onLook({ layout: value === "stages" ? "stages" : undefined })} />
        {look.layout === "stages" ? null : <Choice size="xs" aria-label={t`Group`} placeholder={t`Not grouped`} data={groupings} value={look.group ?? null} onChange={(value) => onLook({ group: (value ?? undefined) as BoardLook["group"] })} clearable clearButtonProps={clear} w={190} />}
        <Choice size="xs" aria-label={t`Order`} data={[...(look.q ? [{ value: "", label: t`Most alike first` }] : []), ...(legal ? [{ value: "NEXT_OCCASION", label: t`Next date first` }, { value: "PRIORITY", label: t`Most urgent first` }] : []), { value: "OPENED", label: t`Newest first` }, { value: "NUMBER", label: t`By number` }, { value: "STAGE", label: t`From intake on` }]} value={look.order ?? (look.q ? "" : legal ? "NEXT_OCCASION" : "OPENED")} onChange={(value) => onLook({ order: value === "" || (value === "NEXT_OCCASION" && !look.q) ? undefined : (value as CaseOrder), reversed: undefined })} allowDeselect={false} w={150} />
        {look.layout === "stages" ? null : (
          <DropMenu closeOnItemClick={false} position="bottom-end" target={<ActionIcon className="wide" variant="default" size={30} aria-label={t`Columns and density`}><Icon name="more" size={16} /></ActionIcon>}>
              <DropLabel><Trans>Columns</Trans></DropLabel>
              {COLUMNS.filter((one) => one.id !== "case" && (legal || !one.legal)).map((one) => (
                <DropItem key={one.id} role="menuitemcheckbox" aria-checked={shown.has(one.id)} leftSection={<span aria-hidden="true">{shown.has(one.id) ? "✓" : "\u2003"}</span>} onClick={() => onLook({ columns: COLUMNS.map((each) => each.id).filter((id) => id !== "case" && (id === one.id ? !shown.has(id) : shown.has(id))).join(",") || "case" })}>{i18n._(one.label)}</DropItem>
              ))}
              <DropDivider />
              <DropItem role="menuitemcheckbox" aria-checked={look.density === "compact"} leftSection={<span aria-hidden="true">{look.density === "compact" ? "✓" : "\u2003"}</span>} onClick={() => onLook({ density: look.density ? undefined : "compact" })}><Trans>Narrow rows</Trans></DropItem>
            </DropMenu>
        )}
      </Line>
      )}
    </>
  );
}

/** One comes here from a place by its name; pressed again, it is every place. */
function Held({ at, onClear }: { at: string; onClear: () => void }) {
  const [{ data }] = useQuery({ query: HeldAt, variables: { id: at } });
  const name = data?.node?.__typename === "Facility" ? data.node.name : undefined;
  return <Button variant="light" aria-pressed onClick={onClear}>{name ? <Trans>Held at {name}</Trans> : <Trans>Held at one place</Trans>}</Button>;
}
