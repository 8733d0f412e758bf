import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useLingui } from "@lingui/react/macro";
import { graphql } from "~/graph/generated";
import type { InboxMarking } from "~/graph/generated/graphql";
import { useVerb } from "~/graph/verbs";

const MarkEntries = graphql(`
  mutation MarkEntries($input: MarkEntriesInput!) {
    markEntries(input: $input) { __typename ... on MarkEntriesPayload { entries { id read snoozedUntil } } ... on UserError { message } }
  }
`);

/** Marks entries. The page shows it before the server has answered (`graph/optimism.ts`); what it refuses is taken back, and why is said. */
export function useMarking(): (ids: readonly string[], mark: InboxMarking, told?: string) => Promise<void> {
  const { t } = useLingui();
  const { send } = useVerb(MarkEntries);
  const marking = async (ids: readonly string[], mark: InboxMarking, told?: string): Promise<void> => {
    if (ids.length === 0) return;
    const { refused } = await send({ entries: [...ids], mark });
    if (refused) {
      notifications.show({ color: "red", message: t`It is as it was before. ${refused.message}`, autoClose: 15_000 });
      return;
    }
    if (!told) return;
    const id = `marked ${mark} ${ids[0]}`;
    notifications.show({
      id,
      autoClose: 12_000,
      message: <Group justify="space-between" wrap="nowrap"><span>{told}</span><Button variant="default" size="compact-sm" onClick={() => { notifications.hide(id); void marking(ids, "UNREAD"); }}>{t`Undo`}</Button></Group>,
    });
  };
  return marking;
}
