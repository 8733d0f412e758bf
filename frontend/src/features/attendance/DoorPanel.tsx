import { ActionIcon, Alert, Button, Group, TextInput } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useCallback, useEffect, useState } from "react";
import { Empty, Panel } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import { useVerb } from "~/graph/verbs";
import { type Tap, sendWaiting, tapped, waiting } from "./door";

const Arrived = graphql(`
  mutation RecordArrival($input: RecordArrivalInput!) {
    recordArrival(input: $input) { __typename ... on RecordArrivalPayload { invitation { id came } } ... on UserError { message } }
  }
`);
const WalkIns = graphql(`
  mutation CountWalkIns($input: CountWalkInsInput!) {
    countWalkIns(input: $input) { __typename ... on CountWalkInsPayload { occasion { id attendance { id walkIns } } } ... on UserError { message } }
  }
`);

type Expected = { id: string; state: string; booked: boolean; partySize?: number | null; came?: number | null; person?: { name: string; office?: string | null } | null };

/** The list at the door, for a telephone: one tap for whoever came, a count for whoever was not asked. */
export function DoorPanel({ occasionId, expected, walkIns }: { occasionId: string; expected: readonly Expected[]; walkIns: number }) {
  const { t } = useLingui();
  const { send: arrive } = useVerb(Arrived);
  const { send: count } = useVerb(WalkIns);
  const [waits, setWaits] = useState<Tap[]>(waiting);
  const [refused, setRefused] = useState<string[]>([]);
  const [search, setSearch] = useState("");

  const sendAll = useCallback(async () => {
    const no = await sendWaiting(async (tap) => {
      const { refused: why } = tap.what === "arrival" ? await arrive({ invitationId: tap.id, came: tap.count, at: tap.at }) : await count({ occasionId: tap.id, walkIns: tap.count, at: tap.at });
      return why?.kind === "NotReached" ? { reached: false } : { reached: true, ...(why ? { refused: why.message } : {}) };
    });
    setWaits(waiting());
    if (no.length > 0) setRefused(no);
  }, [arrive, count]);

  useEffect(() => {
    const again = (): void => void sendAll();
    window.addEventListener("online", again);
    const clock = window.setInterval(() => { if (waiting().length > 0) again(); }, 15_000);
    again();
    return () => {
      window.removeEventListener("online", again);
      window.clearInterval(clock);
    };
  }, [sendAll]);

  const tap = (one: Tap): void => {
    tapped(one);
    setWaits(waiting());
    setRefused([]);
    void sendAll();
  };
  const now = (): string => new Date().toISOString();
  const cameOf = (one: Expected): number => waits.findLast((wait) => wait.what === "arrival" && wait.id === one.id)?.count ?? one.came ?? 0;
  const walked = waits.findLast((wait) => wait.what === "walkIns" && wait.id === occasionId)?.count ?? walkIns;
  const wanted = search.trim().toLocaleLowerCase();
  const shown = expected.filter((one) => !wanted || (one.person?.name ?? "").toLocaleLowerCase().includes(wanted));
  const there = expected.reduce((sum, one) => sum + cameOf(one), 0) + walked;
  return (
    <Panel title={t`At the door`} flush action={<strong role="status"><Plural value={there} one="# is here" other="# are here" /></strong>}>
      {waits.length > 0 ? <Alert color="yellow" m="sm"><Plural value={waits.length} one="# tap waits for a signal. Keep this page open." other="# taps wait for a signal. Keep this page open." /></Alert> : null}
      {refused.map((why) => <Alert key={why} color="red" m="sm" role="alert">{why}</Alert>)}
      <Group m="sm" justify="space-between">
        <TextInput aria-label={t`Search by name`} placeholder={t`Name`} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
        <Group gap={6}>
          <span><Trans>Not on the list: {walked}</Trans></span>
          <ActionIcon variant="default" size="lg" aria-label={t`One less who is not on the list`} disabled={walked === 0} onClick={() => tap({ what: "walkIns", id: occasionId, count: walked - 1, at: now() })}>−</ActionIcon>
          <ActionIcon variant="default" size="lg" aria-label={t`One more who is not on the list`} onClick={() => tap({ what: "walkIns", id: occasionId, count: walked + 1, at: now() })}>+</ActionIcon>
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
                    <ActionIcon variant="default" size="lg" aria-label={t`One more with ${name}`} onClick={() => tap({ what: "arrival", id: one.id, count: came + 1, at: now() })}>+</ActionIcon>
                    <Button variant="subtle" color="gray" aria-label={t`${name} did not come`} onClick={() => tap({ what: "arrival", id: one.id, count: 0, at: now() })}><Trans>Undo</Trans></Button>
                  </Group>
                ) : <Button size="md" aria-label={t`${name} came`} onClick={() => tap({ what: "arrival", id: one.id, count: one.partySize ?? 1, at: now() })}><Trans>Came</Trans></Button>}
              </Group>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
