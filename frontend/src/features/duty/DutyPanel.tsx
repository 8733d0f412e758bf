import { Alert, Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Empty, Panel, Refusal, Tag } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { useVerb } from "~/graph/verbs";
import { moment, wallIn, zoneName } from "~/language/times";
import { type Turn, endsSoon, later, roundRobin } from "./rota";

export const DutyPart = graphql(`
  fragment Duty on Organization {
    id timeZone
    members { role person { id name } }
    dutyRota { id startsAt endsAt person { id name } deputy { id name } }
  }
`);
const Save = graphql(`
  mutation SaveDutyRota($input: SaveDutyRotaInput!) {
    saveDutyRota(input: $input) { __typename ... on SaveDutyRotaPayload { organization { id ...Duty } } ... on Invalid { field } ... on UserError { message } }
  }
`);

/** Who can be called at any hour: a list by turns, filled by keyboard or thumb, four weeks at a tap. */
export function DutyPanel({ of, maySave }: { of: FragmentType<typeof DutyPart>; maySave: boolean }) {
  const { t } = useLingui();
  const house = readFragment(DutyPart, of);
  const zone = house.timeZone;
  const { send, sending } = useVerb(Save);
  const [drafted, setDrafted] = useState<{ beginsAt: string; turns: Turn[] }>();
  const [refused, setRefused] = useState<string>();
  const people = house.members.filter((one) => one.role === "COORDINATOR").flatMap((one) => (one.person ? [one.person] : []));
  const rota = house.dutyRota;
  const now = Date.now();
  const end = rota.at(-1)?.endsAt;
  const edit = (): void => {
    const running = rota[0];
    // What is past stays: whoever is on duty now hands over from now on.
    const from = wallIn(new Date(now).toISOString(), zone);
    const turns = rota.map((one) => ({ personId: one.person?.id ?? "", deputyId: one.deputy?.id ?? "", startsAt: wallIn(one.startsAt, zone), endsAt: wallIn(one.endsAt, zone) }));
    const first = turns[0];
    if (first && running && Date.parse(running.startsAt) < now) first.startsAt = from;
    setDrafted({ beginsAt: first?.startsAt ?? from, turns });
  };
  const fill = (): void => {
    const at = drafted ?? { beginsAt: wallIn(new Date(now).toISOString(), zone), turns: [] };
    const from = at.turns.at(-1)?.endsAt ?? at.beginsAt;
    const last = people.findIndex((one) => one.id === at.turns.at(-1)?.personId);
    const order = [...people.slice(last + 1), ...people.slice(0, last + 1)].map((one) => one.id);
    setDrafted({ ...at, turns: [...at.turns, ...roundRobin(order, from)] });
  };
  const change = (index: number, part: Partial<Turn>): void => setDrafted((was) => was && { ...was, turns: was.turns.map((one, place) => (place === index ? { ...one, ...part } : one)) });
  const add = (): void => setDrafted((was) => was && { ...was, turns: [...was.turns, { personId: people[0]?.id ?? "", deputyId: "", startsAt: was.turns.at(-1)?.endsAt ?? was.beginsAt, endsAt: later(was.turns.at(-1)?.endsAt ?? was.beginsAt, 7) }] });
  const save = async (): Promise<void> => {
    if (!drafted) return;
    const beginsAt = drafted.turns[0]?.startsAt ?? drafted.beginsAt;
    const { refused: no } = await send({ organizationId: house.id, beginsAt, turns: drafted.turns.map((one) => ({ ...one, deputyId: one.deputyId || null })) });
    if (no) { setRefused(no.message); return; }
    setRefused(undefined);
    setDrafted(undefined);
    notifications.show({ message: t`The rota is saved.` });
  };
  const choices = people.map((one) => ({ value: one.id, label: one.name }));
  return (
    <Panel title={t`Who is on duty`} flush {...(maySave && !drafted ? { action: <><Button variant="default" size="compact-sm" onClick={edit}><Trans>Edit the rota</Trans></Button></> } : {})}>
      {endsSoon(end, now) && !drafted ? <Alert color="orange" m="md"><Trans>The rota ends {end ? moment(end, zone) : ""}. Afterwards each case's coordinator is called.</Trans></Alert> : null}
      {rota.length === 0 && !drafted ? <Empty title={t`No rota yet`}><Trans>Without one, each case's coordinator is called when somebody has not confirmed a change, then another coordinator, then the admin.</Trans></Empty> : null}
      {drafted ? (
        <form style={{ padding: 16 }} onSubmit={(event) => { event.preventDefault(); void save(); }}>
          <p className="quiet" style={{ marginTop: 0 }}>{zoneName(zone)}</p>
          <ol className="rows" style={{ padding: 0 }}>
            {drafted.turns.map((one, index) => (
              <li key={`${index}`}>
                <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
                  <legend className="quiet"><Trans>Turn {index + 1}</Trans></legend>
                  <Group gap="xs" align="flex-end">
                    <NativeSelect label={t`On duty`} data={choices} value={one.personId} onChange={(event) => change(index, { personId: event.currentTarget.value })} />
                    <NativeSelect label={t`Deputy`} data={[{ value: "", label: t`Nobody` }, ...choices]} value={one.deputyId} onChange={(event) => change(index, { deputyId: event.currentTarget.value })} />
                    <TextInput type="datetime-local" label={t`From`} value={one.startsAt} onChange={(event) => change(index, { startsAt: event.currentTarget.value })} required />
                    <TextInput type="datetime-local" label={t`Until`} value={one.endsAt} onChange={(event) => change(index, { endsAt: event.currentTarget.value })} required />
                    <Button variant="subtle" color="gray" size="compact-sm" aria-label={t`Take out turn ${index + 1}`} onClick={() => setDrafted({ ...drafted, turns: drafted.turns.filter((_, place) => place !== index) })}><Trans>Take out</Trans></Button>
                  </Group>
                </fieldset>
              </li>
            ))}
          </ol>
          {refused ? <Refusal>{refused}</Refusal> : null}
          <Group mt="md">
            <Button type="submit" loading={sending}><Trans>Save the rota</Trans></Button>
            <Button variant="default" onClick={fill} disabled={people.length === 0}><Trans>Fill the next 4 weeks in turn</Trans></Button>
            <Button variant="default" onClick={add} disabled={people.length === 0}><Trans>Add a turn</Trans></Button>
            <Button variant="subtle" color="gray" onClick={() => { setDrafted(undefined); setRefused(undefined); }}><Trans>Leave it as it was</Trans></Button>
          </Group>
        </form>
      ) : (
        <ul className="rows">
          {rota.map((one) => (
            <li key={one.id}>
              <strong>{one.person?.name}</strong> {Date.parse(one.startsAt) <= now ? <Tag tone="green"><Trans>now</Trans></Tag> : null}
              <div className="quiet">{moment(one.startsAt, zone)} – {moment(one.endsAt, zone)}{one.deputy ? <> · <Trans>deputy {one.deputy.name}</Trans></> : null}</div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
