import { Button, Checkbox, CloseButton, Group, Select, TextInput } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useBlocker } from "@tanstack/react-router";
import { type ClipboardEvent, type KeyboardEvent, memo, useCallback, useEffect, useRef, useState } from "react";
import { Panel, Refusal } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import { useVerb } from "~/graph/verbs";
import { LANGUAGES_SPOKEN, spoken } from "~/language/speech";
import { ZONES, zoneName } from "~/language/times";
import { COLUMNS, type Column, type Fault, MOST, type Typed, blank, cells, filled, isBlank, isWall, nextKey, placed, sent } from "./arrests";

const TakeIn = graphql(`
  mutation TakeInArrests($input: TakeInArrestsInput!) {
    takeInArrests(input: $input) { __typename ... on TakeInArrestsPayload { operation { id cases { id } } cases { id shortId } } ... on Invalid { field } ... on UserError { message } }
  }
`);

/** What was read from a spreadsheet, and what of it found no place. */
type Pasted = { lines: number; left: number; beyond: number };

const LANGUAGES_LIST = "languages-heard";

function cellId(key: number, column: Column): string {
  return `arrested-${key}-${column}`;
}

function three(from: number): Typed[] {
  return [0, 1, 2].map((step) => blank(from + step));
}

/** Many people typed, or pasted, at once: all of them are taken in, or nobody. */
export function IntakePanel({ operationId, zone }: { operationId: string; zone: string }) {
  const { t } = useLingui();
  const { send, sending } = useVerb(TakeIn);
  const [rows, setRows] = useState<Typed[]>(() => three(1));
  const [where, setWhere] = useState(zone);
  const [refused, setRefused] = useState<string>();
  const [faults, setFaults] = useState<ReadonlyMap<number, Fault>>(new Map());
  const [pasted, setPasted] = useState<Pasted>();
  const [taken, setTaken] = useState(0);
  // What a key or a paste acts on is what stands there now, not what stood when its row was drawn.
  const now = useRef(rows);
  // Where the focus goes once that row is drawn.
  const goal = useRef<string>(undefined);
  useEffect(() => {
    now.current = rows;
    if (!goal.current) return;
    document.getElementById(goal.current)?.focus();
    goal.current = undefined;
  });
  const goes = useCallback((id: string) => {
    const there = document.getElementById(id);
    if (there) there.focus();
    else goal.current = id;
  }, []);

  const typed = rows.some((row) => !isBlank(row));
  useBlocker({ shouldBlockFn: () => !window.confirm(t`Nobody of this list was taken in yet. Leave it?`), enableBeforeUnload: () => typed, disabled: !typed });

  const changed = useCallback((key: number, column: Column, value: string | boolean) => {
    setTaken(0);
    setRows((before) => before.map((row) => (row.key === key ? { ...row, [column]: value } : row)));
    setFaults((before) => (before.has(key) ? new Map([...before].filter(([other]) => other !== key)) : before));
  }, []);
  const added = useCallback((column: Column) => {
    if (now.current.length >= MOST) return;
    const key = nextKey(now.current);
    setRows([...now.current, blank(key)]);
    goes(cellId(key, column));
  }, [goes]);
  const removed = useCallback((key: number) => {
    const at = now.current.findIndex((row) => row.key === key);
    const left = now.current.filter((row) => row.key !== key);
    const standing = left.length > 0 ? left : [blank(key + 1)];
    setRows(standing);
    setFaults((before) => new Map([...before].filter(([other]) => other !== key)));
    goes(cellId((standing[Math.min(at, standing.length - 1)] as Typed).key, "legalName"));
  }, [goes]);
  const laid = useCallback((key: number, column: Column, event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    // One word goes where the cursor is, as everywhere.
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const { rows: after, ...read } = filled(now.current, now.current.findIndex((row) => row.key === key), column, cells(text));
    setRows(after);
    setPasted(read);
    setTaken(0);
    setRefused(undefined);
    setFaults(new Map());
  }, []);
  const down = useCallback((key: number, column: Column) => {
    const next = now.current[now.current.findIndex((row) => row.key === key) + 1];
    if (next) goes(cellId(next.key, column));
    else added(column);
  }, [added, goes]);

  const stopped = (message: string, found: ReadonlyMap<number, Fault>): void => {
    setRefused(message);
    setFaults(found);
    const [key, first] = [...found].find(([, fault]) => fault.column) ?? [];
    if (key && first?.column) goes(cellId(key, first.column));
  };
  const submitted = async (): Promise<void> => {
    const people = rows.filter((row) => !isBlank(row));
    setPasted(undefined);
    setTaken(0);
    setRefused(undefined);
    setFaults(new Map());
    if (people.length === 0) {
      stopped(t`List at least one person. Whatever is known is enough: a first name, or who called.`, new Map([[(rows[0] as Typed).key, { column: "legalName", message: t`Nobody is listed.` }]]));
      return;
    }
    // Rows left empty go, so that "Person 4" is the fourth row.
    setRows(people);
    const unread = people.filter((row) => row.arrestedAt && !isWall(row.arrestedAt));
    if (unread.length > 0) {
      const message = t`Choose the day and the hour, or leave it empty.`;
      stopped(t`Nobody was taken in. When somebody was arrested could not be read.`, new Map(unread.map((row) => [row.key, { column: "arrestedAt", message }])));
      return;
    }
    const { done, refused: no } = await send({ operationId, arrests: people.map((row) => sent(row, where)) });
    if (no) {
      stopped(no.message, placed(people, no));
      return;
    }
    setTaken(done.cases.length);
    setRows(three(nextKey(people)));
  };

  const labels: Record<Column, string> = { legalName: t`Name as heard`, countryOfBirth: t`Country of birth`, aNumbers: t`A-number`, minor: t`Under 18`, language: t`Language`, arrestedAt: t`Arrested`, callerName: t`Who called` };
  return (
    <Panel title={t`Take people in`} flush>
      <form onSubmit={(event) => { event.preventDefault(); void submitted(); }} noValidate>
        <div className="body" style={{ padding: "12px 16px 4px" }}>
          <p className="quiet" style={{ margin: "0 0 8px" }}><Trans>One row for each person; leave empty what nobody knows. Rows copied from a spreadsheet can be pasted into a cell: the columns are filled from there to the right, days read with the month first. Enter goes down, and below the last row adds one.</Trans></p>
          <Select label={t`Time zone of the arrests`} maw={280} data={ZONES.map((one) => ({ value: one, label: zoneName(one) }))} value={where} allowDeselect={false} onChange={(value) => { if (value) setWhere(value); }} />
        </div>
        {refused ? <div style={{ padding: "8px 16px" }}><Refusal>{refused}</Refusal></div> : null}
        <div className="intake-head" aria-hidden="true"><span />{COLUMNS.map((column) => <span key={column}>{labels[column]}</span>)}<span /></div>
        <ol className="intake" aria-label={t`People to take in`}>
          {rows.map((row, index) => <Row key={row.key} row={row} place={index + 1} fault={faults.get(row.key)} onChange={changed} onPaste={laid} onEnter={down} onRemove={removed} />)}
        </ol>
        <datalist id={LANGUAGES_LIST}>{LANGUAGES_SPOKEN.map((code) => <option key={code} value={spoken(code)}>{spoken(code)}</option>)}</datalist>
        <div style={{ padding: "10px 16px 14px" }}>
          <div role="status" className="quiet">
            {taken > 0 ? <strong><Plural value={taken} one="# person was taken in. The case is listed above." other="# people were taken in. Their cases are listed above." /></strong> : null}
            {pasted ? <><Plural value={pasted.lines} one="# line was filled in." other="# lines were filled in." /> {pasted.left > 0 ? <Plural value={pasted.left} one="# line more was left out: at most 100 people at a time." other="# lines more were left out: at most 100 people at a time." /> : null} {pasted.beyond > 0 ? <Plural value={pasted.beyond} one="# column beyond the last was left out." other="# columns beyond the last were left out." /> : null}</> : null}
          </div>
          <Group justify="space-between" mt="sm" gap="xs">
            <Button variant="default" onClick={() => added("legalName")} disabled={rows.length >= MOST}><Trans>Add a person</Trans></Button>
            <Button type="submit" loading={sending}><Trans>Take them in</Trans></Button>
          </Group>
        </div>
      </form>
    </Panel>
  );
}

type RowProps = {
  row: Typed;
  place: number;
  fault: Fault | undefined;
  onChange: (key: number, column: Column, value: string | boolean) => void;
  onPaste: (key: number, column: Column, event: ClipboardEvent) => void;
  onEnter: (key: number, column: Column) => void;
  onRemove: (key: number) => void;
};

// A hundred rows must not be drawn anew for each letter.
const Row = memo(function Row({ row, place, fault, onChange, onPaste, onEnter, onRemove }: RowProps) {
  const { t } = useLingui();
  const cell = (column: Column, label: string) => ({
    id: cellId(row.key, column),
    "aria-label": t`${label}, person ${place}`,
    onPaste: (event: ClipboardEvent) => onPaste(row.key, column, event),
    // Where languages are suggested, Enter takes the suggestion.
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
      event.preventDefault();
      if (column !== "language") onEnter(row.key, column);
    },
    ...(fault?.column === column ? { error: fault.message } : {}),
  });
  const text = (column: Exclude<Column, "minor">, label: string, more: object = {}) => (
    <div className={column === "legalName" || column === "arrestedAt" ? "whole" : undefined}>
      <span className="label" aria-hidden="true">{label}</span>
      <TextInput {...cell(column, label)} size="sm" value={row[column]} onChange={(event) => onChange(row.key, column, event.currentTarget.value)} autoComplete="off" {...more} />
    </div>
  );
  return (
    <li>
      <span className="place quiet">{place}</span>
      {text("legalName", t`Name as heard`)}
      {text("countryOfBirth", t`Country of birth`)}
      {text("aNumbers", t`A-number`)}
      <div>
        <span className="label" aria-hidden="true">{t`Under 18`}</span>
        <div className="tick"><Checkbox {...cell("minor", t`Under 18`)} checked={row.minor} onChange={(event) => onChange(row.key, "minor", event.currentTarget.checked)} /></div>
      </div>
      {text("language", t`Language`, { list: LANGUAGES_LIST })}
      {/* What was pasted and is no time stays readable, to be mended. */}
      {text("arrestedAt", t`Arrested`, { type: row.arrestedAt && !isWall(row.arrestedAt) ? "text" : "datetime-local" })}
      {text("callerName", t`Who called`)}
      <span className="remove"><CloseButton aria-label={t`Remove person ${place}`} onClick={() => onRemove(row.key)} /></span>
      {fault && !fault.column ? <div className="fault">{fault.message}</div> : null}
    </li>
  );
});
