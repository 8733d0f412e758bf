import { Menu, UnstyledButton } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { Tag } from "~/design/pieces";
import type { Stage } from "~/graph/generated/graphql";
import { Word } from "~/language/Word";
import { priorityWords, stageWords } from "~/language/words";
import { CaseName, Next } from "./BoardCells";
import { type Group, WINDOW } from "./boardLines";
import { type Asking, type Row, useBoardWindows, useStill } from "./boardWindows";
import { bringInSight, useInSight } from "./inSight";
import { type Ahead, aheadOf } from "./useCaseChanges";

const HEIGHT = 124;
const STAGES: readonly Stage[] = ["INTAKE", "SEEKING_COUNSEL", "REPRESENTED", "AFTER_RELEASE"];

type Props = { asking: Asking; groups: readonly Group[]; editable: boolean; aheads: ReadonlyMap<string, Ahead>; onMove: (row: Row, stage: Stage) => void; onUndo: () => void; onSearch: () => void; onKeys: () => void };

/**
 * The board in columns, a stage each. A card is carried to another column with the mouse, or with M by keyboard. Two
 * stages follow from facts: their columns say from which, and the server says the same of whoever tries.
 */
export function BoardStages({ asking, groups, editable, aheads, onMove, onUndo, onSearch, onKeys }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ column: 0, row: 0 });
  const [asked, setAsked] = useState(false);
  const held = useRef<Row>(undefined);
  const standing = useRef<Row>(undefined);
  const columns = STAGES.map((stage): { stage: Stage; group: Group } => ({ stage, group: groups.find((one) => one.key === stage.toLowerCase()) ?? { key: stage.toLowerCase(), count: 0, landmarks: [] } }));
  const keys = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== frame.current || event.altKey) return;
    const count = (column: number): number => columns[column]?.group.count ?? 0;
    const to = (column: number, row: number): void => setAt({ column, row: Math.max(0, Math.min(count(column) - 1, row)) });
    const row = standing.current;
    switch (event.key) {
      case "ArrowDown": to(at.column, at.row + 1); break;
      case "ArrowUp": to(at.column, at.row - 1); break;
      case "ArrowRight": to(Math.min(columns.length - 1, at.column + 1), at.row); break;
      case "ArrowLeft": to(Math.max(0, at.column - 1), at.row); break;
      case "Home": to(at.column, 0); break;
      case "End": to(at.column, count(at.column) - 1); break;
      case "PageDown": to(at.column, at.row + 5); break;
      case "PageUp": to(at.column, at.row - 5); break;
      case "Enter": if (row) void navigate({ to: "/cases/$shortId", params: { shortId: row.shortId } }); break;
      case "m": case "M": if (row && editable) setAsked(true); break;
      case "z": case "Z": if (!event.ctrlKey && !event.metaKey) return; onUndo(); break;
      case "/": onSearch(); break;
      case "?": event.stopPropagation(); onKeys(); break;
      default: return;
    }
    event.preventDefault();
  };
  const move = (row: Row, stage: Stage): void => {
    if (stage !== row.stage) onMove(row, stage);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div ref={frame} className="stages" role="group" tabIndex={0} aria-label={t`Cases by stage. Arrow keys lead from card to card, Enter opens, M moves.`} onKeyDown={keys}>
      {columns.map(({ stage, group }, index) => (
        <StageColumn key={stage} stage={stage} group={group} asking={asking} aheads={aheads} editable={editable} here={at.column === index ? at.row : -1} menu={asked && at.column === index}
          onStand={(row) => { standing.current = row; }}
          onMenu={(open) => { setAsked(open); if (!open) frame.current?.focus({ preventScroll: true }); }}
          onAt={(row) => { setAt({ column: index, row }); frame.current?.focus({ preventScroll: true }); }}
          onHold={(row) => { held.current = row; }}
          onDrop={() => { if (held.current) move(held.current, stage); held.current = undefined; }}
          onMove={move} />
      ))}
    </div>
  );
}

type ColumnProps = { stage: Stage; group: Group; asking: Asking; aheads: ReadonlyMap<string, Ahead>; editable: boolean; here: number; menu: boolean; onStand: (row: Row | undefined) => void; onMenu: (open: boolean) => void; onAt: (row: number) => void; onHold: (row: Row) => void; onDrop: () => void; onMove: (row: Row, stage: Stage) => void };

function StageColumn({ stage, group, asking, aheads, editable, here, menu, onStand, onMenu, onAt, onHold, onDrop, onMove }: ColumnProps) {
  const { t, i18n } = useLingui();
  const frame = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const { shown, moving } = useInSight({ count: group.count, height: HEIGHT, frame, more: 4, likely: 600 });
  const wanted = useMemo(() => [...new Set(shown.map((index) => Math.floor(index / WINDOW)))].map((window) => ({ group, window })), [shown, group]);
  const groups = useMemo(() => [group], [group]);
  const { rowAt } = useBoardWindows(asking, groups, useStill(wanted, moving));
  const rowOf = (index: number): Row | undefined => {
    const row = rowAt(group, index);
    return row ? aheadOf(row, aheads.get(row.id)) : undefined;
  };
  const current = here >= 0 ? rowOf(here) : undefined;
  useEffect(() => {
    if (here >= 0) onStand(current);
  });
  useEffect(() => {
    if (here >= 0) bringInSight(frame.current, here, HEIGHT);
  }, [here]);
  const name = i18n._(stageWords[stage]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="stage-column" aria-label={name} data-over={over || undefined}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); onDrop(); }}>
      <header>{name} <span className="quiet">{group.count}</span>{stage === "REPRESENTED" ? <div className="quiet"><Trans>Follows from a placement</Trans></div> : stage === "AFTER_RELEASE" ? <div className="quiet"><Trans>Follows from a release</Trans></div> : null}</header>
      <div ref={frame} className="stage-cards">
        <div role="list" className="board-body" style={{ height: group.count * HEIGHT }}>
          {shown.map((index) => {
            const row = rowOf(index);
            return (
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
              <div key={index} role="listitem" aria-current={here === index || undefined} aria-setsize={group.count} aria-posinset={index + 1} className={here === index ? "board-card at" : "board-card"} style={{ top: index * HEIGHT + 4, height: HEIGHT - 8 }} draggable={editable && Boolean(row)} onMouseDown={() => onAt(index)} onDragStart={() => { if (row) onHold(row); }}>
                {row ? (
                  <>
                    <div className="row"><CaseName one={row} />{row.priority === "ROUTINE" ? null : <Tag tone={row.priority === "URGENT" ? "red" : "yellow"}><Word of={row.priority} in={priorityWords} /></Tag>}
                      {editable ? (
                        <Menu opened={menu && here === index} onChange={onMenu} position="bottom-end" withinPortal returnFocus={false}>
                          <Menu.Target><UnstyledButton tabIndex={-1} aria-label={t`Move ${row.shortId} to another stage`} onClick={() => { onAt(index); onMenu(true); }}>⋯</UnstyledButton></Menu.Target>
                          <Menu.Dropdown>
                            <Menu.Label><Trans>Move to</Trans></Menu.Label>
                            {STAGES.filter((one) => one !== row.stage).map((one) => <Menu.Item key={one} onClick={() => onMove(row, one)}>{i18n._(stageWords[one])}</Menu.Item>)}
                          </Menu.Dropdown>
                        </Menu>
                      ) : null}
                    </div>
                    <div style={{ marginTop: 4 }}><Next one={row} /></div>
                    <div className="quiet">{row.coordinator?.name}</div>
                  </>
                ) : <div className="board-wait" />}
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}
