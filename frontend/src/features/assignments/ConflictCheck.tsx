import { Trans, useLingui } from "@lingui/react/macro";
import { CheckField, LongField } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";

const Send = graphql(`
  mutation SendConflictSheet($input: SendConflictSheetInput!) {
    sendConflictSheet(input: $input) { __typename ... on SendConflictSheetPayload { sheet { id found answer contact { id name } } case { id ...RepresentationOfCase } } ... on Invalid { field } ... on NotCleared { missing } ... on UserError { message } }
  }
`);

const lines = (text: string): string[] => text.split("\n").map((one) => one.trim()).filter(Boolean);

type Named = { relatives: string; employers: string; adverseParties: string; byHand: boolean };

/** Names alone, to one person: by the attorney's own list where there is one, which tells nobody a name. */
export function ConflictCheck({ assignment, byHand, onClose }: { assignment: { id: string; revision: number; attorney?: { name: string } | null | undefined }; byHand: boolean; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <VerbDialog
      verb={Send}
      title={t`Check for conflicts`}
      submit={t`Check`}
      defaults={{ relatives: "", employers: "", adverseParties: "", byHand } satisfies Named}
      input={(typed: Named) => ({ assignmentId: assignment.id, expectedRevision: assignment.revision, relatives: lines(typed.relatives), employers: lines(typed.employers), adverseParties: lines(typed.adverseParties), byHand: typed.byHand })}
      told={({ sheet }) => sheet.found === "NONE_FOUND" ? t`None found. The file is open to them now.` : sheet.found === "POSSIBLE" ? t`Possible conflict. Send the sheet to their contact, or ask somebody else.` : t`The sheet went to ${sheet.contact?.name ?? ""}.`}
      onClose={onClose}
    >
      <p className="quiet" style={{ margin: 0 }}><Trans>The client's own names go along. Nothing of the claim belongs here. What is sent to a person is kept in the trail as told.</Trans></p>
      <LongField name="relatives" label={t`Relatives`} hint={t`One name a line.`} />
      <LongField name="employers" label={t`Employers`} hint={t`One name a line.`} />
      <LongField name="adverseParties" label={t`Adverse parties`} hint={t`One name a line.`} />
      <CheckField name="byHand" label={t`Send it to their conflicts contact`} hint={t`Without this, a list that they keep here is compared first, and nobody is told a name.`} />
    </VerbDialog>
  );
}
