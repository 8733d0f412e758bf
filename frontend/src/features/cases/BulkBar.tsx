import { Button, Menu, TextInput } from "@mantine/core";
import { plural } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { CaseChangeInput, Priority, Stage } from "~/graph/generated/graphql";
import { priorityWords, stageWords } from "~/language/words";
import type { Row } from "./boardWindows";
import { tagsIn } from "./CellEditor";
import { useColleagues } from "./colleagues";
import type { Selected } from "./selected";
import type { Ahead } from "./useCaseChanges";

export type Bulk = (changeOf: (row: Row) => { change: Omit<CaseChangeInput, "caseId">; ahead: Ahead }, told: (count: number) => string) => void;

/** Stages that people say; the others follow from facts. */
const SAID: readonly Stage[] = ["INTAKE", "SEEKING_COUNSEL"];

/** What can be done to all that is selected. Closing a case needs a reason of its own, and is done on its page. */
export function BulkBar({ selected, onBulk }: { selected: Selected; onBulk: Bulk }) {
  const { t, i18n } = useLingui();
  const colleagues = useColleagues();
  const [tag, setTag] = useState("");
  const count = selected.rows.length;
  const standing = [...new Set(selected.rows.flatMap((row) => row.tags))].sort();
  const counted = (done: number): string => plural(done, { one: "# case", other: "# cases" });
  const give = (tags: readonly string[]): void => {
    setTag("");
    if (tags.length) onBulk((row) => ({ change: { addTags: [...tags] }, ahead: { tags: [...new Set([...row.tags, ...tags])].sort() } }), (done) => t`Tagged ${counted(done)}: ${tags.join(", ")}.`);
  };
  return (
    <section className="bulk" aria-label={t`Selected cases`}>
      <strong role="status"><Plural value={count} one="# case selected" other="# cases selected" /></strong>
      <Menu>
        <Menu.Target><Button variant="default" size="compact-md"><Trans>Assign</Trans></Button></Menu.Target>
        <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
          {colleagues.map((one) => <Menu.Item key={one.id} onClick={() => onBulk(() => ({ change: { coordinatorId: one.id }, ahead: { coordinator: one } }), (done) => t`${one.name} looks after ${counted(done)} now.`)}>{one.name}</Menu.Item>)}
          <Menu.Divider />
          <Menu.Item onClick={() => onBulk(() => ({ change: { nobody: true }, ahead: { coordinator: null } }), (done) => t`Nobody looks after ${counted(done)} now.`)}><Trans>Nobody</Trans></Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Menu>
        <Menu.Target><Button variant="default" size="compact-md"><Trans>Priority</Trans></Button></Menu.Target>
        <Menu.Dropdown>{(Object.keys(priorityWords) as Priority[]).map((priority) => <Menu.Item key={priority} onClick={() => onBulk(() => ({ change: { priority }, ahead: { priority } }), (done) => t`${i18n._(priorityWords[priority])}: ${counted(done)}.`)}>{i18n._(priorityWords[priority])}</Menu.Item>)}</Menu.Dropdown>
      </Menu>
      <Menu>
        <Menu.Target><Button variant="default" size="compact-md"><Trans>Stage</Trans></Button></Menu.Target>
        <Menu.Dropdown>
          {SAID.map((stage) => <Menu.Item key={stage} onClick={() => onBulk(() => ({ change: { stage }, ahead: { stage } }), (done) => t`${i18n._(stageWords[stage])}: ${counted(done)}.`)}>{i18n._(stageWords[stage])}</Menu.Item>)}
          <Menu.Label><Trans>The other stages follow from a placement, a release or a closing.</Trans></Menu.Label>
        </Menu.Dropdown>
      </Menu>
      <form onSubmit={(event) => { event.preventDefault(); give(tagsIn(tag)); }}>
        <TextInput size="xs" w={150} aria-label={t`Add a tag`} placeholder={t`Add a tag`} value={tag} onChange={(event) => setTag(event.currentTarget.value)} maxLength={80} />
      </form>
      {standing.length ? (
        <Menu>
          <Menu.Target><Button variant="default" size="compact-md"><Trans>Take a tag off</Trans></Button></Menu.Target>
          <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>{standing.map((one) => <Menu.Item key={one} onClick={() => onBulk((row) => ({ change: { removeTags: [one] }, ahead: { tags: row.tags.filter((each) => each !== one) } }), (done) => t`Took the tag ${one} off ${counted(done)}.`)}>{one}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      ) : null}
      <Button variant="subtle" color="gray" size="compact-md" onClick={selected.clear}><Trans>Clear</Trans></Button>
    </section>
  );
}
