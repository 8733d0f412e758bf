import { ActionIcon, Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Trans, useLingui } from "@lingui/react/macro";
import { Suspense, lazy, useEffect, useRef, useState } from "react";
import { useQuery } from "urql";
import { DropDivider, DropItem, DropMenu } from "~/design/DropMenu";
import { Icon } from "~/design/Icon";
import { graphql } from "~/graph/generated";
import type { SavedViewsQuery } from "~/graph/generated/graphql";
import { useVerb } from "~/graph/verbs";
import { type BoardLook, addressOf, lookOf } from "./boardLook";

const NameDialog = lazy(() => import("./NameView").then((found) => ({ default: found.NameDialog })));

const Views = graphql(`
  query SavedViews {
    viewer { organization { id savedViews { id revision name address shared mine favourite opensWith savedBy { id name } } } }
  }
`);
const Share = graphql(`
  mutation ShareView($input: ShareViewInput!) {
    shareView(input: $input) { __typename ... on ShareViewPayload { savedView { id revision shared } } ... on UserError { message } }
  }
`);
const Remove = graphql(`
  mutation RemoveView($input: RemoveViewInput!) {
    removeView(input: $input) { __typename ... on RemoveViewPayload { savedView { id revision } organization { id savedViews { id } } } ... on UserError { message } }
  }
`);
const PutBack = graphql(`
  mutation PutBackView($input: PutBackViewInput!) {
    putBackView(input: $input) { __typename ... on PutBackViewPayload { savedView { id revision } organization { id savedViews { id } } } ... on UserError { message } }
  }
`);
const Mark = graphql(`
  mutation MarkView($input: MarkViewInput!) {
    markView(input: $input) { __typename ... on MarkViewPayload { savedView { id favourite opensWith } organization { id savedViews { id opensWith } } } ... on UserError { message } }
  }
`);

type View = NonNullable<NonNullable<SavedViewsQuery["viewer"]>["organization"]>["savedViews"][number];
const TOAST = 15_000;

/**
 * Views of the board under names: a tab for each favourite, the rest in a menu. What the board shows stands in its
 * address, so a view is a link; `onOpen` is given what such an address says.
 */
export function SavedViews({ look, organizationId, onOpen }: { look: BoardLook; organizationId: string; onOpen: (said: Record<string, unknown>) => void }) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: Views });
  const views = data?.viewer?.organization?.savedViews;
  const [naming, setNaming] = useState<View | "new">();
  const { send: share } = useVerb(Share);
  const { send: remove } = useVerb(Remove);
  const { send: putBack } = useVerb(PutBack);
  const { send: mark } = useVerb(Mark);
  const address = addressOf(look);
  const here = views?.find((one) => one.address === address);

  // The board opens with the view that was chosen for it, unless the address asks for something already.
  const opened = useRef(Object.keys(look).length > 0);
  useEffect(() => {
    if (opened.current || !views) return;
    opened.current = true;
    const first = views.find((one) => one.opensWith);
    if (first) onOpen(lookOf(first.address));
  }, [views, onOpen]);

  const told = (message: string): void => void notifications.show({ message, autoClose: TOAST });
  const refused = (message: string): void => void notifications.show({ color: "red", message, autoClose: TOAST });
  const onRemove = async (view: View): Promise<void> => {
    const { done, refused: why } = await remove({ viewId: view.id, expectedRevision: view.revision });
    if (why) return refused(why.message);
    const toast = `view-${view.id}`;
    const back = async (): Promise<void> => {
      notifications.hide(toast);
      const answer = await putBack({ viewId: view.id, expectedRevision: done.savedView.revision });
      if (answer.refused) refused(answer.refused.message);
    };
    notifications.show({ id: toast, autoClose: TOAST, message: <Group justify="space-between" wrap="nowrap"><span>{t`The view ${view.name} was taken away.`}</span><Button size="compact-sm" variant="default" onClick={() => void back()}>{t`Undo`}</Button></Group> });
  };
  const onShare = async (view: View): Promise<void> => {
    const { refused: why } = await share({ viewId: view.id, shared: !view.shared, expectedRevision: view.revision });
    if (why) refused(why.message);
    else told(view.shared ? t`Only you have the view ${view.name} now.` : t`Everybody in your organization has the view ${view.name} now. What each sees in it stays what they may see.`);
  };
  const onMark = async (view: View, what: { favourite?: boolean; opensWith?: boolean }): Promise<void> => {
    const { refused: why } = await mark({ viewId: view.id, ...what });
    if (why) refused(why.message);
  };
  const copy = async (view: View): Promise<void> => {
    await navigator.clipboard.writeText(`${window.location.origin}${window.location.pathname}?${view.address}`);
    told(t`Link copied.`);
  };
  const tabs = (views ?? []).filter((one) => one.favourite || one.id === here?.id);
  return (
    <nav className="views" aria-label={t`Views of the board`}>
      <Button size="compact-md" variant={address === "" ? "light" : "subtle"} {...(address === "" ? { "aria-current": "page" as const } : { color: "gray" })} onClick={() => onOpen({})}><Trans>All cases</Trans></Button>
      {tabs.map((one) => <Button key={one.id} size="compact-md" variant={one === here ? "light" : "subtle"} {...(one === here ? { "aria-current": "page" as const } : { color: "gray" })} onClick={() => onOpen(lookOf(one.address))}>{one.name}</Button>)}
      <DropMenu position="bottom-start" target={<Button size="compact-md" variant="subtle" color="gray"><Trans>Views</Trans></Button>}>
          {(views ?? []).map((one) => <DropItem key={one.id} onClick={() => onOpen(lookOf(one.address))}>{one.name}{one.mine ? null : <Text span size="xs" c="dimmed"> · {one.savedBy?.name}</Text>}{one.shared && one.mine ? <Text span size="xs" c="dimmed"> · {t`shared`}</Text> : null}</DropItem>)}
          {views?.length ? <DropDivider /> : null}
          <DropItem onClick={() => setNaming("new")} leftSection={<Icon name="plus" size={14} />}><Trans>Save this view</Trans></DropItem>
        </DropMenu>
      {here ? (
        <DropMenu position="bottom-start" target={<ActionIcon variant="subtle" color="gray" size={30} aria-label={t`About the view ${here.name}`}><Icon name="more" size={16} /></ActionIcon>}>
            <DropItem onClick={() => void onMark(here, { favourite: !here.favourite })}>{here.favourite ? t`Take out of my favourites` : t`Add to my favourites`}</DropItem>
            <DropItem onClick={() => void onMark(here, { opensWith: !here.opensWith })}>{here.opensWith ? t`Open my board with all cases` : t`Open my board with this view`}</DropItem>
            <DropItem leftSection={<Icon name="copy" size={14} />} onClick={() => void copy(here)}><Trans>Copy the link</Trans></DropItem>
            {here.mine ? <DropItem onClick={() => setNaming(here)}><Trans>Rename</Trans></DropItem> : null}
            {here.mine ? <DropItem onClick={() => void onShare(here)}>{here.shared ? t`Keep to myself` : t`Share with my organization`}</DropItem> : null}
            {here.mine || here.shared ? <DropItem color="red" onClick={() => void onRemove(here)}><Trans>Take the view away</Trans></DropItem> : null}
          </DropMenu>
      ) : null}
      {naming ? <Suspense><NameDialog view={naming === "new" ? undefined : naming} address={address} searched={Boolean(look.q)} organizationId={organizationId} onClose={() => setNaming(undefined)} /></Suspense> : null}
    </nav>
  );
}
