import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Panel, Refusal, Tag } from "~/design/pieces";
import { LongField } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import { date, moment } from "~/language/times";
import { Word } from "~/language/Word";
import { comparisonWords, sheetAnswerWords } from "~/language/words";

const Sheets = graphql(`
  query ConflictSheets {
    conflictSheets { id revision sentAt openUntil found answer answeredAt closedAt attorney { id name } askedBy { id name } contents { names relatives employers adverseParties } }
  }
`);
const Answer = graphql(`
  mutation AnswerConflictSheet($input: AnswerConflictSheetInput!) {
    answerConflictSheet(input: $input) { __typename ... on AnswerConflictSheetPayload { sheet { id revision answer answeredAt closedAt contents { names relatives employers adverseParties } } } ... on Invalid { field } ... on UserError { message } }
  }
`);

function Names({ title, names }: { title: string; names: readonly string[] }) {
  return names.length > 0 ? <div><span className="quiet">{title}:</span> {names.join(" · ")}</div> : null;
}

/** What the viewer is asked as a conflicts contact: names alone, until they have answered. */
export function ConflictSheets({ waiting = false }: { /** Only while one waits for an answer. */ waiting?: boolean }) {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: Sheets, requestPolicy: "cache-and-network" });
  const [asking, setAsking] = useState<{ id: string; revision: number }>();
  if (error && !data) return <Refusal><Trans>The conflict sheets could not be loaded. One may wait for your answer; try again.</Trans></Refusal>;
  const rows = (data?.conflictSheets ?? []).filter((one) => !waiting || (!one.answer && !one.closedAt));
  if (rows.length === 0) return null;
  return (
    <Panel title={t`Conflict checks`} flush>
      <ul className="rows">
        {rows.map((one) => (
          <li key={one.id}>
            <Group gap={6}><strong>{one.askedBy?.name}</strong><span className="quiet"><Trans>asks for {one.attorney?.name ?? ""}</Trans> · {date(one.sentAt)}</span>{one.found ? <Tag tone={one.found === "POSSIBLE" ? "orange" : "teal"}><Word of={one.found} in={comparisonWords} /></Tag> : one.answer ? <Tag><Word of={one.answer} in={sheetAnswerWords} /></Tag> : one.closedAt ? <Tag><Trans>Shut</Trans></Tag> : <Tag tone="orange"><Trans>open until {moment(one.openUntil)}</Trans></Tag>}</Group>
            {one.found ? <div className="quiet"><Trans>Your list was compared. Nobody was told a name.</Trans></div> : null}
            {one.contents ? <><Names title={t`Client`} names={one.contents.names} /><Names title={t`Relatives`} names={one.contents.relatives} /><Names title={t`Employers`} names={one.contents.employers} /><Names title={t`Adverse parties`} names={one.contents.adverseParties} /></> : null}
            {one.contents && !one.answer && !one.closedAt ? (
              <Group gap="xs" mt={6}>
                <VerbButton verb={Answer} variant="filled" label={t`Clear`} ask={t`The case opens to the attorney, and this sheet is shut.`} input={{ sheetId: one.id, expectedRevision: one.revision, answer: "CLEAR" as const }} told={t`Clear: the case is open to the attorney now.`} />
                <VerbButton verb={Answer} label={t`Conflict`} ask={t`The offer ends, and this sheet is shut. Nobody is told why.`} input={{ sheetId: one.id, expectedRevision: one.revision, answer: "CONFLICT" as const }} told={t`A conflict: the offer has ended.`} />
                <Button size="compact-sm" variant="default" onClick={() => setAsking(one)}><Trans>I need to know more</Trans></Button>
              </Group>
            ) : null}
          </li>
        ))}
      </ul>
      {asking ? (
        <VerbDialog verb={Answer} title={t`I need to know more`} submit={t`Send`} defaults={{ question: "" }} input={(typed: { question: string }) => ({ sheetId: asking.id, expectedRevision: asking.revision, answer: "NEED_MORE" as const, question: typed.question })} told={t`Sent. This sheet is shut; a new one comes with the answer.`} onClose={() => setAsking(undefined)}>
          <LongField name="question" label={t`What you need to know`} hint={t`The legal team of the case reads it.`} required />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}
