import { useLingui } from "@lingui/react/macro";
import { PersonField } from "~/forms/choosers";
import { ChoiceField, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { CaseRole } from "~/graph/generated/graphql";
import { caseRoleWords } from "~/language/words";

const Seat = graphql(`
  mutation SeatColleague($input: SeatColleagueInput!) {
    seatColleague(input: $input) { __typename ... on SeatColleaguePayload { member { id } case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

/** Somebody of the attorney's own firm, who sees what the attorney sees, as long as they do. */
export function SeatColleague({ assignmentId, onClose }: { assignmentId: string; onClose: () => void }) {
  const { t } = useLingui();
  const roles = useChoices(caseRoleWords, ["ATTORNEY", "ACCREDITED_REPRESENTATIVE", "PARALEGAL", "SUPERVISED_STUDENT"]);
  return (
    <VerbDialog verb={Seat} title={t`Bring a colleague`} submit={t`Give a seat`} defaults={{ personId: "", role: "PARALEGAL" as CaseRole }} input={(typed: { personId: string; role: CaseRole }) => ({ assignmentId, ...typed })} told={t`They see what you see, as long as you are on the case.`} onClose={onClose}>
      <PersonField name="personId" label={t`Somebody of your firm`} kinds={["STAFF"]} required />
      <ChoiceField name="role" label={t`Role`} required options={roles} />
    </VerbDialog>
  );
}
