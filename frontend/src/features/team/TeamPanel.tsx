import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Panel, Tag } from "~/design/pieces";
import { PersonField } from "~/forms/choosers";
import { CheckField, ChoiceField, TextField, WrittenLanguageField, said, useChoices } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { CaseRole } from "~/graph/generated/graphql";
import { date, moment } from "~/language/times";
import { Word } from "~/language/Word";
import { caseRoleWords } from "~/language/words";
import { OwnConflictDialog, RaiseWallDialog } from "./RaiseWallDialog";

export const TeamPart = graphql(`
  fragment TeamOfCase on Case {
    id may custodyStatus
    team { id role beganAt until urgentReason person { id name } organization { id name } }
    readers { beganAt until lead organization { id name } }
    contacts { id relation namedByClient isClient person { id name } }
    walls { id reason raisedAt person { id name } organization { id name } }
  }
`);
const Add = graphql(`
  mutation AddToTeam($input: AddToTeamInput!) {
    addToTeam(input: $input) { __typename ... on AddToTeamPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Leave = graphql(`
  mutation LeaveTeam($input: LeaveTeamInput!) {
    leaveTeam(input: $input) { __typename ... on LeaveTeamPayload { case { id } } ... on UserError { message } }
  }
`);
const Stop = graphql(`
  mutation StopSharing($input: StopSharingInput!) {
    stopSharing(input: $input) { __typename ... on StopSharingPayload { case { id } } ... on UserError { message } }
  }
`);
const NameContact = graphql(`
  mutation NameContact($input: NameContactInput!) {
    nameContact(input: $input) { __typename ... on NameContactPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

const Enrol = graphql(`
  mutation EnrolClient($input: EnrolClientInput!) {
    enrolClient(input: $input) { __typename ... on EnrolClientPayload { case { id ...TeamOfCase } } ... on Invalid { field } ... on LooksLike { field } ... on UserError { message } }
  }
`);
const EndEnrolment = graphql(`
  mutation EndEnrolment($input: EndEnrolmentInput!) {
    endEnrolment(input: $input) { __typename ... on EndEnrolmentPayload { case { id ...TeamOfCase } } ... on UserError { message } }
  }
`);

const Lift = graphql(`
  mutation LiftWall($input: LiftWallInput!) {
    liftWall(input: $input) { __typename ... on LiftWallPayload { case { id ...TeamOfCase } } ... on UserError { message } }
  }
`);

export function TeamPanel({ of }: { of: FragmentType<typeof TeamPart> }) {
  const { t } = useLingui();
  const one = readFragment(TeamPart, of);
  const [open, setOpen] = useState<"member" | "contact" | "client" | "wall" | "mine">();
  const roles = useChoices(caseRoleWords);
  const may = (act: string): boolean => one.may.includes(act);
  const end = (): void => setOpen(undefined);
  return (
    <Panel title={t`Team and sharing`} flush count={one.team.length} action={<><Button size="compact-sm" variant="default" onClick={() => setOpen("mine")}><Trans>I have a conflict here</Trans></Button>{may("raiseWall") ? <Button size="compact-sm" variant="default" onClick={() => setOpen("wall")}><Trans>Raise a conflict wall</Trans></Button> : null}{may("updateCase") ? <Button size="compact-sm" variant="default" onClick={() => setOpen("contact")}><Trans>Add a contact</Trans></Button> : null}{may("enrolClient") && one.custodyStatus === "RELEASED" && !one.contacts.some((contact) => contact.isClient) ? <Button size="compact-sm" variant="default" onClick={() => setOpen("client")}><Trans>Enrol the client</Trans></Button> : null}{may("shareCase") ? <Button size="compact-sm" variant="default" onClick={() => setOpen("member")}><Trans>Add to the team</Trans></Button> : null}</>}>
      <ul className="rows">
        {one.team.map((member) => (
          <li key={member.id}><Group justify="space-between" wrap="nowrap"><div><strong>{member.person?.name}</strong> <span className="quiet"><Word of={member.role} in={caseRoleWords} />{member.organization ? ` · ${member.organization.name}` : ""}</span>{member.urgentReason && member.until ? <div className="late"><Trans>opened urgently until {moment(member.until)}:</Trans> {member.urgentReason}</div> : null}</div>{may("shareCase") ? <VerbButton verb={Leave} flex="none" variant="subtle" color="gray" label={t`Take off`} aria-label={t`Take off the team: ${member.person?.name ?? ""}`} ask={t`They leave the team of this case. You can add them again.`} input={{ memberId: member.id }} told={t`No longer on the team.`} /> : null}</Group></li>
        ))}
        {one.contacts.map((contact) => (
          <li key={contact.id}><strong>{contact.person?.name}</strong> {contact.isClient ? <><Tag tone="teal"><Trans>The client, enrolled</Trans></Tag> {may("enrolClient") ? <VerbButton verb={EndEnrolment} variant="subtle" color="gray" label={t`Write to them no more`} ask={t`The client gets no more letters about their dates. You can enrol them again.`} input={{ caseId: one.id }} told={t`The client is written to no more.`} /> : null}</> : <span className="quiet">{contact.relation}{contact.namedByClient ? <> · <Trans>named by the client</Trans></> : null}</span>}</li>
        ))}
        {one.readers.map((reader) => (
          <li key={`${reader.organization?.id}${reader.beganAt}`}><Group justify="space-between"><div>{reader.organization?.name} {reader.lead ? <Tag tone="teal"><Trans>Leads the case</Trans></Tag> : <span className="quiet"><Trans>shared since {date(reader.beganAt)}</Trans>{reader.until ? ` – ${date(reader.until)}` : ""}</span>}</div>{!reader.lead && !reader.until && reader.organization && may("shareCase") ? <VerbButton verb={Stop} variant="subtle" color="gray" label={t`Stop sharing`} aria-label={t`Stop sharing with ${reader.organization.name}`} ask={t`That organization may no longer see this case. You can share it again.`} input={{ caseId: one.id, organizationId: reader.organization.id }} told={t`No longer shared.`} /> : null}</Group></li>
        ))}
        {one.walls.map((wall) => (
          <li key={wall.id}><Group justify="space-between" wrap="nowrap"><div><Tag tone="red"><Trans>Conflict wall</Trans></Tag> <strong>{wall.person?.name ?? wall.organization?.name}</strong> <span className="quiet"><Trans>since {date(wall.raisedAt)}</Trans></span><div>{wall.reason}</div></div>{may("liftWall") ? <VerbButton verb={Lift} flex="none" variant="subtle" color="gray" label={t`Lift`} aria-label={t`Lift the wall before ${wall.person?.name ?? wall.organization?.name ?? ""}`} ask={t`They may be given a part in this case again. Nothing comes back by itself.`} input={{ wallId: wall.id }} told={t`The wall is lifted.`} /> : null}</Group></li>
        ))}
      </ul>
      {open === "wall" ? <RaiseWallDialog caseId={one.id} leads={one.readers.find((reader) => reader.lead)?.organization?.id} onClose={end} /> : null}
      {open === "mine" ? <OwnConflictDialog caseId={one.id} onClose={end} /> : null}
      {open === "member" ? (
        <VerbDialog verb={Add} title={t`Add to the team`} submit={t`Add`} defaults={{ personId: "", role: "PARALEGAL" as CaseRole }} input={(typed: { personId: string; role: CaseRole }) => ({ caseId: one.id, personId: typed.personId, role: typed.role })} told={t`On the team now.`} onClose={end}>
          <PersonField name="personId" label={t`Person`} kinds={["STAFF"]} caseId={one.id} required />
          <ChoiceField name="role" label={t`Role`} required options={roles} />
        </VerbDialog>
      ) : null}
      {open === "client" ? (
        <VerbDialog verb={Enrol} title={t`Enrol the client`} submit={t`Enrol`} defaults={{ phone: "", email: "", language: "es" }} input={(typed: { phone: string; email: string; language: string }, _, confirmed) => ({ caseId: one.id, language: typed.language, phone: said(typed.phone), email: said(typed.email), confirmed })} told={t`The client is told their own dates from now on.`} onClose={end}>
          <TextField name="phone" type="tel" label={t`Telephone`} hint={t`As the client gave it: their dates go there.`} />
          <TextField name="email" type="email" label={t`E-mail`} />
          <WrittenLanguageField name="language" label={t`Writes and reads`} />
        </VerbDialog>
      ) : null}
      {open === "contact" ? (
        <VerbDialog verb={NameContact} title={t`Add a contact`} submit={t`Add`} defaults={{ personId: "", relation: "", namedByClient: false }} input={(typed: { personId: string; relation: string; namedByClient: boolean }) => ({ caseId: one.id, ...typed })} told={t`The contact is kept.`} onClose={end}>
          <PersonField name="personId" label={t`Person`} kinds={["FAMILY_CONTACT"]} required />
          <TextField name="relation" label={t`Relation to the client`} required />
          <CheckField name="namedByClient" label={t`The client named this person`} />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}
