import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Tag, type Tone, Unknown, When } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { seesAll } from "~/graph/viewer";
import type { BoardRowFragment, Stage } from "~/graph/generated/graphql";
import { shortDay } from "~/language/times";
import { Word } from "~/language/Word";
import { custodyStatusWords, occasionKindWords, priorityWords, stageWords } from "~/language/words";
import { Lost, isLost } from "./Lost";

export const BoardRow = graphql(`
  fragment BoardRow on Case {
    id shortId stage custodyStatus priority noPublicity missing reach audience
    client { id publicName hasPublicName }
    whereNow { id facility { id name city state } }
    nextOccasion { id kind startsAt timeZone hourKnown }
    nextHearing { id court { id name } occasion { id kind startsAt timeZone hourKnown } }
    representedBy { id attorney { id name } }
  }
`);

export const STAGE_TONES: Record<Stage, Tone> = { INTAKE: "blue", SEEKING_COUNSEL: "orange", REPRESENTED: "teal", AFTER_RELEASE: "green", CLOSED: "gray" };

/** The board: on a wide screen a table, on a phone the same facts as cards, next date first. */
export function BoardTable({ rows }: { rows: readonly FragmentType<typeof BoardRow>[] }) {
  const cases = rows.map((row) => readFragment(BoardRow, row));
  // For other eyes nothing stands there, and an empty column would read as "nothing is missing".
  const missing = cases.some((one) => seesAll(one.audience));
  return (
    <>
      <div className="panel wide" style={{ overflowX: "auto" }}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col"><Trans>Case</Trans></th>
              <th scope="col"><Trans>Stage</Trans></th>
              <th scope="col"><Trans>Where now</Trans></th>
              <th scope="col"><Trans>Next date</Trans></th>
              <th scope="col"><Trans>Represented by</Trans></th>
              {missing ? <th scope="col"><Trans>What is missing</Trans></th> : null}
            </tr>
          </thead>
          <tbody>
            {cases.map((one) => (
              <tr key={one.id}>
                <td><CaseName one={one} /></td>
                <td><Tag tone={STAGE_TONES[one.stage]}><Word of={one.stage} in={stageWords} /></Tag></td>
                <td><Where one={one} /></td>
                <td><Next one={one} /></td>
                <td>{one.representedBy.length > 0 ? one.representedBy.map((by) => by.attorney?.name).filter(Boolean).join(", ") : <Unknown><Trans>No one yet</Trans></Unknown>}</td>
                {missing ? <td className="quiet" style={{ maxWidth: 280 }}><Missing one={one} /></td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="rows panel cards" style={{ listStyle: "none" }}>
        {cases.map((one) => (
          <li key={one.id}>
            <div style={{ display: "flex", justifyContent: "space-between", gap: 8 }}><CaseName one={one} /><Tag tone={STAGE_TONES[one.stage]}><Word of={one.stage} in={stageWords} /></Tag></div>
            <div style={{ marginTop: 6 }}><Next one={one} /></div>
            <div className="quiet" style={{ marginTop: 4 }}><Where one={one} /><Lost of={one.reach} /></div>
          </li>
        ))}
      </ul>
    </>
  );
}

type Row = BoardRowFragment;

function CaseName({ one }: { one: Row }) {
  return (
    <div>
      <Link to="/cases/$shortId" params={{ shortId: one.shortId }} className="plain">{one.client.publicName}</Link>
      <div className="quiet" style={{ display: "flex", gap: 6, alignItems: "center", flexWrap: "wrap" }}>
        {one.client.publicName === one.shortId ? null : <span style={{ whiteSpace: "nowrap" }}>{one.shortId}</span>}
        {one.priority === "URGENT" ? <Tag tone="red"><Word of={one.priority} in={priorityWords} /></Tag> : null}
        {one.noPublicity ? <Tag><Trans>No publicity</Trans></Tag> : null}
      </div>
    </div>
  );
}

function Where({ one }: { one: Row }) {
  const facility = one.whereNow?.facility;
  if (facility) return <>{facility.name}<div className="quiet">{[facility.city, facility.state].filter(Boolean).join(", ")}{isLost(one.reach) ? <> · <Trans>last known place</Trans></> : null}</div></>;
  return <Unknown><Word of={one.custodyStatus} in={custodyStatusWords} /></Unknown>;
}

/** What is missing, the gravest first: whom nobody can find comes before everything else. */
function Missing({ one }: { one: Row }) {
  const shown = isLost(one.reach) ? 1 : 2;
  return (
    <>
      <Lost of={one.reach} />
      {one.missing.slice(0, shown).join(" ")}{one.missing.length > shown ? <> <Trans>And {one.missing.length - shown} more.</Trans></> : null}
    </>
  );
}

/** The date the board is ordered by, be it a check-in; and the hearing, where that comes later. */
function Next({ one }: { one: Row }) {
  const { nextOccasion: next, nextHearing: hearing } = one;
  const later = next && hearing && hearing.occasion.id !== next.id ? hearing.occasion : undefined;
  const occasion = next ?? hearing?.occasion;
  if (!occasion) return <Unknown><Trans>No date known</Trans></Unknown>;
  return (
    <>
      <When at={occasion.startsAt} zone={occasion.timeZone} hourKnown={occasion.hourKnown} />
      <div className="quiet"><Word of={occasion.kind} in={occasionKindWords} />{hearing?.court && !later ? ` · ${hearing.court.name}` : ""}</div>
      {later ? <div className="quiet"><Word of={later.kind} in={occasionKindWords} />: {shortDay(later.startsAt, later.timeZone)}</div> : null}
    </>
  );
}
