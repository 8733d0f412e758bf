import { Button, Group, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Tag, type Tone, Unknown } from "~/design/pieces";
import { ChoiceField, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { BondArgumentSide, ChargesFlag, CustodyBasis, MannerOfEntry } from "~/graph/generated/graphql";
import { plainDate } from "~/language/times";
import { Word } from "~/language/Word";
import { basisWords, burdenWords, chargesWords, entryWords, gapWords, readWords, sideWords, stanceWords } from "./words";

const Law = graphql(`
  query BondLaw($shortId: String!, $asOf: Date) {
    case(shortId: $shortId) {
      id may
      bondGrounds { basis entry charges }
      bondEligibility(asOf: $asOf) {
        asOf facility state district circuit stance gaps narrowed
        arguments { key side sentence citation inForceFrom dayKnown ifTheirs status read unverified }
        burden { on sentence citation read unverified }
      }
    }
  }
`);
const RecordGrounds = graphql(`
  mutation RecordBondGrounds($input: RecordBondGroundsInput!) {
    recordBondGrounds(input: $input) { __typename ... on RecordBondGroundsPayload { case { id bondGrounds { basis entry charges } } } ... on Invalid { field } ... on UserError { message } }
  }
`);

const TONES: { [S in BondArgumentSide]: Tone } = { FOR: "teal", AGAINST: "red", OPEN: "gray" };

type Grounds = { basis: CustodyBasis | ""; entry: MannerOfEntry | ""; charges: ChargesFlag | "" };

/** What the law says of a bond hearing where they are held, today or on another day. Arguments, and no answer. */
export function BondLaw({ shortId }: { shortId: string }) {
  const { t } = useLingui();
  const [asOf, setAsOf] = useState("");
  const [telling, setTelling] = useState(false);
  const [{ data, error }, again] = useQuery({ query: Law, variables: { shortId, asOf: asOf || null } });
  const one = data?.case;
  const law = one?.bondEligibility;
  return (
    <div className="body">
      <Group align="flex-end" justify="space-between" gap="xs">
        <TextInput type="date" label={t`As of`} value={asOf} onChange={(event) => setAsOf(event.currentTarget.value)} />
        {one?.may.includes("recordBondGrounds") ? <Button size="compact-sm" variant="default" onClick={() => setTelling(true)}><Trans>Why DHS holds them</Trans></Button> : null}
      </Group>
      {law ? (
        <>
          <p>
            <strong><Word of={law.stance} in={stanceWords} /></strong>{" "}
            <span className="quiet">{plainDate(law.asOf)} · {law.facility ?? <Unknown><Trans>place unknown</Trans></Unknown>}{law.district ? `, ${law.district}` : ""}{law.circuit ? <> · <Trans>circuit {law.circuit}</Trans></> : null}</span>
          </p>
          <p className="quiet"><Trans>For attorney review. These are arguments and no answer: nobody here says whether somebody can have bond.</Trans></p>
          <ul className="rows">
            {law.arguments.map((argument) => (
              <li key={argument.key}>
                <Group gap={6} wrap="nowrap" align="flex-start"><Tag tone={TONES[argument.side]}><Word of={argument.side} in={sideWords} /></Tag><span>{argument.sentence}{argument.ifTheirs ? <span className="quiet"> <Trans>(if that is true of them)</Trans></span> : null}</span></Group>
                <div className="quiet">{argument.citation} · <Trans>from {plainDate(argument.inForceFrom)}</Trans> · <Word of={argument.read} in={readWords} /></div>
                <div className="quiet">{argument.status}{argument.dayKnown ? ` ${argument.dayKnown}` : ""}</div>
                {argument.unverified ? <div><Tag tone="orange"><Trans>unverified</Trans></Tag> <span className="quiet">{argument.unverified}</span></div> : null}
              </li>
            ))}
            {law.burden ? (
              <li>
                <strong><Word of={law.burden.on} in={burdenWords} /></strong>
                <div>{law.burden.sentence}</div>
                <div className="quiet">{law.burden.citation} · <Word of={law.burden.read} in={readWords} /></div>
                {law.burden.unverified ? <div><Tag tone="orange"><Trans>unverified</Trans></Tag> <span className="quiet">{law.burden.unverified}</span></div> : null}
              </li>
            ) : null}
          </ul>
          {law.gaps.length > 0 ? <div className="quiet"><Trans>Not known:</Trans><ul>{law.gaps.map((gap) => <li key={gap}><Word of={gap} in={gapWords} /></li>)}</ul></div> : null}
          {law.narrowed ? <p className="quiet"><Trans>Counsel's facts left out what does not speak of this person.</Trans></p> : null}
        </>
      ) : <Awaiting failed={Boolean(error)} />}
      {telling ? <GroundsDialog caseId={one?.id ?? ""} grounds={one?.bondGrounds ?? null} onClose={() => { setTelling(false); again({ requestPolicy: "network-only" }); }} /> : null}
    </div>
  );
}

function GroundsDialog({ caseId, grounds, onClose }: { caseId: string; grounds: { basis: CustodyBasis | null; entry: MannerOfEntry | null; charges: ChargesFlag | null } | null; onClose: () => void }) {
  const { t } = useLingui();
  const bases = useChoices(basisWords);
  const entries = useChoices(entryWords);
  const charges = useChoices(chargesWords);
  return (
    <VerbDialog
      verb={RecordGrounds}
      title={t`Why DHS holds them`}
      submit={t`Save`}
      defaults={{ basis: grounds?.basis ?? "", entry: grounds?.entry ?? "", charges: grounds?.charges ?? "" } satisfies Grounds}
      input={(typed: Grounds) => ({ caseId, basis: typed.basis || null, entry: typed.entry || null, charges: typed.charges || null })}
      told={t`Saved, for counsel alone.`}
      onClose={onClose}
    >
      <p className="quiet" style={{ margin: 0 }}><Trans>Only counsel, and staff whom they supervise, can read this. It narrows the arguments for them, and for nobody else.</Trans></p>
      <ChoiceField name="basis" label={t`Under which provision`} options={bases} />
      <ChoiceField name="entry" label={t`How they entered`} options={entries} />
      <ChoiceField name="charges" label={t`Charges (Laken Riley Act)`} options={charges} />
    </VerbDialog>
  );
}
