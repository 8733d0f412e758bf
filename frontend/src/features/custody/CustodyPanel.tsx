import { Button, Divider, Group, Menu, Modal } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Suspense, lazy, useEffect, useRef, useState } from "react";
import { Empty, Loading, Panel, Tag, Unknown } from "~/design/pieces";
import { FacilityField } from "~/forms/choosers";
import { ChoiceField, TextField, ZoneField, said, useChoices } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { Confidence, PlaceOfCustody, ReleaseReason, Source } from "~/graph/generated/graphql";
import { useViewer } from "~/graph/viewer";
import { date, lasting, milesSaid, moment } from "~/language/times";
import { changeSaid } from "~/language/server";
import { Word } from "~/language/Word";
import { confidenceWords, passageKindWords, placeOfCustodyWords, releaseReasonWords, sourceWords } from "~/language/words";
import { changedTo } from "./changedTo";
import { courtOnFile, pathOf } from "./path";

// Its outlines are as large as the rest of the page: they come when there is something to draw.
const TransferMap = lazy(() => import("./TransferMap").then((one) => ({ default: one.TransferMap })));

const TransferPreview = lazy(() => import("./TransferPreview").then((one) => ({ default: one.TransferPreview })));

export const CustodyPart = graphql(`
  fragment CustodyOfCase on Case {
    id may custodyStatus reach
    whereNow { id }
    custody { id place bookedInAt bookedOutAt releaseReason source confidence checkedAt checkedBy { id name } facility { id name city state timeZone latitude longitude locationPrecision } }
    proceedings { id kind court { id name city state latitude longitude } }
    nextHearing { id court { id name city state latitude longitude } }
    custodyHistory { kind began ended hours stale stintId }
    locatorChecks { id source found checkedAt checkedBy { id name } }
  }
`);
const Record = graphql(`
  mutation RecordCustody($input: RecordCustodyInput!) {
    recordCustody(input: $input) { __typename ... on RecordCustodyPayload { case { id ...CustodyOfCase ...TransferOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const TakeBack = graphql(`
  mutation TakeBackLook($input: TakeBackLookInput!) {
    takeBackLook(input: $input) { __typename ... on TakeBackLookPayload { case { id ...CustodyOfCase ...TransferOfCase } } ... on UserError { message } }
  }
`);
const Transfer = graphql(`
  mutation RecordTransfer($input: RecordTransferInput!) {
    recordTransfer(input: $input) { __typename ... on RecordTransferPayload { case { id ...CustodyOfCase } changes { what before after } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Release = graphql(`
  mutation RecordRelease($input: RecordReleaseInput!) {
    recordRelease(input: $input) { __typename ... on RecordReleasePayload { calledOff case { id ...CustodyOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

/** For ten minutes whoever recorded a look can say that it was a slip; the server asks once more who and when. */
function mayTakeBack(check: { found: boolean; checkedAt: string; checkedBy: { id: string } | null }, me: string | undefined): boolean {
  return !check.found && check.checkedBy?.id === me && Date.now() - Date.parse(check.checkedAt) < 600_000;
}

type Looked = { source: Source };
type Found = { place: PlaceOfCustody; facilityId: string; since: string; source: Source; confidence: Confidence };
type Moved = { facilityId: string; arrivedAt: string; source: Source; confidence: Confidence };
type Change = { what: string; before: string | null; after: string | null };
type Out = { releasedAt: string; timeZone: string; reason: ReleaseReason; source: Source };

/** `releasing`: somebody asks from elsewhere on the page to record the release. */
export function CustodyPanel({ of, releasing = false, onReleased }: { of: FragmentType<typeof CustodyPart>; releasing?: boolean; onReleased?: () => void }) {
  const { t, i18n } = useLingui();
  const one = readFragment(CustodyPart, of);
  const { viewer } = useViewer();
  const [open, setOpen] = useState<"look" | "place" | "transfer" | "release">();
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const sources = useChoices(sourceWords);
  const confidences = useChoices(confidenceWords);
  const places = useChoices(placeOfCustodyWords);
  const reasons = useChoices(releaseReasonWords);
  const may = (act: string): boolean => one.may.includes(act);
  const end = (): void => {
    setOpen(undefined);
    onReleased?.();
  };
  const held = one.custody.some((stint) => !stint.bookedOutAt);
  // The latest stay comes first. Times are typed in the zone of the place the client is in, or was in last.
  const stay = one.custody.find((stint) => !stint.bookedOutAt) ?? one.custody[0];
  const zone = stay?.facility?.timeZone ?? "America/New_York";
  const check = one.locatorChecks.at(0);
  const list = useRef<HTMLOListElement>(null);
  const [chosen, setChosen] = useState<string>();
  const days = (stint: (typeof one.custody)[number]): string => {
    const there = stint.facility?.timeZone ?? zone;
    return `${stint.bookedInAt ? date(stint.bookedInAt, there) : t`not known`} – ${stint.bookedOutAt ? date(stint.bookedOutAt, there) : t`now`}`;
  };
  const stays = one.custody.map((stint) => ({ id: stint.id, facility: stint.facility, where: stint.facility?.name ?? i18n._(placeOfCustodyWords[stint.place]), since: days(stint), now: !stint.bookedOutAt }));
  const { stops, legs } = pathOf(stays, one.custodyHistory);
  const onFile = courtOnFile(one.proceedings, one.nextHearing?.court);
  // A row is nothing to press: what is pointed at is heard of by the list, and the number in it is for the keyboard.
  useEffect(() => {
    const rows = list.current;
    const pointed = (event: Event): void => setChosen(event.target instanceof Element ? event.target.closest<HTMLElement>("[data-stint]")?.dataset["stint"] : undefined);
    const gone = (): void => setChosen(undefined);
    rows?.addEventListener("mouseover", pointed);
    rows?.addEventListener("mouseleave", gone);
    return () => {
      rows?.removeEventListener("mouseover", pointed);
      rows?.removeEventListener("mouseleave", gone);
    };
  }, []);
  const go = (stintId: string): void => {
    const row = list.current?.querySelector<HTMLElement>(`[data-stint="${CSS.escape(stintId)}"] .stop`);
    row?.scrollIntoView({ block: "center" });
    row?.focus({ preventScroll: true });
  };
  const facts = (
    <>
      <ChoiceField name="source" label={t`How do we know?`} required options={sources} />
      <ChoiceField name="confidence" label={t`How sure?`} required options={confidences} />
    </>
  );
  return (
    <Panel
      title={t`Detention history`}
      flush
      count={one.custody.length}
      action={
        <>
          {may("recordCustody") ? <Button size="compact-sm" variant="default" onClick={() => setOpen("look")}><Trans>Looked, not found</Trans></Button> : null}
          {may("recordCustody") && !held ? <Button size="compact-sm" onClick={() => setOpen("place")}><Trans>Record the place</Trans></Button> : null}
          {held && may("recordCustody") ? <Button size="compact-sm" variant="default" onClick={() => setOpen("transfer")}><Trans>Transfer</Trans></Button> : null}
          {held && may("recordCustody") ? (
            <Menu position="bottom-end">
              <Menu.Target><Button size="compact-sm" variant="subtle" color="gray" aria-label={t`More about the place`}>⋯</Button></Menu.Target>
              <Menu.Dropdown>
                {may("recordCustody") ? <Menu.Item onClick={() => setOpen("place")}><Trans>Record the place</Trans></Menu.Item> : null}
                {may("recordCustody") ? <Menu.Item onClick={() => setOpen("release")}><Trans>Record the release</Trans></Menu.Item> : null}
              </Menu.Dropdown>
            </Menu>
          ) : null}
        </>
      }
    >
      {one.custody.length === 0 ? <Empty title={t`Not located yet`}><Trans>Look in the online locator or call the facilities nearby; “Looked, not found” is worth recording too.</Trans></Empty> : null}
      {stops.some((stop) => stop.located) ? <Suspense fallback={<div className="body quiet" aria-busy="true"><Trans>The map is on its way.</Trans></div>}><TransferMap stops={stops} legs={legs} court={onFile} chosen={chosen} onChoose={setChosen} onGo={go} /></Suspense> : null}
      <ol className="rows" ref={list}>
        {one.custodyHistory.toReversed().map((passage) => {
          const stint = one.custody.find((row) => row.id === passage.stintId);
          if (!stint) {
            return (
              <li key={`${passage.kind} ${passage.began}`} className="quiet">
                <Tag tone={passage.kind === "GAP" || passage.kind === "OVERLAP" ? "red" : "gray"}><Word of={passage.kind} in={passageKindWords} /></Tag> {passage.hours == null ? (passage.began ? <Trans>since {moment(passage.began, zone)}</Trans> : null) : lasting(passage.hours)}
              </li>
            );
          }
          const stop = stops.find((each) => each.stint.id === stint.id);
          const leg = legs.find((each) => each.to === stop);
          return (
          <li key={stint.id} data-stint={stint.id} data-chosen={chosen === stint.id || undefined}>
            <Group align="flex-start" gap="sm">
              {stop ? <button type="button" className="stop" data-now={stint.bookedOutAt ? undefined : true} aria-label={stop.located ? t`Stop ${stop.number}, on the map` : t`Stop ${stop.number}, not on the map`} onFocus={() => setChosen(stint.id)} onBlur={() => setChosen(undefined)} onClick={() => setChosen(stint.id)}>{stop.number}</button> : null}
              <div className="grows">
                <strong>{stint.facility?.name ?? <Word of={stint.place} in={placeOfCustodyWords} />}</strong>{stint.facility ? <span className="quiet"> {[stint.facility.city, stint.facility.state].filter(Boolean).join(", ")}</span> : null}
                <div>{stint.bookedInAt ? date(stint.bookedInAt, stint.facility?.timeZone ?? zone) : <Unknown />} – {stint.bookedOutAt ? date(stint.bookedOutAt, stint.facility?.timeZone ?? zone) : <Trans>now</Trans>}{stint.releaseReason ? <> · <Word of={stint.releaseReason} in={releaseReasonWords} /></> : null}</div>
                {leg ? <div className="quiet">{leg.miles ? <Trans>{milesSaid(leg.miles)} from the place before</Trans> : null}{leg.miles && leg.broken ? " · " : null}{leg.broken ? <Trans>nobody knows all of the way there</Trans> : null}</div> : null}
                <div className="quiet"><Word of={stint.source} in={sourceWords} />, {date(stint.checkedAt)}{stint.checkedBy ? `, ${stint.checkedBy.name}` : ""}</div>
              </div>
              <Group gap={4}>
                {passage.stale ? <Tag tone="red"><Trans>Not checked for long</Trans></Tag> : null}
                <Tag tone={stint.confidence === "CONFIRMED" ? "teal" : "orange"}><Word of={stint.confidence} in={confidenceWords} /></Tag>
              </Group>
            </Group>
          </li>
          );
        })}
      </ol>
      {check ? <div className="body quiet"><Trans>Last looked:</Trans> {moment(check.checkedAt)}, {i18n._(sourceWords[check.source])}, {check.found ? t`found` : t`not found`}{check.checkedBy ? `, ${check.checkedBy.name}` : ""}{may("recordCustody") && mayTakeBack(check, viewer?.person.id) ? <> <VerbButton verb={TakeBack} label={t`Undo`} aria-label={t`Undo “Looked, not found”`} input={{ lookId: check.id }} told={t`Taken back: nobody looked.`} /></> : null}</div> : null}
      {open === "look" ? (
        <VerbDialog verb={Record} title={t`Looked, not found`} submit={t`Save`} defaults={{ source: "LOCATOR" } satisfies Looked} input={(typed: Looked) => ({ caseId: one.id, place: "UNKNOWN" as const, source: typed.source, found: false })} told={t`Noted: looked today, not found.`} onClose={end}>
          <ChoiceField name="source" label={t`Where did you look?`} required options={sources} />
        </VerbDialog>
      ) : null}
      {open === "place" ? (
        <VerbDialog verb={Record} title={t`Record the place`} submit={t`Save`} defaults={{ place: "FACILITY", facilityId: "", since: "", source: "LOCATOR", confidence: "ONE_SOURCE" } satisfies Found} input={(typed: Found) => ({ caseId: one.id, place: typed.place, facilityId: said(typed.facilityId), since: said(typed.since), source: typed.source, confidence: typed.confidence, found: true })} told={t`The place is recorded.`} onClose={end}>
          <ChoiceField name="place" label={t`Place`} required options={places} />
          <FacilityField name="facilityId" label={t`Facility`} />
          <TextField name="since" type="datetime-local" label={t`Since`} hint={t`In the facility's own time`} />
          {facts}
        </VerbDialog>
      ) : null}
      {open === "transfer" ? (
        <VerbDialog
          verb={Transfer}
          title={t`Transfer`}
          submit={t`Record the transfer`}
          wide
          defaults={{ facilityId: "", arrivedAt: "", source: "LOCATOR", confidence: "ONE_SOURCE" } satisfies Moved}
          input={(typed: Moved) => ({ caseId: one.id, facilityId: typed.facilityId, arrivedAt: said(typed.arrivedAt), source: typed.source, confidence: typed.confidence })}
          told={t`The transfer is recorded.`}
          onDone={(done) => setChanges(done.changes.filter((change) => change.before !== change.after))}
          onClose={end}
        >
          <FacilityField name="facilityId" label={t`Now at`} required />
          <TextField name="arrivedAt" type="datetime-local" label={t`Arrived`} hint={t`In the facility's own time`} />
          {facts}
          <Divider />
          <Suspense fallback={<Loading />}><TransferPreview caseId={one.id} /></Suspense>
        </VerbDialog>
      ) : null}
      <Modal opened={changes.length > 0} onClose={() => setChanges([])} title={t`What changed with it`} closeButtonProps={{ "aria-label": t`Close` }}>
        <dl className="changes">
          {changes.map((change) => <div key={change.what}><dt>{changeSaid(change.what)}</dt><dd><s>{changedTo(change.what, change.before)}</s><strong>{changedTo(change.what, change.after)}</strong></dd></div>)}
        </dl>
      </Modal>
      {open === "release" || releasing ? (
        <VerbDialog verb={Release} title={t`Record the release`} submit={t`Record the release`} defaults={{ releasedAt: "", timeZone: zone, reason: "BONDED_OUT_JUDGE", source: "COUNSEL" } satisfies Out} input={(typed: Out) => ({ caseId: one.id, releasedAt: typed.releasedAt, timeZone: typed.timeZone, reason: typed.reason, source: typed.source })} told={(done) => t`Released. Later dates are closed to everyone outside the legal team until the client is asked again (${done.calledOff} cancelled).`} onClose={end}>
          <TextField name="releasedAt" type="datetime-local" label={t`When`} required />
          <ZoneField name="timeZone" label={t`Time zone`} />
          <ChoiceField name="reason" label={t`How`} required options={reasons} />
          <ChoiceField name="source" label={t`How do we know?`} required options={sources} />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}
