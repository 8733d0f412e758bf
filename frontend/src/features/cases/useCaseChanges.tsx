import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useLingui } from "@lingui/react/macro";
import { createRequest } from "@urql/core";
import { useCallback, useRef, useState } from "react";
import { useClient } from "urql";
import { graphql } from "~/graph/generated";
import type { CaseChangeInput, Priority, Stage } from "~/graph/generated/graphql";
import { useVerb } from "~/graph/verbs";
import type { Row } from "./boardWindows";

const UpdateCases = graphql(`
  mutation UpdateCases($input: UpdateCasesInput!) {
    updateCases(input: $input) {
      __typename
      ... on UpdateCasesPayload {
        changed { case { id shortId revision stage priority tags coordinator { id name } } back { caseId expectedRevision stage priority coordinatorId nobody addTags removeTags } }
        notChanged { caseId message }
      }
      ... on UserError { message }
    }
  }
`);
const WhoChanged = graphql(`
  query WhoChangedCase($shortId: String!) {
    case(shortId: $shortId) { id revision stage priority tags coordinator { id name } trail(first: 10) { edges { node { seq by act } } } }
  }
`);

/** What a row shows before the server has answered. */
export type Ahead = { stage?: Stage; priority?: Priority; coordinator?: { id: string; name: string } | null; tags?: readonly string[] };

/** Long enough to read it, to be startled, and to find the button. */
const TOAST = 15_000;
/** The server changes so many at once. */
export const MOST = 200;

export function aheadOf(row: Row, ahead: Ahead | undefined): Row {
  return ahead ? { ...row, ...ahead, tags: [...(ahead.tags ?? row.tags)] } : row;
}

type Sent = { row: Row; change: Omit<CaseChangeInput, "caseId">; ahead: Ahead };

/**
 * Changes of one case or of many: shown at once, told in one sentence with whatever was refused, and taken back as a
 * whole. `told` says what was done to so many.
 */
export function useCaseChanges() {
  const { t } = useLingui();
  const client = useClient();
  const { send } = useVerb(UpdateCases);
  const [aheads, setAheads] = useState<ReadonlyMap<string, Ahead>>(new Map());
  const last = useRef<{ backs: readonly CaseChangeInput[]; toast: string } | undefined>(undefined);

  const settle = useCallback((ids: readonly string[]): void => setAheads((now) => new Map([...now].filter(([id]) => !ids.includes(id)))), []);

  const takeBack = useCallback(
    async (backs: readonly CaseChangeInput[], toast: string): Promise<void> => {
      if (last.current?.backs === backs) last.current = undefined;
      notifications.hide(toast);
      const { done, refused } = await send({ changes: [...backs] });
      if (refused) {
        notifications.show({ color: "red", message: t`Not taken back: ${refused.message}`, autoClose: TOAST });
        return;
      }
      const left = done.notChanged.length;
      notifications.show({ color: left ? "orange" : "teal", message: left ? t`${done.changed.length} taken back, ${left} not: ${done.notChanged[0]?.message}` : t`Taken back.`, autoClose: TOAST });
    },
    [send, t],
  );

  const change = useCallback(
    async (sent: readonly Sent[], told: (count: number) => string): Promise<void> => {
      const ids = sent.map((one) => one.row.id);
      setAheads((now) => new Map([...now, ...sent.map((one): [string, Ahead] => [one.row.id, { ...now.get(one.row.id), ...one.ahead }])]));
      const { done, refused } = await send({ changes: sent.map(({ row, change: what }) => ({ caseId: row.id, ...what })) });
      settle(ids);
      if (refused) {
        notifications.show({ color: "red", message: refused.message, autoClose: TOAST });
        const only = sent.length === 1 ? sent[0] : undefined;
        if (refused.kind === "ChangedMeanwhile" && only) {
          // What it says now comes with the name of whoever wrote it, for those who may read the trail.
          const { data } = await client.executeQuery(createRequest(WhoChanged, { shortId: only.row.shortId }), { requestPolicy: "network-only" }).toPromise();
          const by = data?.case?.trail?.edges.find(({ node }) => node.act === "case.updated")?.node.by;
          if (by) {
            // The words of the trail are many, and rarely needed here.
            const { actorSaid } = await import("~/language/server");
            notifications.show({ color: "orange", message: t`${only.row.shortId} was changed meanwhile by ${actorSaid(by)}. The row shows what it says now.`, autoClose: TOAST });
          }
        }
        return;
      }
      const backs = done.changed.flatMap((one) => (one.back ? [one.back as CaseChangeInput] : []));
      const left = done.notChanged;
      const shortIds = new Map(sent.map((one) => [one.row.id, one.row.shortId]));
      const message = left.length ? t`${told(done.changed.length)} Not done for ${left.length}: ${left.slice(0, 3).map((one) => `${shortIds.get(one.caseId) ?? ""} – ${one.message}`).join(" ")}` : told(done.changed.length);
      const toast = `changed-${Date.now()}`;
      last.current = backs.length ? { backs, toast } : undefined;
      notifications.show({
        id: toast,
        color: left.length ? "orange" : "teal",
        autoClose: TOAST,
        message: backs.length ? <Group justify="space-between" wrap="nowrap" gap="sm"><span>{message}</span><Button size="compact-sm" variant="default" onClick={() => void takeBack(backs, toast)}>{t`Undo`}</Button></Group> : message,
      });
    },
    [client, send, settle, t, takeBack],
  );

  /** By the keys that every sheet knows; nothing happens when there is nothing to take back. */
  const undo = useCallback((): void => {
    if (last.current) void takeBack(last.current.backs, last.current.toast);
  }, [takeBack]);

  return { aheads, change, undo };
}
