import { Button, Menu, SimpleGrid } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { OrganizationField } from "~/forms/choosers";
import { CheckField, ChoiceField, LanguageField, LongField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { Priority, Stage } from "~/graph/generated/graphql";
import { priorityWords, stageWords } from "~/language/words";
import { EraseCase, HeldCase } from "./EraseCase";
import { MergeDialog } from "./MergeCase";

export const EditablePart = graphql(`
  fragment EditableCase on Case {
    id revision may stage priority noPublicity onHold
    client { id publicName hasPublicName legalName aNumbers language identityShown }
  }
`);
const Update = graphql(`
  mutation UpdateCase($input: UpdateCaseInput!) {
    updateCase(input: $input) { __typename ... on UpdateCasePayload { case { id ...CaseHeader ...EditableCase } } ... on Invalid { field } ... on UserError { message } }
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

type Values = { publicName: string; legalName: string; aNumber: string; language: string; stage: Stage; priority: Priority; noPublicity: boolean };

export function EditCase({ of }: { of: FragmentType<typeof EditablePart> }) {
  const { t } = useLingui();
  const one = readFragment(EditablePart, of);
  const [open, setOpen] = useState<"edit" | "close" | "share" | "merge" | "erase">();
  const stages = useChoices(stageWords, ["INTAKE", "SEEKING_COUNSEL", "REPRESENTED", "AFTER_RELEASE"]);
  const priorities = useChoices(priorityWords);
  const end = (): void => setOpen(undefined);
  const may = (act: string): boolean => one.may.includes(act);
  if (!may("updateCase") && !may("closeCase") && !may("shareCase")) return null;
  const stands: Values = { publicName: one.client.hasPublicName ? one.client.publicName : "", legalName: one.client.legalName ?? "", aNumber: one.client.aNumbers.join(", "), language: one.client.language ?? "", stage: one.stage, priority: one.priority, noPublicity: one.noPublicity };
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
      {open === "edit" ? (
        <VerbDialog
          verb={Update}
          title={t`Edit the case`}
          submit={t`Save`}
          wide
          defaults={stands}
          // Only what was changed is sent, so that a field not for these eyes is never overwritten with nothing.
          input={(typed: Values) => ({
            caseId: one.id,
            expectedRevision: one.revision,
            ...(typed.publicName === stands.publicName ? {} : { publicName: said(typed.publicName) ?? null }),
            ...(typed.legalName === stands.legalName ? {} : { legalName: said(typed.legalName) ?? null }),
            ...(typed.aNumber === stands.aNumber ? {} : { aNumbers: typed.aNumber.split(",").map((part) => part.trim()).filter(Boolean) }),
            ...(typed.language === stands.language ? {} : { language: said(typed.language) ?? null }),
            ...(typed.stage === stands.stage ? {} : { stage: typed.stage }),
            ...(typed.priority === stands.priority ? {} : { priority: typed.priority }),
            ...(typed.noPublicity === stands.noPublicity ? {} : { noPublicity: typed.noPublicity }),
          })}
          told={t`Saved.`}
          onClose={end}
        >
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {one.client.identityShown ? <TextField name="legalName" label={t`Name, as given`} /> : null}
            {one.client.identityShown ? <TextField name="aNumber" label={t`A-number`} /> : null}
            <TextField name="publicName" label={t`Public name`} hint={t`First name and initial, never the surname`} />
            <LanguageField name="language" label={t`Language`} />
            {one.stage === "CLOSED" ? null : <ChoiceField name="stage" label={t`Stage`} required options={stages} />}
            <ChoiceField name="priority" label={t`Priority`} required options={priorities} />
          </SimpleGrid>
          <CheckField name="noPublicity" label={t`No publicity`} hint={t`Nothing about this case becomes public, whatever else is clicked.`} />
        </VerbDialog>
      ) : null}
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
