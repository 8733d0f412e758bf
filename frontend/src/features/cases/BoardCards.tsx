import { useLingui } from "@lingui/react/macro";
import { useMemo, useRef } from "react";
import { Tag } from "~/design/pieces";
import { Word } from "~/language/Word";
import { priorityWords, stageWords } from "~/language/words";
import { CaseName, Next, Where } from "./BoardCells";
import { type Group, type Lines, WINDOW, named } from "./boardLines";
import { STAGE_TONES } from "./boardRow";
import { type Asking, useBoardWindows, useStill } from "./boardWindows";
import { useInSight } from "./inSight";
import { Lost } from "./Lost";

const HEIGHT = 188;

/** The same board on a phone: the same facts as cards, one beneath the other. */
export function BoardCards({ asking, groups, lines, groupSaid }: { asking: Asking; groups: readonly Group[]; lines: Lines; groupSaid: (group: Group) => string }) {
  const { t } = useLingui();
  const frame = useRef<HTMLDivElement>(null);
  const { shown, moving } = useInSight({ count: lines.total, height: HEIGHT, frame, more: 5, likely: 700 });
  const wanted = useMemo(() => {
    const found = new Map<string, { group: Group; window: number }>();
    for (const index of shown) {
      const line = lines.at(index);
      if (line?.kind === "row") found.set(`${named(line.group.key)}/${Math.floor(line.place / WINDOW)}`, { group: line.group, window: Math.floor(line.place / WINDOW) });
    }
    return [...found.values()];
  }, [shown, lines]);
  const { rowAt, failed } = useBoardWindows(asking, groups, useStill(wanted, moving));
  return (
    <>
      <div ref={frame} className="board board-cards" role="list" tabIndex={0} aria-label={t`Cases`}>
        <div role="presentation" className="board-body" style={{ height: lines.total * HEIGHT }}>
          {shown.map((index) => {
            const line = lines.at(index);
            const row = line?.kind === "row" ? rowAt(line.group, line.place) : undefined;
            return (
              <div key={index} role="listitem" aria-setsize={lines.total} aria-posinset={index + 1} className="board-card" style={{ top: index * HEIGHT, height: HEIGHT }}>
                {line?.kind === "head" ? <strong>{groupSaid(line.group)} <span className="quiet">{line.group.count}</span></strong> : row ? (
                  <>
                    <div className="row"><CaseName one={row} reached /><span className="tags"><Tag tone={STAGE_TONES[row.stage]}><Word of={row.stage} in={stageWords} /></Tag>{row.priority === "URGENT" ? <Tag tone="red"><Word of={row.priority} in={priorityWords} /></Tag> : null}</span></div>
                    <div style={{ marginTop: 4 }}><Next one={row} /></div>
                    <div className="quiet" style={{ marginTop: 2 }}><Where one={row} /><Lost of={row.reach} /></div>
                  </>
                ) : <div className="board-wait" />}
              </div>
            );
          })}
        </div>
      </div>
      {failed ? <p role="alert" className="quiet">{t`Some rows could not be loaded. Scroll on and back, or reload the page.`}</p> : null}
    </>
  );
}
