import { Button, Menu } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Suspense, lazy, useState } from "react";
import { OrganizationField } from "~/forms/choosers";
import { LongField } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { EraseCase, HeldCase } from "./EraseCase";
import { MergeDialog } from "./MergeCase";

const EditDialog = lazy(() => import("./EditDialog").then((found) => ({ default: found.EditDialog })));

export const EditablePart = graphql(`
  fragment EditableCase on Case {
    id revision may stage priority noPublicity onHold audience tags
    client { id publicName hasPublicName legalName aNumbers aliases birthDate countryOfBirth nationality gender language minor identityShown }
    coordinator { id name }
  }
`);
const CloseCase = graphql(`
  mutation CloseCase($input: CloseCaseInput!) {
    closeCase(input: $input) { __typename ... on CloseCasePayload { case { id ...CaseHeader ...EditableCase } } ... on UserError { message } }
  }
`);
const Share = graphql(`
  mutation ShareCase($input: ShareCaseInput!) {
    shareCase(input: $input) { __typename ... on ShareCasePayload { case { id } } ... on UserError { message } }
  }
`);

export function EditCase({ of }: { of: FragmentType<typeof EditablePart> }) {
  const { t } = useLingui();
  const one = readFragment(EditablePart, of);
  const [open, setOpen] = useState<"edit" | "close" | "share" | "merge" | "erase">();
  const end = (): void => setOpen(undefined);
  const may = (act: string): boolean => one.may.includes(act);
  if (!may("updateCase") && !may("closeCase") && !may("shareCase")) return null;
  return (
    <>
      {may("updateCase") ? <Button variant="default" size="compact-md" onClick={() => setOpen("edit")}><Trans>Edit</Trans></Button> : null}
      <Menu position="bottom-end">
        <Menu.Target><Button variant="default" size="compact-md" aria-label={t`More about this case`}>⋯</Button></Menu.Target>
        <Menu.Dropdown>
          {may("shareCase") ? <Menu.Item onClick={() => setOpen("share")}><Trans>Share with another organization</Trans></Menu.Item> : null}
          {may("mergeCases") ? <Menu.Item onClick={() => setOpen("merge")}><Trans>Merge with another case</Trans></Menu.Item> : null}
          {may("closeCase") && one.stage !== "CLOSED" ? <Menu.Item color="red" onClick={() => setOpen("close")}><Trans>Close the case</Trans></Menu.Item> : null}
          {may("eraseCase") && one.stage === "CLOSED" ? <Menu.Item color="red" onClick={() => setOpen("erase")}><Trans>Erase the case for good</Trans></Menu.Item> : null}
        </Menu.Dropdown>
      </Menu>
      {open === "edit" ? <Suspense><EditDialog one={one} onClose={end} /></Suspense> : null}
      {open === "close" ? (
        <VerbDialog verb={CloseCase} title={t`Close the case`} submit={t`Close the case`} danger defaults={{ reason: "" }} input={(typed: { reason: string }) => ({ caseId: one.id, expectedRevision: one.revision, reason: typed.reason })} told={t`The case is closed.`} onClose={end}>
          <LongField name="reason" label={t`Why`} required />
        </VerbDialog>
      ) : null}
      {open === "erase" && one.onHold ? <HeldCase onClose={end} /> : null}
      {open === "erase" && !one.onHold ? <EraseCase caseId={one.id} revision={one.revision} onClose={end} /> : null}
      {open === "merge" ? <MergeDialog caseId={one.id} onClose={end} /> : null}
      {open === "share" ? (
        <VerbDialog verb={Share} title={t`Share with another organization`} submit={t`Share`} defaults={{ organizationId: "" }} input={(typed: { organizationId: string }) => ({ caseId: one.id, organizationId: typed.organizationId })} told={t`The case is shared.`} onClose={end}>
          <OrganizationField name="organizationId" label={t`Organization`} required />
        </VerbDialog>
      ) : null}
    </>
  );
}
