import { Checkbox, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { CaseNumber, Tag } from "~/design/pieces";
import { VerbButton } from "~/forms/VerbButton";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { TaskRowFragment } from "~/graph/generated/graphql";
import { useVerb } from "~/graph/verbs";
import { date, fromNow } from "~/language/times";

export const TaskRow = graphql(`
  fragment TaskRow on Task { id revision title dueAt doneAt raisedBy owner { id name } doneBy { id name } case { id shortId client { id publicName } } }
`);
const Complete = graphql(`
  mutation CompleteTask($input: CompleteTaskInput!) {
    completeTask(input: $input) { __typename ... on CompleteTaskPayload { task { id ...TaskRow } } ... on UserError { message } }
  }
`);
const Reopen = graphql(`
  mutation ReopenTask($input: ReopenTaskInput!) {
    reopenTask(input: $input) { __typename ... on ReopenTaskPayload { task { id ...TaskRow } } ... on UserError { message } }
  }
`);

/** What has to be done at once is raised with the hour it is: nobody is late before they could read it. */
const AN_HOUR = 3_600_000;

export function TaskList({ tasks, withCase = false }: { tasks: readonly FragmentType<typeof TaskRow>[]; withCase?: boolean }) {
  const { t } = useLingui();
  const { send } = useVerb(Complete);
  const complete = async (id: string, revision: number, title: string): Promise<void> => {
    const { done, refused } = await send({ taskId: id, expectedRevision: revision });
    if (refused) {
      notifications.show({ color: "red", message: refused.message });
      return;
    }
    const after = readFragment(TaskRow, done.task);
    notifications.show({ autoClose: 12_000, message: <Group justify="space-between"><span>{t`Done: ${title}`}</span><VerbButton verb={Reopen} label={t`Undo`} told={t`Open again.`} input={{ taskId: id, expectedRevision: after.revision }} /></Group> });
  };
  const all = tasks.map((part) => readFragment(TaskRow, part));
  const done = all.filter((task) => task.doneAt).toSorted((one, other) => Date.parse(other.doneAt ?? "") - Date.parse(one.doneAt ?? ""));
  const shown = (some: readonly TaskRowFragment[]) => (
    <ul className="rows">
      {some.map((task) => {
        const past = task.dueAt && !task.doneAt ? Date.now() - new Date(task.dueAt).getTime() : -1;
        return (
          <li key={task.id}>
            <Group align="flex-start" wrap="nowrap" gap="sm">
              {/* Around the box, so that a thumb finds it. */}
              <label className="tap" htmlFor={`done-${task.id}`}><Checkbox id={`done-${task.id}`} aria-label={t`Done: ${task.title}`} checked={Boolean(task.doneAt)} disabled={Boolean(task.doneAt)} onChange={() => void complete(task.id, task.revision, task.title)} mt={2} /></label>
              <div style={{ flex: 1 }}>
                <div style={{ textDecoration: task.doneAt ? "line-through" : undefined }}>{task.title}</div>
                <div className="quiet">{[task.owner?.name, task.dueAt ? `${date(task.dueAt)} (${fromNow(task.dueAt)})` : null].filter(Boolean).join(" · ")}{withCase && task.case ? <> · <Link to="/cases/$shortId" params={{ shortId: task.case.shortId }} className="plain"><CaseNumber>{task.case.shortId}</CaseNumber> {task.case.client.publicName === task.case.shortId ? "" : task.case.client.publicName}</Link></> : null}</div>
              </div>
              {past > AN_HOUR ? <Tag tone="red"><Trans>Late</Trans></Tag> : past >= 0 ? <Tag tone="orange"><Trans>Now</Trans></Tag> : null}
            </Group>
          </li>
        );
      })}
    </ul>
  );
  return (
    <>
      {shown(all.filter((task) => !task.doneAt).toSorted((one, other) => dueBy(one) - dueBy(other)))}
      {done.length > 0 ? <details className="folded-rows"><summary className="quiet"><Plural value={done.length} one="# task done" other="# tasks done" /></summary>{shown(done)}</details> : null}
    </>
  );
}

/** What is due on no day comes last. */
function dueBy(task: { dueAt: string | null }): number {
  return task.dueAt ? Date.parse(task.dueAt) : Number.POSITIVE_INFINITY;
}
