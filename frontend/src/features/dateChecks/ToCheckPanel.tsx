import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { CaseNumber, Empty, Panel, Tag, When } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { fromNow } from "~/language/times";
import { Word } from "~/language/Word";
import { checkReasonWords, occasionKindWords } from "~/language/words";

export const DatesToCheck = graphql(`
  fragment DatesToCheck on Organization {
    id
    datesToCheck { because hearing { id checkedAt court { id name } case { id shortId } occasion { id kind startsAt timeZone hourKnown } } }
  }
`);

/** Which dates somebody should ask about next, the riskiest first, each with why. */
export function ToCheckPanel({ of }: { of: FragmentType<typeof DatesToCheck> }) {
  const { t } = useLingui();
  const { datesToCheck } = readFragment(DatesToCheck, of);
  return (
    <Panel title={t`Dates to check next`} flush>
      {datesToCheck.length === 0 ? <Empty title={t`Every date was checked`}><Trans>Nothing ahead is older than a day.</Trans></Empty> : null}
      <ul className="rows">
        {datesToCheck.slice(0, 15).map(({ hearing, because }) => (
          <li key={hearing.id} className="spread">
            <div>
              {hearing.case ? <Link to="/cases/$shortId" params={{ shortId: hearing.case.shortId }}><CaseNumber>{hearing.case.shortId}</CaseNumber></Link> : null} · <Word of={hearing.occasion.kind} in={occasionKindWords} /> · <When at={hearing.occasion.startsAt} zone={hearing.occasion.timeZone} hourKnown={hearing.occasion.hourKnown} />
              <div className="quiet"><Trans>Checked {fromNow(hearing.checkedAt)}</Trans>{hearing.court ? ` · ${hearing.court.name}` : ""}</div>
            </div>
            <span>{because.map((reason) => <Tag key={reason} tone={reason === "MOVED_SINCE" || reason === "UNVERIFIED" ? "orange" : "gray"}><Word of={reason} in={checkReasonWords} /></Tag>)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
