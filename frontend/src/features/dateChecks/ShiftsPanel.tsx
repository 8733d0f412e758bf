import { Button, CopyButton, Group } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Empty, Panel, Tag } from "~/design/pieces";
import { ChoiceField, TextField, WrittenLanguageField } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { fromNow, moment } from "~/language/times";
import { telephone } from "~/language/telephone";
import { Word } from "~/language/Word";
import { shiftEndWords } from "~/language/words";

export const ShiftsPart = graphql(`
  fragment Shifts on Organization {
    id timeZone
    shifts { id name phone runs beginsAt endsAt boundAt promisedAt refusedAt lastUsedAt endedAt endedBy checked given startedBy { id name } }
  }
`);

const Start = graphql(`
  mutation StartShift($input: StartShiftInput!) {
    startShift(input: $input) { __typename ... on StartShiftPayload { address code shift { id name phone } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const End = graphql(`
  mutation EndShift($input: EndShiftInput!) {
    endShift(input: $input) { __typename ... on EndShiftPayload { shift { id runs endedAt endedBy } } ... on UserError { message } }
  }
`);
const EndAll = graphql(`
  mutation EndShifts($input: EndShiftsInput!) {
    endShifts(input: $input) { __typename ... on EndShiftsPayload { ended } ... on UserError { message } }
  }
`);

type Made = { address: string; code: string; shift: { name: string; phone?: string | null | undefined } };

/** Volunteers who ring the court's line: start a shift, see who checked how much, end one or all. */
export function ShiftsPanel({ of, mayStart, onChanged }: { of: FragmentType<typeof ShiftsPart>; mayStart: boolean; onChanged: () => void }) {
  const { t, i18n } = useLingui();
  const house = readFragment(ShiftsPart, of);
  const [starting, setStarting] = useState(false);
  const [made, setMade] = useState<Made>();
  const running = house.shifts.filter((one) => one.runs).length;
  return (
    <Panel title={t`Date checkers`} flush {...(mayStart ? { action: <Button variant="default" size="compact-sm" onClick={() => setStarting(true)}><Trans>Start a shift</Trans></Button> } : {})}>
      {made ? <HandOver made={made} onDone={() => setMade(undefined)} /> : null}
      {house.shifts.length === 0 ? <Empty title={t`Nobody checks dates yet`}><Trans>A volunteer rings the court's line and verifies one date at a time, from their own telephone, without an account.</Trans></Empty> : null}
      <ul className="rows">
        {house.shifts.map((one) => (
          <li key={one.id} className="spread">
            <span>
              {one.name} {one.runs ? <Tag tone="green"><Trans>on shift</Trans></Tag> : null} {one.endedBy ? <Tag tone={one.endedBy === "WRONG_CODES" ? "red" : "gray"}><Word of={one.endedBy} in={shiftEndWords} /></Tag> : null} {one.refusedAt ? <Tag tone="red"><Trans>another telephone came {fromNow(one.refusedAt)}</Trans></Tag> : null}
              <br />
              <span className="quiet">
                {moment(one.beginsAt, house.timeZone)} – {moment(one.endsAt, house.timeZone)} · {one.boundAt ? (one.promisedAt ? t`bound to a telephone, promise signed` : t`bound to a telephone, promise not signed`) : t`code not typed yet`} · {one.given === null || one.given === undefined ? <Trans>the coordinators see how many dates were checked</Trans> : <Plural value={one.given} one={`${one.checked} of # date checked`} other={`${one.checked} of # dates checked`} />}{one.lastUsedAt ? <> · <Trans>used {fromNow(one.lastUsedAt)}</Trans></> : null}{one.startedBy ? <> · <Trans>started by {one.startedBy.name}</Trans></> : null}
              </span>
            </span>
            {one.runs ? (
              <Group gap={6}>
                {one.phone ? <Button component="a" variant="default" size="compact-sm" href={`tel:${one.phone}`} aria-label={t`Call ${one.name}`}><Trans>Call</Trans></Button> : null}
                <VerbButton verb={End} input={{ shiftId: one.id }} label={t`End`} ask={t`The page on ${one.name}'s telephone shows nothing more from this moment.`} told={t`The shift has ended.`} aria-label={t`End the shift of ${one.name}`} />
              </Group>
            ) : null}
          </li>
        ))}
      </ul>
      {running > 1 ? (
        <div style={{ padding: "0 16px 16px" }}>
          <VerbButton verb={EndAll} input={{ organizationId: house.id }} label={t`End all shifts`} ask={t`Every volunteer's page shows nothing more from this moment.`} told={t`All shifts have ended.`} onDone={onChanged} />
        </div>
      ) : null}
      {starting ? (
        <VerbDialog
          verb={Start}
          title={t`Start a shift`}
          submit={t`Make the link and the code`}
          defaults={{ name: "", phone: "", hours: "4", language: i18n.locale }}
          input={(typed) => ({ organizationId: house.id, name: typed.name, phone: typed.phone, hours: Number(typed.hours), language: typed.language })}
          told={t`Send the link by message, and read the code over the telephone.`}
          onDone={(done) => { setMade(done); onChanged(); }}
          onClose={() => setStarting(false)}
        >
          <TextField name="name" label={t`Name`} hint={t`They sign a promise of confidentiality with it.`} required autoFocus />
          <TextField name="phone" type="tel" label={t`Telephone`} hint={t`You read them the code on it.`} required />
          <ChoiceField name="hours" label={t`How long`} required options={[1, 2, 3, 4, 6, 8, 12].map((hours) => ({ value: String(hours), label: t`${hours} h` }))} />
          <WrittenLanguageField name="language" label={t`Language of the page`} />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}

/** The link one way, the code another; the code is shown this once. */
function HandOver({ made, onDone }: { made: Made; onDone: () => void }) {
  const { t } = useLingui();
  const number = telephone(made.shift.phone ?? "");
  return (
    <section aria-label={t`Link and code for ${made.shift.name}`} style={{ padding: "0 16px 12px" }}>
      <p><Trans>Send {made.shift.name} the link by message. Then call {number} and read the code. Never send both the same way: who has only one of them has nothing.</Trans></p>
      <Group gap={8}>
        <CopyButton value={made.address}>{({ copied, copy }) => <Button size="compact-sm" onClick={copy}>{copied ? t`Copied` : t`Copy the link`}</Button>}</CopyButton>
        <span><Trans>Code:</Trans> <strong data-testid="code" style={{ letterSpacing: "0.1em" }}>{made.code.slice(0, 3)} {made.code.slice(3)}</strong></span>
        <Button size="compact-sm" variant="default" onClick={onDone}><Trans>I have told them</Trans></Button>
      </Group>
      <p className="quiet"><Trans>The code is not shown again. If it is lost, end the shift and start another.</Trans></p>
    </section>
  );
}
