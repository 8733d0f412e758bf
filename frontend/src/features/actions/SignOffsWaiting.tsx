import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { Awaiting, CaseNumber, Empty, Panel, When } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import { Word } from "~/language/Word";
import { occasionKindWords } from "~/language/words";
import { CounselsWord } from "./CounselsWord";

const Waiting = graphql(`
  query SignOffsWaiting {
    actions(states: [DRAFT], first: 20) {
      edges { node { id title statement may signOffs { id current } counselAnswers { id current } case { id shortId } occasion { id kind startsAt timeZone hourKnown } ...CounselsWord } }
    }
  }
`);

/** Words that wait for counsel's yes, with what changed since counsel signed last: one tap on a phone. */
export function SignOffsWaiting() {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: Waiting });
  const found = (data?.actions.edges ?? []).map((edge) => edge.node).filter((one) => one.case && one.may.includes("signOffAction") && ![...one.signOffs, ...one.counselAnswers].some((word) => word.current));
  return (
    <Panel title={t`Waiting for your sign-off`} flush count={found.length}>
      {!data ? <Awaiting failed={Boolean(error)} /> : found.length === 0 ? <Empty title={t`Nothing waits for your sign-off`} /> : null}
      <ul className="rows">
        {found.map((one) => (
          <li key={one.id}>
            <Link className="plain" to="/actions/$actionId" params={{ actionId: one.id }}>{one.title}</Link>
            <div className="quiet">{one.case ? <><CaseNumber>{one.case.shortId}</CaseNumber> · </> : null} <Word of={one.occasion.kind} in={occasionKindWords} /> · <When at={one.occasion.startsAt} zone={one.occasion.timeZone} hourKnown={one.occasion.hourKnown} /></div>
            {one.statement ? <div style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{one.statement}</div> : <div className="quiet"><Trans>No words yet</Trans></div>}
            <CounselsWord of={one} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
