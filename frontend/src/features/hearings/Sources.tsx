import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graph/generated";
import type { HearingRowFragment } from "~/graph/generated/graphql";
import { date, wallText } from "~/language/times";
import { Word } from "~/language/Word";
import { sourceWords } from "~/language/words";
import { MetThere, RulesThere } from "./CourtAccess";

// Asked when somebody opens it: most look at the date, and some at who said so.
const Ask = graphql(`
  query HearingSources($id: ID!) {
    node(id: $id) {
      __typename id
      ... on Hearing {
        location { id access { what seenOn } rulesForObservers { openness leadDays photoId devices notes linkWhenCleared askedOf confirmedOn confirmedBy { id name } } }
        dateSources { channel said saidAt takenBackAt person { id name } shift { id name } }
      }
    }
  }
`);

/** Who said so, on which channel, what contradicts the date beside it; and what observers met where it is held. */
export function Sources({ of }: { of: HearingRowFragment }) {
  const [open, setOpen] = useState(false);
  const [{ data }] = useQuery({ query: Ask, variables: { id: of.id }, pause: !open, requestPolicy: "cache-and-network" });
  const found = data?.node?.__typename === "Hearing" ? data.node : undefined;
  const ours = of.occasion.wallStarts.slice(0, 16);
  return (
    <details className="quiet" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary><Trans>Who said so, and what observers met</Trans></summary>
      {found?.dateSources.filter((one) => !one.takenBackAt).slice(0, 6).map((one) => {
        const who = one.person ?? one.shift;
        return <div key={`${one.saidAt}${one.channel}`}><Word of={one.channel} in={sourceWords} />, {date(one.saidAt)}{who ? `, ${who.name}` : ""}: {one.said ? (one.said.slice(0, 16) === ours ? <Trans>the same</Trans> : <strong>{wallText(one.said)}</strong>) : <strong><Trans>not known there</Trans></strong>}</div>;
      })}
      {found?.location ? <><RulesThere of={found.location} /><MetThere of={found.location} /></> : null}
    </details>
  );
}
