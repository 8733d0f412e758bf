import { Button, Group, Menu } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Empty, Panel, Tag, type Tone, Unknown } from "~/design/pieces";
import { TextField, said } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { BondClockState, BondOfCaseFragment, BondStage } from "~/graph/generated/graphql";
import { plainDate } from "~/language/times";
import { Word } from "~/language/Word";
import { bondStageWords, sourceWords } from "~/language/words";
import { BondLaw } from "./BondLaw";
import { BondStageDialog } from "./BondStageDialog";
import { appellantWords, clockStateWords, clockWords, countingWords, dhsCustodyWords, dollars, obligorKindWords } from "./words";

export const BondPart = graphql(`
  fragment BondOfCase on Case {
    id shortId may custodyStatus
    bondAmount { amount }
    bondFund { link }
    bond {
      id revision stage nextStages
      steps { number stage on source recordedAt recordedBy { id name } undoneAt dhsCustody dhsAmount judgeOrder amount reservesAppeal appealedBy obligorKind obligor receipt details }
      clocks { kind runsFrom length counting due state authority verified }
    }
  }
`);
const Undo = graphql(`
  mutation UndoBondStage($input: UndoBondStageInput!) {
    undoBondStage(input: $input) { __typename ... on UndoBondStagePayload { case { id ...BondOfCase } } ... on UserError { message } }
  }
`);
const NameFund = graphql(`
  mutation NameBondFund($input: NameBondFundInput!) {
    nameBondFund(input: $input) { __typename ... on NameBondFundPayload { case { id ...BondOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

/** What may be recorded first. The release is recorded in the detention history. */
const BEGINNINGS: readonly BondStage[] = ["REQUESTED", "NOT_ELIGIBLE", "CONTESTED_JURISDICTION", "SCHEDULED", "PAYING"];
/** Stages from which somebody comes free. */
const NEARLY_FREE: readonly BondStage[] = ["POSTED", "PAYING", "APPEALED"];
const TONES: { [S in BondClockState]: Tone } = { RUNNING: "orange", MET: "teal", LATE: "red", PASSED: "gray", HOLDS: "gray", NOT_REACHED: "red" };

type Step = NonNullable<BondOfCaseFragment["bond"]>["steps"][number];
type Clock = NonNullable<BondOfCaseFragment["bond"]>["clocks"][number];

/** The bond track: its stages as a line, what may come next, what runs, and what the law argues. For the legal team. */
export function BondPanel({ of, onRelease }: { of: FragmentType<typeof BondPart>; onRelease?: () => void }) {
  const { t } = useLingui();
  const one = readFragment(BondPart, of);
  const [open, setOpen] = useState<"stage" | "fund">();
  const [arguing, setArguing] = useState(false);
  const may = (act: string): boolean => one.may.includes(act);
  const bond = one.bond;
  const standing = bond?.steps.filter((step) => !step.undoneAt) ?? [];
  const undone = bond?.steps.filter((step) => step.undoneAt) ?? [];
  const next = bond?.stage ? bond.nextStages : BEGINNINGS;
  const without = standing.findLast((step) => step.judgeOrder)?.judgeOrder === "CONDITIONAL_PAROLE";
  const free = bond?.stage && (NEARLY_FREE.includes(bond.stage) || (without && bond.stage === "GRANTED")) && one.custodyStatus === "IN_CUSTODY";
  return (
    <Panel
      title={t`Bond`}
      flush
      action={
        <>
          {may("recordBondStage") && next.length > 0 ? <Button size="compact-sm" {...(standing.length > 0 ? { variant: "default" } : {})} onClick={() => setOpen("stage")}>{standing.length > 0 ? <Trans>What came next</Trans> : <Trans>Begin</Trans>}</Button> : null}
          {bond && standing.length > 0 && may("undoBondStage") ? <VerbButton verb={Undo} label={t`Undo the last`} variant="subtle" color="gray" ask={t`The last stage and all that came with it is taken back. It stays to be read.`} input={{ caseId: one.id, expectedRevision: bond.revision }} told={t`Taken back.`} /> : null}
          {may("nameBondFund") ? (
            <Menu position="bottom-end">
              <Menu.Target><Button size="compact-sm" variant="subtle" color="gray" aria-label={t`More about the bond`}>⋯</Button></Menu.Target>
              <Menu.Dropdown><Menu.Item onClick={() => setOpen("fund")}><Trans>Where to give</Trans></Menu.Item></Menu.Dropdown>
            </Menu>
          ) : null}
        </>
      }
    >
      {standing.length === 0 ? <Empty title={t`Nothing recorded of bond`}><Trans>Begin when bond is asked for, or when DHS says that there is none. A reported bond hearing begins it, too.</Trans></Empty> : null}
      {bond?.stage ? (
        <div className="body spread">
          <span><strong><Word of={bond.stage} in={bondStageWords} /></strong>{one.bondAmount?.amount ? <> · {dollars(one.bondAmount.amount)}</> : null}{without && bond.stage === "GRANTED" ? <> · <Trans>on their own recognizance, without a bond</Trans></> : null}</span>
          {free && onRelease && may("recordCustody") ? <Button size="compact-sm" onClick={onRelease}><Trans>Record the release</Trans></Button> : null}
        </div>
      ) : null}
      {standing.length > 0 ? <ol className="rows" aria-label={t`Stages`}>{standing.map((step) => <StepRow key={step.number} step={step} />)}</ol> : null}
      {bond && bond.clocks.length > 0 ? <ul className="rows" aria-label={t`What runs`}>{bond.clocks.map((clock) => <ClockRow key={clock.kind} clock={clock} />)}</ul> : null}
      {bond && bond.clocks.length > 0 ? <div className="body quiet"><Trans>Computed, for attorney review. They remind nobody.</Trans></div> : null}
      {one.bondFund?.link ? <div className="body"><Trans>Where to give:</Trans> <a href={one.bondFund.link} rel="noreferrer noopener" target="_blank">{one.bondFund.link}</a></div> : null}
      {undone.length > 0 ? <details className="body quiet"><summary><Trans>Taken back</Trans></summary><ul>{undone.map((step) => <li key={step.number}><Word of={step.stage} in={bondStageWords} />, {plainDate(step.on)}</li>)}</ul></details> : null}
      <div className="body"><Button size="compact-sm" variant="subtle" color="gray" aria-expanded={arguing} onClick={() => setArguing(!arguing)}>{arguing ? <Trans>Close the arguments</Trans> : <Trans>Arguments for and against a bond hearing</Trans>}</Button></div>
      {arguing ? <BondLaw shortId={one.shortId} /> : null}
      {open === "stage" ? <BondStageDialog caseId={one.id} revision={bond?.revision ?? null} next={next} onClose={() => setOpen(undefined)} /> : null}
      {open === "fund" ? (
        <VerbDialog verb={NameFund} title={t`Where to give`} submit={t`Save`} defaults={{ link: one.bondFund?.link ?? "" }} input={(typed: { link: string }) => ({ caseId: one.id, link: said(typed.link) ?? null })} told={t`Saved.`} onClose={() => setOpen(undefined)}>
          <p className="quiet" style={{ margin: 0 }}><Trans>A public page of a fund. Supporters who were asked see it once the client has agreed that supporters be told of the bond.</Trans></p>
          <TextField name="link" label={t`Address of the page`} hint={t`It begins with https://. Empty: taken back.`} />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}

function StepRow({ step }: { step: Step }) {
  return (
    <li>
      <div><strong><Word of={step.stage} in={bondStageWords} /></strong>{step.amount ? <> · {dollars(step.amount)}</> : null} <span className="quiet">{plainDate(step.on)}</span></div>
      {step.dhsCustody ? <div><Word of={step.dhsCustody} in={dhsCustodyWords} />{step.dhsCustody === "AMOUNT" ? <> {step.dhsAmount ? dollars(step.dhsAmount) : <Unknown />}</> : null}</div> : null}
      {step.judgeOrder === "CONDITIONAL_PAROLE" ? <div><Trans>Released without a bond, on their own recognizance.</Trans></div> : null}
      {step.judgeOrder === "NO_JURISDICTION" ? <div><Trans>The judge found no jurisdiction.</Trans></div> : null}
      {step.reservesAppeal ? <div><Trans>DHS reserved its appeal.</Trans></div> : null}
      {step.appealedBy ? <div><Word of={step.appealedBy} in={appellantWords} /></div> : null}
      {step.obligorKind ? <div><Word of={step.obligorKind} in={obligorKindWords} />{step.obligor ? `: ${step.obligor}` : ""}</div> : null}
      {step.receipt ? <div><Trans>Receipt {step.receipt}</Trans></div> : null}
      {step.details ? <div>{step.details}</div> : null}
      <div className="quiet"><Word of={step.source} in={sourceWords} />{step.recordedBy ? `, ${step.recordedBy.name}` : ""}</div>
    </li>
  );
}

function ClockRow({ clock }: { clock: Clock }) {
  return (
    <li>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Word of={clock.kind} in={clockWords} />
          <div className="quiet">{clock.length === null ? null : <><Trans>{clock.length} from {plainDate(clock.runsFrom)}</Trans>, <Word of={clock.counting} in={countingWords} /> · </>}{clock.authority}{clock.verified ? null : <> · <Trans>unverified</Trans></>}</div>
        </div>
        <div style={{ textAlign: "right" }}>{clock.due ? <strong style={{ whiteSpace: "nowrap" }}>{plainDate(clock.due)}</strong> : null}<div><Tag tone={TONES[clock.state]}><Word of={clock.state} in={clockStateWords} /></Tag></div></div>
      </Group>
    </li>
  );
}
