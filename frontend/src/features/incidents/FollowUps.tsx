import { Button, Group } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { Tag } from "~/design/pieces";
import type { FollowUpKind, FollowUpState } from "~/graph/generated/graphql";
import { plainDate } from "~/language/times";
import { Word } from "~/language/Word";
import { followUpKindWords, followUpStateWords } from "~/language/words";
import { AnswerDialog } from "./IncidentDialogs";

export type FollowUp = { id: string; revision: number; kind: FollowUpKind; toWhom: string | null; sentOn: string; dueOn: string | null; state: FollowUpState; answeredOn: string | null; answer: string | null };

/** What was asked about an incident, and what came. */
export function FollowUps({ of, mayAnswer }: { of: readonly FollowUp[]; mayAnswer: boolean }) {
  const [answering, setAnswering] = useState<FollowUp>();
  const today = new Date().toLocaleDateString("en-CA", { timeZone: "America/New_York" });
  return (
    <>
      {of.length > 0 ? (
        <ul style={{ margin: "6px 0", paddingLeft: 18 }}>
          {of.map((one) => (
            <li key={one.id}>
              <Group gap={6}>
                <span><Word of={one.kind} in={followUpKindWords} />: {one.toWhom}, {plainDate(one.sentOn)}</span>
                <Tag tone={one.state === "WAITING" ? (one.dueOn && one.dueOn < today ? "red" : "orange") : one.state === "REFUSED" ? "red" : "teal"}><Word of={one.state} in={followUpStateWords} />{one.answeredOn ? `, ${plainDate(one.answeredOn)}` : ""}</Tag>
                {one.state === "WAITING" && mayAnswer ? <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAnswering(one)}><Trans>Record the answer</Trans></Button> : null}
              </Group>
              {one.state === "WAITING" && one.dueOn ? <div className="quiet">{one.dueOn < today ? <Trans>An answer was due {plainDate(one.dueOn)}</Trans> : <Trans>An answer is due {plainDate(one.dueOn)}</Trans>}</div> : null}
              {one.answer ? <div style={{ whiteSpace: "pre-wrap" }}>{one.answer}</div> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {answering ? <AnswerDialog followUp={answering} onClose={() => setAnswering(undefined)} /> : null}
    </>
  );
}
