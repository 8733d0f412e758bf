import { Button, Group, Menu } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { Empty, Panel, Tag, type Tone } from "~/design/pieces";
import { VerbButton } from "~/forms/VerbButton";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { InvitationState } from "~/graph/generated/graphql";
import { date, moment, plainDate } from "~/language/times";
import { Word } from "~/language/Word";
import { audienceWords, invitationStateWords } from "~/language/words";
import { InviteDialog } from "./InviteDialog";

export const InvitationRow = graphql(`
  fragment InvitationRow on Invitation { id revision audience state answeredAt invitedAt partySize booked listedAt heldUntil clearedAt came needs acknowledged openedOn person { id name office } }
`);
const Answer = graphql(`
  mutation AnswerInvitation($input: AnswerInvitationInput!) {
    answerInvitation(input: $input) { __typename ... on AnswerInvitationPayload { invitation { id ...InvitationRow } } ... on UserError { message } }
  }
`);
const Withdraw = graphql(`
  mutation WithdrawInvitation($input: WithdrawInvitationInput!) {
    withdrawInvitation(input: $input) { __typename ... on WithdrawInvitationPayload { invitation { id ...InvitationRow } } ... on UserError { message } }
  }
`);

const Renew = graphql(`
  mutation RenewLink($input: RenewLinkInput!) {
    renewLink(input: $input) { __typename ... on RenewLinkPayload { invitation { id ...InvitationRow } } ... on UserError { message } }
  }
`);
const RenewAll = graphql(`
  mutation RenewLinksToOccasion($input: RenewLinksToOccasionInput!) {
    renewLinksToOccasion(input: $input) { __typename ... on RenewLinksToOccasionPayload { renewed } ... on UserError { message } }
  }
`);

const Book = graphql(`
  mutation BookSeat($input: BookSeatInput!) {
    bookSeat(input: $input) { __typename ... on BookSeatPayload { invitation { id ...InvitationRow } } ... on UserError { message } }
  }
`);
const GiveUp = graphql(`
  mutation GiveUpSeat($input: GiveUpSeatInput!) {
    giveUpSeat(input: $input) { __typename ... on GiveUpSeatPayload { invitation { id ...InvitationRow } } ... on UserError { message } }
  }
`);
const Clear = graphql(`
  mutation RecordClearance($input: RecordClearanceInput!) {
    recordClearance(input: $input) { __typename ... on RecordClearancePayload { invitation { id ...InvitationRow } } ... on UserError { message } }
  }
`);

const TONES: Record<InvitationState, Tone> = { ASKED: "gray", COMING: "teal", MAYBE: "yellow", NOT_COMING: "red", WITHDRAWN: "gray" };

export function InvitationsPanel({ occasionId, rows, mayInvite, cleared, counts, room }: { /** The way to its seats, rides and door. */ room?: ReactNode; occasionId: string; rows: readonly FragmentType<typeof InvitationRow>[]; mayInvite: boolean; cleared: boolean; counts?: { asked: number; coming: number; maybe: number; notComing: number; heads: number } }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  return (
    <Panel title={t`Invitations`} flush action={<>{mayInvite ? room : null}{counts && counts.asked > 0 ? <span className="quiet"><Trans>{counts.asked} asked: {counts.coming} yes (with company {counts.heads}), {counts.maybe} maybe, {counts.notComing} no</Trans></span> : null}{mayInvite && rows.length > 0 ? <VerbButton verb={RenewAll} variant="subtle" color="gray" label={t`New links for all`} ask={t`Every link to this event stops at once, also for whoever has it by now. Everybody who is expected gets a letter with a new one; their answers stand.`} input={{ occasionId }} told={t`The old links have stopped. Letters bring the new ones.`} /> : null}{mayInvite && cleared ? <Button size="compact-sm" onClick={() => setOpen(true)}><Trans>Invite</Trans></Button> : null}</>}>
      {rows.length === 0 ? <Empty title={t`No one is invited yet`}>{mayInvite && !cleared ? <Trans>People can be invited once it is okay to share: see what is missing.</Trans> : <Trans>Each person gets one link, one tap to answer, and the date in the calendar. No account is needed.</Trans>}</Empty> : null}
      <ul className="rows">
        {rows.map((row) => {
          const one = readFragment(InvitationRow, row);
          return (
            <li key={one.id}>
              <Group justify="space-between" wrap="nowrap">
                <div><strong>{one.person?.name ?? t`Someone`}</strong> <span className="quiet">{one.person?.office ?? <Word of={one.audience} in={audienceWords} />}</span>
                  <div className="quiet">{one.answeredAt ? <Trans>answered {date(one.answeredAt)}</Trans> : <Trans>asked {date(one.invitedAt)}</Trans>}{one.partySize && one.partySize > 1 ? <> · <Trans>party of {one.partySize}</Trans></> : null}{one.booked ? <> · <Trans>booked</Trans></> : one.heldUntil && Date.parse(one.heldUntil) > Date.now() ? <> · <Trans>a seat is held until {moment(one.heldUntil)}</Trans></> : one.listedAt ? <> · <Trans>on the list</Trans></> : null}{one.clearedAt ? <> · <Trans>cleared by the court</Trans></> : null}{one.came ? <> · <Trans>came</Trans></> : null}{one.openedOn ? <> · <Trans>page last opened {plainDate(one.openedOn)}</Trans></> : null}</div>
                  {one.needs ? <div className="quiet"><Trans>Needs: {one.needs}</Trans></div> : null}
                </div>
                <Group gap={6} wrap="nowrap">
                  <Tag tone={TONES[one.state]}><Word of={one.state} in={invitationStateWords} /></Tag>
                  {mayInvite && one.state !== "WITHDRAWN" ? (
                    <Menu position="bottom-end" closeOnItemClick={false}>
                      <Menu.Target><Button size="compact-sm" variant="subtle" color="gray" aria-label={t`More about this invitation`}>⋯</Button></Menu.Target>
                      <Menu.Dropdown>
                        <Menu.Label><Trans>Answered by telephone</Trans></Menu.Label>
                        {(["COMING", "MAYBE", "NOT_COMING"] as const).map((state) => <div key={state} style={{ padding: 4 }}><VerbButton fullWidth verb={Answer} label={state === "COMING" ? t`Coming` : state === "MAYBE" ? t`Maybe` : t`Not coming`} input={{ invitationId: one.id, state }} told={t`The answer is kept.`} /></div>)}
                        <Menu.Divider />
                        {one.state === "COMING" ? <div style={{ padding: 4 }}>{one.booked ? <VerbButton fullWidth verb={GiveUp} label={t`Give the seat to the next`} input={{ invitationId: one.id, expectedRevision: one.revision }} told={t`They are told, and the next is asked.`} /> : <VerbButton fullWidth verb={Book} label={t`Book a seat`} input={{ invitationId: one.id, expectedRevision: one.revision }} told={t`Booked. They are told.`} />}</div> : null}
                        <div style={{ padding: 4 }}><VerbButton fullWidth verb={Clear} label={one.clearedAt ? t`Not cleared by the court` : t`Cleared by the court`} input={{ invitationId: one.id, cleared: !one.clearedAt, expectedRevision: one.revision }} told={t`Noted.`} /></div>
                        <Menu.Divider />
                        <div style={{ padding: 4 }}><VerbButton fullWidth variant="subtle" verb={Renew} label={t`New link`} input={{ invitationId: one.id, expectedRevision: one.revision }} told={t`The old link has stopped. A letter brings the new one.`} /></div>
                        <div style={{ padding: 4 }}><VerbButton fullWidth color="red" variant="subtle" verb={Withdraw} label={t`Withdraw`} input={{ invitationId: one.id, expectedRevision: one.revision }} told={t`Withdrawn. They are told.`} /></div>
                      </Menu.Dropdown>
                    </Menu>
                  ) : null}
                </Group>
              </Group>
            </li>
          );
        })}
      </ul>
      {open ? <InviteDialog occasionId={occasionId} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}
