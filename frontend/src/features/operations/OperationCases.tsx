import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { CaseNumber, Empty, Tag, Unknown } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { Word } from "~/language/Word";
import { custodyStatusWords } from "~/language/words";

export const OperationCasesPart = graphql(`
  fragment OperationCases on Operation {
    id
    cases { id shortId custodyStatus client { id publicName minor } representedBy { id attorney { id name } } }
  }
`);

/** Everybody who was arrested in it: where they are, and whether somebody represents them. */
export function OperationCases({ of }: { of: FragmentType<typeof OperationCasesPart> }) {
  const { t } = useLingui();
  const { cases } = readFragment(OperationCasesPart, of);
  if (cases.length === 0) return <Empty title={t`Nobody is taken in yet`}><Trans>Type or paste the people who were arrested below.</Trans></Empty>;
  return (
    <ul className="rows">
      {cases.map((one) => (
        <li key={one.id} className="spread">
          <span>
            <Link to="/cases/$shortId" params={{ shortId: one.shortId }} className="plain">{one.client.publicName === one.shortId ? <CaseNumber>{one.shortId}</CaseNumber> : one.client.publicName}</Link>{one.client.publicName === one.shortId ? null : <span className="quiet"> <CaseNumber>{one.shortId}</CaseNumber></span>} {one.client.minor ? <Tag tone="orange"><Trans>Minor</Trans></Tag> : null}
            <div className="quiet">{one.representedBy.length > 0 ? [...new Set(one.representedBy.map((by) => by.attorney?.name ?? t`Represented`))].join(", ") : <Unknown><Trans>Represented by no one yet</Trans></Unknown>}</div>
          </span>
          <Tag tone={one.custodyStatus === "UNLOCATED" ? "orange" : one.custodyStatus === "RELEASED" ? "green" : "gray"}><Word of={one.custodyStatus} in={custodyStatusWords} /></Tag>
        </li>
      ))}
    </ul>
  );
}
