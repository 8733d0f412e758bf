import { Trans, useLingui } from "@lingui/react/macro";
import { CheckField } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";

const Erase = graphql(`
  mutation EraseCase($input: EraseCaseInput!) {
    eraseCase(input: $input) { __typename ... on EraseCasePayload { shortId } ... on UserError { message } }
  }
`);

/** For counsel, when the client asks that nothing of them be kept. It can't be taken back. */
export function EraseCase({ caseId, revision, onClose }: { caseId: string; revision: number; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <VerbDialog verb={Erase} title={t`Erase the case for good`} submit={t`Erase it`} danger defaults={{ foreseen: false }} input={() => ({ caseId, expectedRevision: revision })} told={t`The case is erased.`} onClose={onClose}>
      <p style={{ margin: 0 }}><Trans>Everything in it goes: the client's name and numbers, notes, dates, who was asked. Nobody can bring it back, nor can whoever runs this house. The trail stays, without what it was about.</Trans></p>
      <CheckField name="foreseen" label={t`The client asked for it, and no claim or demand can be foreseen`} required />
    </VerbDialog>
  );
}
