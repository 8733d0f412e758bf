import { Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useQuery } from "urql";
import { Loading, Panel, Refusal, Tag, Unknown } from "~/design/pieces";
import { VerbButton } from "~/forms/VerbButton";
import { graphql } from "~/graph/generated";
import { plainDate } from "~/language/times";
import { spoken } from "~/language/speech";
import { Word } from "~/language/Word";
import { occasionKindWords, scopeWords } from "~/language/words";

const Offers = graphql(`
  query Offers {
    offers { id revision scope blurb offer { language region country minor nextHearingKind nextHearingDate blurb } }
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
  const [{ data, error }] = useQuery({ query: Offers });
  if (error && !data) return empty ? <Refusal><Trans>The offers could not be loaded. Try again.</Trans></Refusal> : null;
  if (!data) return empty ? <Loading /> : null;
  if (data.offers.length === 0) return empty;
  return (
    <Panel title={t`Placements offered to you`} flush>
      <ul className="rows">
        {data.offers.map((one) => (
          <li key={one.id}>
            <Group justify="space-between" align="flex-start">
              <div style={{ maxWidth: 640 }}>
                <Group gap={6} mb={4}><Tag tone="teal"><Word of={one.scope} in={scopeWords} /></Tag>{one.offer?.language ? <Tag>{spoken(one.offer.language)}</Tag> : null}{one.offer?.region ? <Tag>{one.offer.region}</Tag> : null}{one.offer?.minor ? <Tag tone="orange"><Trans>Minor</Trans></Tag> : null}</Group>
                <div>{one.offer?.blurb || one.blurb}</div>
                <div className="quiet">{one.offer?.nextHearingKind ? <Word of={one.offer.nextHearingKind} in={occasionKindWords} /> : null} {one.offer?.nextHearingDate ? plainDate(one.offer.nextHearingDate) : <Unknown><Trans>No date known</Trans></Unknown>}</div>
              </div>
              <Group gap="xs">
                <VerbButton verb={Decline} input={{ assignmentId: one.id, expectedRevision: one.revision }} label={t`Decline`} told={t`Declined. The coordinator is told.`} />
                <VerbButton variant="filled" verb={Accept} input={{ assignmentId: one.id, expectedRevision: one.revision }} label={t`Accept`} told={t`Accepted. The case is open to you now.`} />
              </Group>
            </Group>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
