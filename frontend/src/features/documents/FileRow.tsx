import { Button, Group, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Tag } from "~/design/pieces";
import { ChoiceField, useChoices } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { FileAudience } from "~/graph/generated/graphql";
import { useVerb } from "~/graph/verbs";
import { WRITTEN_AS, currentLanguage } from "~/language/i18n";
import { date } from "~/language/times";
import { Word } from "~/language/Word";
import { fileAudienceWords } from "~/language/words";
import { FileViewer, canView } from "./FileViewer";

export const FilePart = graphql(`
  fragment FileRow on CaseFile { id revision name kind size audience addedAt addedBy { id name } takenAwayAt takenAwayBy { id name } }
`);
const Share = graphql(`
  mutation ShareFile($input: ShareFileInput!) {
    shareFile(input: $input) { __typename ... on ShareFilePayload { case { id ...DocumentsOfCase } } ... on NotCleared { missing } ... on UserError { message } }
  }
`);
const TakeAway = graphql(`
  mutation TakeFileAway($input: TakeFileAwayInput!) {
    takeFileAway(input: $input) { __typename ... on TakeFileAwayPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }
  }
`);
const PutBack = graphql(`
  mutation PutFileBack($input: PutFileBackInput!) {
    putFileBack(input: $input) { __typename ... on PutFileBackPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }
  }
`);

/** A size as people say it: "340 kB", "2.4 MB". */
export function sizeSaid(bytes: number): string {
  const [unit, amount] = bytes < 1_000_000 ? ["kilobyte", Math.max(1, Math.round(bytes / 1000))] : ["megabyte", bytes / 1_000_000];
  return new Intl.NumberFormat(WRITTEN_AS[currentLanguage()], { style: "unit", unit: unit as string, unitDisplay: "short", maximumFractionDigits: 1 }).format(amount as number);
}

export function FileRow({ of, may }: { of: FragmentType<typeof FilePart>; may: readonly string[] }) {
  const { t } = useLingui();
  const file = readFragment(FilePart, of);
  const [sharing, setSharing] = useState(false);
  const [viewing, setViewing] = useState(false);
  const audiences = useChoices(fileAudienceWords);
  const { send } = useVerb(TakeAway);
  const name = file.name ?? "";
  const takeAway = async (): Promise<void> => {
    const { refused } = await send({ fileId: file.id, expectedRevision: file.revision });
    if (refused) {
      notifications.show({ color: "red", message: refused.message });
      return;
    }
    notifications.show({ autoClose: 15_000, message: <Group justify="space-between"><span>{t`Taken away: ${name}. For seven days it can be put back.`}</span><VerbButton verb={PutBack} label={t`Undo`} told={t`It is there again.`} input={{ fileId: file.id, expectedRevision: file.revision + 1 }} /></Group> });
  };
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
      <div style={{ minWidth: 0, overflowWrap: "anywhere" }}>
        <a href={`/files/${file.id}`}>{name}</a>
        <div className="quiet">{[sizeSaid(file.size), date(file.addedAt), file.addedBy?.name].filter(Boolean).join(" · ")}</div>
      </div>
      <Group gap={6} wrap="nowrap">
        {canView(file.kind, file.size) ? <Button size="compact-sm" variant="default" aria-label={t`View ${name}`} onClick={() => setViewing(true)}><Trans>View</Trans></Button> : null}
        {file.audience === "LEGAL_TEAM" ? null : <Tag tone={file.audience === "ADVOCATES" ? "orange" : "blue"}><Word of={file.audience} in={fileAudienceWords} /></Tag>}
        {may.includes("shareFile") || may.includes("takeFileAway") ? (
          <Menu position="bottom-end">
            <Menu.Target><Button size="compact-sm" variant="subtle" color="gray" aria-label={t`More about ${name}`}>⋯</Button></Menu.Target>
            <Menu.Dropdown>
              {may.includes("shareFile") ? <Menu.Item onClick={() => setSharing(true)}><Trans>Who may open it</Trans></Menu.Item> : null}
              {may.includes("takeFileAway") ? <Menu.Item onClick={() => void takeAway()}><Trans>Take it away</Trans></Menu.Item> : null}
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </Group>
      {viewing ? <FileViewer id={file.id} name={name} kind={file.kind} onClose={() => setViewing(false)} /> : null}
      {sharing ? (
        <VerbDialog verb={Share} title={t`Who may open ${name}?`} submit={t`Save`} defaults={{ audience: file.audience } satisfies { audience: FileAudience }} input={(typed: { audience: FileAudience }) => ({ fileId: file.id, expectedRevision: file.revision, audience: typed.audience })} told={t`Saved who may open it.`} onClose={() => setSharing(false)}>
          <ChoiceField name="audience" label={t`Who`} required options={audiences} hint={t`Advocates get a copy without author and place, while the client's consent stands; what can't be cleaned of these is not shared. What a picture or text shows stays in it: look first.`} />
        </VerbDialog>
      ) : null}
    </Group>
  );
}

/** What was taken away, until it is gone for good. */
export function TakenAway({ of, may }: { of: FragmentType<typeof FilePart>; may: readonly string[] }) {
  const { t } = useLingui();
  const file = readFragment(FilePart, of);
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <div style={{ minWidth: 0, overflowWrap: "anywhere" }}>
        {file.name}
        <div className="quiet">{[file.takenAwayAt ? t`taken away ${date(file.takenAwayAt)}` : null, file.takenAwayBy?.name].filter(Boolean).join(" · ")}</div>
      </div>
      {may.includes("putFileBack") ? <VerbButton verb={PutBack} label={t`Put back`} aria-label={t`Put back ${file.name ?? ""}`} told={t`It is there again.`} input={{ fileId: file.id, expectedRevision: file.revision }} /> : null}
    </Group>
  );
}
