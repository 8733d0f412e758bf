import { Alert, Group, Stack } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useWatch } from "react-hook-form";
import { CaseNumber } from "~/design/pieces";
import { CaseField } from "~/forms/choosers";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { date } from "~/language/times";
import { BothFiles, type Merging, taken } from "./BothFiles";

export const MergesPart = graphql(`
  fragment MergesOfCase on Case {
    id may
    mergedInto { id shortId }
    merges { id mergedAt undoneAt mergedCase { id shortId } mergedBy { id name } }
  }
`);
const Merge = graphql(`
  mutation MergeCases($input: MergeCasesInput!) {
    mergeCases(input: $input) { __typename ... on MergeCasesPayload { case { id ...CaseHeader } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Undo = graphql(`
  mutation UndoMerge($input: UndoMergeInput!) {
    undoMerge(input: $input) { __typename ... on UndoMergePayload { case { id ...CaseHeader } mergedCase { id shortId } } ... on UserError { message } }
  }
`);
/** One person, two files: the other one is taken into this one, whole. */
export function MergeDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <VerbDialog verb={Merge} title={t`Merge with another case`} submit={t`Merge`} wide defaults={{ mergedCaseId: "", take: {} } satisfies Merging} input={(typed: Merging) => ({ keptCaseId: caseId, mergedCaseId: typed.mergedCaseId, take: taken(typed.take) })} told={t`Merged. It can be undone on this page.`} onClose={onClose}>
      <p className="quiet" style={{ margin: 0 }}><Trans>When two calls were about one person: this case is kept, and everything of the other one moves here. It can be undone.</Trans></p>
      <CaseField name="mergedCaseId" label={t`The other case`} hint={t`Type its number, an A-number, or a name.`} required but={[caseId]} />
      <Compared keptId={caseId} />
    </VerbDialog>
  );
}

function Compared({ keptId }: { keptId: string }) {
  const otherId = useWatch<Merging, "mergedCaseId">({ name: "mergedCaseId" });
  return otherId ? <BothFiles key={otherId} keptId={keptId} otherId={otherId} /> : null;
}

/** What became of two cases, with the way back beside it. */
export function MergesNote({ of }: { of: FragmentType<typeof MergesPart> }) {
  const { t } = useLingui();
  const one = readFragment(MergesPart, of);
  const standing = one.merges.filter((merge) => !merge.undoneAt);
  const into = one.mergedInto;
  if (!into && standing.length === 0) return null;
  return (
    <Alert color="yellow" radius={0} py="xs">
      <Stack gap={6}>
        {into ? <div><Trans>This case was merged into <Link to="/cases/$shortId" params={{ shortId: into.shortId }} className="plain unbroken">{into.shortId}</Link>. Go on there.</Trans></div> : null}
        {standing.map((merge) => (
          <Group key={merge.id} gap="sm">
            <span>{merge.mergedCase ? <Trans><CaseNumber>{merge.mergedCase.shortId}</CaseNumber> was merged into this case on {date(merge.mergedAt)}.</Trans> : <Trans>Another case was merged into this one on {date(merge.mergedAt)}.</Trans>} {merge.mergedBy?.name}</span>
            {one.may.includes("mergeCases") ? <VerbButton verb={Undo} label={t`Undo the merge`} input={{ mergeId: merge.id }} told={t`Two cases again, as they were.`} /> : null}
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}
