import { ActionIcon, Alert, Button, Group, TextInput } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Empty, Panel } from "~/design/pieces";
import { doOrQueue } from "~/graph/sending";
import { type Waiting, useWaiting } from "~/graph/waiting";

type Expected = { id: string; state: string; booked: boolean; partySize?: number | null; came?: number | null; person?: { name: string; office?: string | null } | null };

/** What was tapped last of one key and has not been sent, nor refused. */
function lastTap(waits: readonly Waiting[], key: string): number | undefined {
  const found = waits.findLast((one) => one.key === key && !one.refused)?.input;
  const count = found?.["came"] ?? found?.["walkIns"];
  return typeof count === "number" ? count : undefined;
}

/** The list at the door, for a telephone: one tap for whoever came, a count for whoever was not asked. */
export function DoorPanel({ occasionId, expected, walkIns }: { occasionId: string; expected: readonly Expected[]; walkIns: number }) {
  const { t } = useLingui();
  const waits = useWaiting();
  const [search, setSearch] = useState("");

  const tap = (verb: "recordArrival" | "countWalkIns", id: string, count: number): void => {
    const at = new Date().toISOString();
    const said = { key: `${verb} ${id}`, wordless: true, about: t`At the door`, at };
    void (verb === "recordArrival" ? doOrQueue(verb, { invitationId: id, came: count, at }, said) : doOrQueue(verb, { occasionId: id, walkIns: count, at }, said));
  };
  const cameOf = (one: Expected): number => lastTap(waits, `recordArrival ${one.id}`) ?? one.came ?? 0;
  const walked = lastTap(waits, `countWalkIns ${occasionId}`) ?? walkIns;
  const taps = waits.filter((wait) => wait.wordless && !wait.refused).length;
  const wanted = search.trim().toLocaleLowerCase();
  const shown = expected.filter((one) => !wanted || (one.person?.name ?? "").toLocaleLowerCase().includes(wanted));
  const there = expected.reduce((sum, one) => sum + cameOf(one), 0) + walked;
  return (
    <Panel title={t`At the door`} flush action={<strong role="status"><Plural value={there} one="# is here" other="# are here" /></strong>}>
      {taps > 0 ? <Alert color="yellow" m="sm"><Plural value={taps} one="# tap waits for a signal. Keep this page open." other="# taps wait for a signal. Keep this page open." /></Alert> : null}
      <Group m="sm" justify="space-between">
        <TextInput aria-label={t`Search by name`} placeholder={t`Name`} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
        <Group gap={6}>
          <span><Trans>Not on the list: {walked}</Trans></span>
          <ActionIcon variant="default" size="lg" aria-label={t`One less who is not on the list`} disabled={walked === 0} onClick={() => tap("countWalkIns", occasionId, walked - 1)}>−</ActionIcon>
          <ActionIcon variant="default" size="lg" aria-label={t`One more who is not on the list`} onClick={() => tap("countWalkIns", occasionId, walked + 1)}>+</ActionIcon>
        </Group>
      </Group>
      {expected.length === 0 ? <Empty title={t`No one has said that they come`}><Trans>Count whoever comes with +.</Trans></Empty> : null}
      <ul className="rows">
        {shown.map((one) => {
          const came = cameOf(one);
          const name = one.person?.name ?? t`Someone`;
          return (
            <li key={one.id}>
              <Group justify="space-between" wrap="nowrap">
                <div><strong>{name}</strong> <span className="quiet">{one.person?.office}{one.partySize && one.partySize > 1 ? <> · <Trans>party of {one.partySize}</Trans></> : null}{one.booked ? <> · <Trans>booked</Trans></> : null}</span></div>
                {came > 0 ? (
                  <Group gap={6} wrap="nowrap">
                    <span>{came}</span>
                    <ActionIcon variant="default" size="lg" aria-label={t`One more with ${name}`} onClick={() => tap("recordArrival", one.id, came + 1)}>+</ActionIcon>
                    <Button variant="subtle" color="gray" aria-label={t`${name} did not come`} onClick={() => tap("recordArrival", one.id, 0)}><Trans>Undo</Trans></Button>
                  </Group>
                ) : <Button size="md" aria-label={t`${name} came`} onClick={() => tap("recordArrival", one.id, one.partySize ?? 1)}><Trans>Came</Trans></Button>}
              </Group>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
