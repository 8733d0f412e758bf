import { Button, Group, Modal, Stack } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import { CheckField } from "~/forms/fields";
import { useFocusBack } from "~/forms/focus";
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
  const navigate = useNavigate();
  return (
    <VerbDialog verb={Erase} title={t`Erase the case for good`} submit={t`Erase it`} danger defaults={{ foreseen: false }} input={() => ({ caseId, expectedRevision: revision })} told={t`The case is erased.`} onDone={() => void navigate({ to: "/board", replace: true })} onClose={onClose}>
      <p style={{ margin: 0 }}><Trans>Everything in it goes: the client's name and numbers, notes, dates, who was asked. Nobody can bring it back, not even the people who keep Presencia running. The trail stays, without what it was about.</Trans></p>
      <CheckField name="foreseen" label={t`The client asked for it, and no claim or demand can be foreseen`} required />
    </VerbDialog>
  );
}

/** While a hold stands, nothing is promised: who lifts it is said instead. */
export function HeldCase({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  useFocusBack();
  return (
    <Modal opened onClose={onClose} title={t`Erase the case for good`} closeButtonProps={{ "aria-label": t`Close` }}>
      <Stack gap="md">
        <p style={{ margin: 0 }}><Trans>A legal hold keeps this case, so it can't be erased now. Admins and attorneys of your organization see why it stands, and lift it, on <Link to="/organization" search={{ part: "keeping" }}>the page of your organization</Link>.</Trans></p>
        <Group justify="flex-end"><Button variant="default" onClick={onClose} data-autofocus><Trans>Close</Trans></Button></Group>
      </Stack>
    </Modal>
  );
}
