import "./map.css";
import { Button } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import { milesSaid } from "~/language/times";
import { apart, around, bow, BORDERS, LAND, type Point, projected, STATES, WHOLE } from "./drawing";
import { isStateOnly, type Leg, milesBetween, type Spot, type Stop } from "./path";

export type Place = Spot & { id: string; name: string; city: string | null; state: string | null };
/** A stay as the map and the list tell it. `since`: its days, said in words. */
export type Stay = { id: string; facility: Place | null; where: string; since: string; now: boolean };

type Props = {
  stops: readonly Stop<Stay>[];
  legs: readonly Leg<Stay>[];
  court: Place | undefined;
  /** The stay that is pointed at, here or in the list beside. */
  chosen: string | undefined;
  onChoose: (stintId: string | undefined) => void;
  /** Lead to the stay in the list. */
  onGo: (stintId: string) => void;
};

/** The court's own key among the marks: no facility has it. */
const COURT = "court";

type Mark = Point & { key: string; place: Place; stops: Stop<Stay>[] };

function placed(place: Place): string {
  return [place.city, place.state].filter(Boolean).join(", ");
}

/** Where somebody was taken, on outlines that come with the page: nothing is asked of anybody's map. */
export function TransferMap({ stops, legs, court, chosen, onChoose, onGo }: Props) {
  const { t } = useLingui();
  const { ref, width: rendered } = useElementSize();
  const [whole, setWhole] = useState(false);
  const [upTo, setUpTo] = useState<number>();
  const words = useId();
  const shown = upTo ?? stops.length;
  const marks = new Map<string, { place: Place; stops: Stop<Stay>[] }>();
  for (const stop of stops) {
    const place = stop.stint.facility;
    if (!place || !stop.located || stop.number > shown) continue;
    const there = marks.get(place.id);
    if (there) there.stops.push(stop);
    else marks.set(place.id, { place, stops: [stop] });
  }
  const found = (place: Place): Point | undefined => (place.latitude === null || place.longitude === null ? undefined : projected({ latitude: place.latitude, longitude: place.longitude }));
  const courtAt = court ? found(court) : undefined;
  const all = stops.flatMap((stop) => (stop.stint.facility && stop.located ? [found(stop.stint.facility)] : []));
  const on = all.filter((one) => one !== undefined);
  const near = around(courtAt ? [...on, courtAt] : on);
  const view = whole ? WHOLE : near;
  // One pixel on the screen, in the drawing's own measure: marks stay as large as a finger, however near one looks.
  const px = view.width / (rendered || 640);
  // What lies off the drawing stands in boxes beneath it.
  const off = [...marks.values()].filter((one) => !found(one.place));
  const boxes = [...new Set(off.map((one) => one.place.state ?? "?"))];
  const strip = boxes.length > 0 ? 52 * px : 0;
  const boxAt = (state: string): Point => ({ x: view.x + (12 + boxes.indexOf(state) * 96 + 60) * px, y: view.y + view.height + strip / 2 });
  const drawn = apart<Mark>([...marks].map(([key, one]) => ({ key, ...one, ...(found(one.place) ?? boxAt(one.place.state ?? "?")) })).concat(court && courtAt ? [{ key: COURT, place: court, stops: [], ...courtAt }] : []), 44 * px);
  const marked = drawn.filter((mark) => mark.key !== COURT);
  const courtMark = drawn.find((mark) => mark.key === COURT)?.at;
  const at = (place: Place | null): Point | undefined => drawn.find((mark) => mark.key === place?.id)?.at;
  const moved = legs.length;
  const total = legs.reduce((sum, leg) => sum + (leg.miles?.miles ?? 0), 0);
  const complete = legs.every((leg) => leg.miles);
  const now = stops.find((stop) => stop.stint.now)?.stint.facility ?? undefined;
  const toCourt = court && now ? milesBetween(court, now) : undefined;
  const nowAt = now ? at(now) : undefined;
  // It begins with what is seen on the mark and beside it.
  const said = (mark: Mark): string => [`${mark.stops.map((stop) => stop.number).join(", ")} ${mark.place.city ?? mark.place.name}: ${mark.place.name}`, mark.place.state, isStateOnly(mark.place) ? t`only the state is known` : ""].filter(Boolean).join(", ");
  const choose = (mark: Mark) => onChoose(mark.stops.at(-1)?.stint.id);
  const farthest = complete ? milesSaid({ miles: total, exact: false }) : t`at least ${milesSaid({ miles: total, exact: false })}`;
  return (
    <div className="transfer-map">
      <div className="spread">
        <div>
          <strong>{moved > 0 ? <Trans>{plural(moved, { one: "Moved # time", other: "Moved # times" })}, {farthest} in all</Trans> : <Trans>One place so far</Trans>}</strong>
          {court ? <div className="quiet">{toCourt ? <Trans>Court on file: {court.name}, {milesSaid(toCourt)} from where the client is held</Trans> : <Trans>Court on file: {court.name}</Trans>}{court.latitude === null ? <> · <Trans>not on the map: its place is not known</Trans></> : null}</div> : null}
        </div>
        {near.width < WHOLE.width ? <Button size="compact-sm" variant="default" className="not-on-paper" aria-pressed={whole} onClick={() => setWhole(!whole)}><Trans>Whole country</Trans></Button> : null}
      </div>
      <div ref={ref}>
        <svg viewBox={`${view.x} ${view.y} ${view.width} ${view.height + strip}`} role="group" aria-label={t`Map of the transfers`} aria-describedby={words}>
          <g aria-hidden="true">
            <path className="land" d={LAND} />
            <path className="borders" d={BORDERS} strokeWidth={px} />
            {STATES.map((one) => <text key={one.letters} className="state" x={one.x} y={one.y} fontSize={10 * px}>{one.letters}</text>)}
            {strip ? <rect className="sea" x={view.x} y={view.y + view.height} width={view.width} height={strip} /> : null}
            {boxes.map((state) => <g key={state}><rect className="box" x={boxAt(state).x - 60 * px} y={boxAt(state).y - 20 * px} width={90 * px} height={40 * px} rx={6 * px} strokeWidth={px} /><text className="state" x={boxAt(state).x - 42 * px} y={boxAt(state).y + 4 * px} fontSize={11 * px}>{state}</text></g>)}
            {drawn.filter((mark) => mark.at.x !== mark.x || mark.at.y !== mark.y).map((mark) => <g key={mark.key}><line className="tether" x1={mark.x} y1={mark.y} x2={mark.at.x} y2={mark.at.y} strokeWidth={px} /><circle className="spot" cx={mark.x} cy={mark.y} r={2.5 * px} /></g>)}
            {courtMark && nowAt ? <line className="to-court" x1={nowAt.x} y1={nowAt.y} x2={courtMark.x} y2={courtMark.y} strokeWidth={1.5 * px} strokeDasharray={`${2 * px} ${4 * px}`} /> : null}
            {legs.map((leg) => {
              const [from, to] = [at(leg.from.stint.facility), at(leg.to.stint.facility)];
              if (!from || !to || leg.to.number > shown) return null;
              const line = bow(from, to);
              return (
                <g key={leg.to.stint.id} className="leg" data-chosen={chosen === leg.to.stint.id || undefined} onMouseEnter={() => onChoose(leg.to.stint.id)} onMouseLeave={() => onChoose(undefined)} onClick={() => onGo(leg.to.stint.id)}>
                  <path className="near" d={line.d} strokeWidth={16 * px} />
                  <path className="line" d={line.d} strokeWidth={(chosen === leg.to.stint.id ? 4 : 2) * px} {...(leg.broken ? { strokeDasharray: `${5 * px} ${5 * px}` } : {})} />
                  <path className="arrow" d={`M${-6 * px},${-6 * px}L${7 * px},0L${-6 * px},${6 * px}Z`} transform={`translate(${line.middle.x},${line.middle.y}) rotate(${line.angle})`} />
                </g>
              );
            })}
          </g>
          {courtMark && court ? (
            <g role="img" aria-label={t`Court on file: ${court.name}`} className="court">
              <rect x={courtMark.x - 6 * px} y={courtMark.y - 6 * px} width={12 * px} height={12 * px} strokeWidth={2 * px} transform={`rotate(45 ${courtMark.x} ${courtMark.y})`} />
            </g>
          ) : null}
          {marked.map((mark) => {
            const numbers = mark.stops.map((stop) => stop.number).join(", ");
            const half = Math.max(12, numbers.length * 4 + 6) * px;
            const isChosen = mark.stops.some((stop) => stop.stint.id === chosen);
            return (
              <g key={mark.key} className="mark" role="button" tabIndex={0} aria-label={said(mark)} data-chosen={isChosen || undefined} data-now={mark.stops.some((stop) => stop.stint.now) || undefined} data-rough={isStateOnly(mark.place) || undefined} onMouseEnter={() => choose(mark)} onMouseLeave={() => onChoose(undefined)} onFocus={() => choose(mark)} onBlur={() => onChoose(undefined)}
                onClick={() => onGo(mark.stops.at(-1)?.stint.id ?? "")}
                onKeyDown={(event) => {
                  if (event.key !== "Enter" && event.key !== " ") return;
                  event.preventDefault();
                  onGo(mark.stops.at(-1)?.stint.id ?? "");
                }}
              >
                <rect x={mark.at.x - half} y={mark.at.y - 12 * px} width={half * 2} height={24 * px} rx={12 * px} strokeWidth={2 * px} />
                <text x={mark.at.x} y={mark.at.y} fontSize={12 * px}>{numbers}</text>
              </g>
            );
          })}
          {/* Beside the marks and not in them: what is heard of a mark is its own name. */}
          <g aria-hidden="true">
            {marked.map((mark) => {
              const alone = drawn.every((other) => other === mark || Math.hypot(other.at.x - mark.at.x, other.at.y - mark.at.y) > 70 * px);
              if (!alone && !mark.stops.some((stop) => stop.stint.id === chosen)) return null;
              const half = Math.max(12, mark.stops.map((stop) => stop.number).join(", ").length * 4 + 6) * px;
              const left = mark.at.x > view.x + view.width * 0.7;
              return <text key={mark.key} className="name" x={mark.at.x + (left ? -1 : 1) * (half + 5 * px)} y={mark.at.y} fontSize={12 * px} strokeWidth={3 * px} data-left={left || undefined}>{mark.place.city ?? mark.place.name}</text>;
            })}
          </g>
        </svg>
      </div>
      {stops.length > 2 ? (
        <label className="through quiet not-on-paper">
          <span><Trans>Through time</Trans></span>
          <input type="range" min={1} max={stops.length} value={shown} aria-valuetext={stopSaid(stops[shown - 1])} onChange={(event) => setUpTo(Number(event.currentTarget.value))} />
          <output>{stopSaid(stops[shown - 1])}</output>
        </label>
      ) : null}
      <details className="quiet path-words">
        <summary><Trans>The path in words</Trans></summary>
        <ol id={words} aria-label={t`The path in words`}>
          {stops.map((stop) => {
            const leg = legs.find((one) => one.to === stop);
            return (
              <li key={stop.stint.id}>
                {stop.stint.where}{stop.stint.facility ? ` (${placed(stop.stint.facility)})` : ""}, {stop.stint.since}
                {leg?.miles ? <>; <Trans>{milesSaid(leg.miles)} from the place before</Trans></> : null}
                {leg?.broken ? <>; <Trans>nobody knows all of the way there</Trans></> : null}
                {stop.located ? null : <>; <Trans>not located: not on the map</Trans></>}
              </li>
            );
          })}
          {court ? <li className="court-said">{toCourt ? <Trans>Court on file: {court.name}, {milesSaid(toCourt)} from where the client is held</Trans> : <Trans>Court on file: {court.name}</Trans>}</li> : null}
        </ol>
        <p><Trans>Distances are as the crow flies. Where ≈ stands, a point is the middle of the town and not the door.</Trans></p>
      </details>
    </div>
  );
}

function stopSaid(stop: Stop<Stay> | undefined): string {
  return stop ? `${stop.number}: ${stop.stint.where}, ${stop.stint.since}` : "";
}
