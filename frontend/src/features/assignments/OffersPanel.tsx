import { Button, Group } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useQuery } from "urql";
import { Loading, Panel, Refusal, Tag, Unknown } from "~/design/pieces";
import { VerbButton } from "~/forms/VerbButton";
import { graphql } from "~/graph/generated";
import { moment, plainDate } from "~/language/times";
import { spoken } from "~/language/speech";
import { Word } from "~/language/Word";
import { occasionKindWords, proceedingKindWords, scopeWords } from "~/language/words";

const Offers = graphql(`
  query Offers {
    offers { id revision scope state blurb offer { language region country minor court track remote hours expiresAt nextHearingKind nextHearingDate blurb } }
  }
`);
const Accept = graphql(`
  mutation AcceptAssignment($input: AcceptAssignmentInput!) {
    acceptAssignment(input: $input) { __typename ... on AcceptAssignmentPayload { assignment { id revision state } case { id shortId } } ... on UserError { message } }
  }
`);
const Decline = graphql(`
  mutation DeclineAssignment($input: DeclineAssignmentInput!) {
    declineAssignment(input: $input) { __typename ... on DeclineAssignmentPayload { assignment { id revision state } } ... on UserError { message } }
  }
`);

/** What an attorney is asked to take on: nothing here identifies, and the file opens only after a yes. */
export function OffersPanel({ empty = null }: { empty?: ReactNode }) {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({ query: Offers, requestPolicy: "cache-and-network" });
  // Nothing said would read as "no offer waits", on the board as well.
  if (error && !data) return <Refusal><Trans>The offers made to you could not be loaded. One may wait for your answer.</Trans> <Button size="compact-sm" variant="default" onClick={() => again({ requestPolicy: "network-only" })}><Trans>Try again</Trans></Button></Refusal>;
  if (!data) return empty ? <Loading /> : null;
  if (data.offers.length === 0) return empty;
  return (
    <Panel title={t`Placements offered to you`} flush>
      <ul className="rows">
        {data.offers.map((one) => (
          <li key={one.id}>
            <Group justify="space-between" align="flex-start">
              <div style={{ maxWidth: 640 }}>
                <Group gap={6} mb={4}><Tag tone="teal"><Word of={one.scope} in={scopeWords} /></Tag>{one.offer?.language ? <Tag>{spoken(one.offer.language)}</Tag> : null}{one.offer?.region ? <Tag>{one.offer.region}</Tag> : null}{one.offer?.track ? <Tag><Word of={one.offer.track} in={proceedingKindWords} /></Tag> : null}{one.offer?.minor ? <Tag tone="orange"><Trans>Minor</Trans></Tag> : null}{one.offer && one.offer.remote !== null && one.offer.remote !== undefined ? <Tag>{one.offer.remote ? <Trans>by video or telephone</Trans> : <Trans>in person</Trans>}</Tag> : null}{one.offer?.hours ? <Tag><Plural value={one.offer.hours} one="about # hour" other="about # hours" /></Tag> : null}</Group>
                <div>{one.offer?.blurb || one.blurb}</div>
                <div className="quiet">{one.offer?.nextHearingKind ? <Word of={one.offer.nextHearingKind} in={occasionKindWords} /> : null} {one.offer?.nextHearingDate ? plainDate(one.offer.nextHearingDate) : <Unknown><Trans>No date known</Trans></Unknown>}{one.offer?.court ? ` · ${one.offer.court}` : ""}</div>
                {one.state === "CHECKING" ? <div className="late"><Trans>You said yes. Conflicts are checked now; the case opens once nothing stands against it.</Trans></div> : one.offer?.expiresAt ? <div className="quiet"><Trans>Answer by {moment(one.offer.expiresAt)}.</Trans></div> : null}
              </div>
              <Group gap="xs">
                <VerbButton verb={Decline} input={{ assignmentId: one.id, expectedRevision: one.revision }} label={one.state === "CHECKING" ? t`Take my yes back` : t`Decline`} told={t`Declined. The coordinator is told.`} />
                {one.state === "CHECKING" ? null : <VerbButton variant="filled" verb={Accept} input={{ assignmentId: one.id, expectedRevision: one.revision }} label={t`Accept`} told={(done) => done.case ? t`Accepted. The case is open to you now.` : t`Your yes is recorded. Conflicts are checked first.`} />}
              </Group>
            </Group>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
