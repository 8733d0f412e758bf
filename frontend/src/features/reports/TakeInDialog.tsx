import { Alert, Group } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import { useQuery } from "urql";
import { CaseNumber } from "~/design/pieces";
import { CheckField, ChoiceField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { Priority } from "~/graph/generated/graphql";
import { priorityWords } from "~/language/words";

const TakeIn = graphql(`
  mutation TakeInReport($input: TakeInReportInput!) {
    takeInReport(input: $input) {
      __typename
      ... on TakeInReportPayload { case { id shortId } }
      ... on Invalid { field }
      ... on UserError { message }
    }
  }
`);
const Alike = graphql(`
  query ReportMatches($name: String, $aNumber: String, $organizationId: ID) {
    possibleMatches(name: $name, aNumber: $aNumber, organizationId: $organizationId) {
      likeness because
      case { id shortId client { id publicName } }
    }
  }
`);

type Values = { publicName: string; priority: Priority; minor: boolean; noPublicity: boolean; sameAsCaseId: string };

/** A report becomes a case, or a note on the case of somebody who has one. */
export function TakeInDialog({ reportId, revision, organizationId, name, aNumber, onClose }: { reportId: string; revision: number; organizationId: string; name: string; aNumber: string; onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const priorities = useChoices(priorityWords);
  const [{ data }] = useQuery({ query: Alike, variables: { name: name || null, aNumber: aNumber || null, organizationId }, pause: !name && !aNumber });
  const found = data?.possibleMatches ?? [];
  return (
    <VerbDialog
      verb={TakeIn}
      title={t`Take in the report`}
      submit={t`Take in`}
      defaults={{ publicName: "", priority: "ROUTINE", minor: false, noPublicity: false, sameAsCaseId: "" } satisfies Values}
      input={(typed: Values) => ({ reportId, expectedRevision: revision, publicName: said(typed.publicName), priority: typed.priority, minor: typed.minor || undefined, noPublicity: typed.noPublicity || undefined, sameAsCaseId: typed.sameAsCaseId || undefined })}
      told={(done) => t`It is case ${done.case.shortId} now. What was reported is gone from the group's list.`}
      onDone={(done) => void navigate({ to: "/cases/$shortId", params: { shortId: done.case.shortId } })}
      onClose={onClose}
    >
      <div aria-live="polite">
        {found.length > 0 ? (
          <Alert color="yellow" title={<Plural value={found.length} one="Possible match" other="# possible matches" />}>
            {found.map((match) => (
              <div key={match.case.id}>
                <Link to="/cases/$shortId" params={{ shortId: match.case.shortId }} className="plain" target="_blank"><CaseNumber>{match.case.shortId}</CaseNumber> · {match.case.client.publicName}</Link> {match.likeness}% — {match.because.join(", ")}
              </div>
            ))}
          </Alert>
        ) : null}
      </div>
      {found.length > 0 ? <ChoiceField name="sameAsCaseId" label={t`It is about somebody who has a case`} hint={t`Leave it empty for a new case. Else a note on that case keeps what was reported.`} options={found.map((match) => ({ value: match.case.id, label: `${match.case.shortId} · ${match.case.client.publicName}` }))} /> : null}
      <TextField name="publicName" label={t`Public name`} hint={t`First name and initial, never the surname`} autoFocus />
      <ChoiceField name="priority" label={t`Priority`} required options={priorities} />
      <Group>
        <CheckField name="minor" label={t`Under 18`} />
        <CheckField name="noPublicity" label={t`No publicity`} />
      </Group>
      <p className="quiet" style={{ margin: 0 }}><Trans>The group learns that it was taken in. Of the case it sees what you share on its page.</Trans></p>
    </VerbDialog>
  );
}
