import { Plural, Trans } from "@lingui/react/macro";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { TellingLineFragment } from "~/graph/generated/graphql";
import { fromNow, time } from "~/language/times";
import { Word } from "~/language/Word";
import { audienceWords, channelWords, letterKindWords } from "~/language/words";

export const TellingLine = graphql(`
  fragment TellingLine on Telling { personName audience channel kind dueAt timeZone theirTimeZone count }
`);

type Line = TellingLineFragment;

/** Who will be told what, before anything is saved. Where names are not for these eyes, a number. */
export function Tellings({ lines }: { lines: readonly FragmentType<typeof TellingLine>[] }) {
  const all = lines.map((line) => readFragment(TellingLine, line));
  if (all.length === 0) return <p className="quiet"><Trans>No one has been told of this date yet, so no one needs to be told.</Trans></p>;
  const changes = all.filter((line) => line.kind !== "REMINDER");
  const reminders = all.filter((line) => line.kind === "REMINDER");
  const told = total(changes);
  return (
    <div>
      <strong>{told > 0 ? <Plural value={told} one="# message will go out" other="# messages will go out" /> : <Trans>No one is told of the change</Trans>}</strong>
      <ul className="quiet" style={{ margin: "6px 0 0", paddingLeft: 18 }}>
        {changes.map((line) => (
          <li key={`${line.personName}${line.audience}${line.channel}${line.kind}${line.dueAt}`}>
            {line.personName ? `${line.personName} (` : `${line.count} × `}<Word of={line.audience} in={audienceWords} />{line.personName ? ")" : ""}: <Word of={line.kind} in={letterKindWords} />, <Word of={line.channel} in={channelWords} />, {fromNow(line.dueAt)}{line.theirTimeZone ? ` (${time(line.dueAt, line.timeZone)}; ${time(line.dueAt, line.theirTimeZone)})` : ""}
          </li>
        ))}
      </ul>
      {reminders.length > 0 ? <p className="quiet" style={{ margin: "8px 0 0" }}><Trans>Before the new date:</Trans> <Plural value={total(reminders)} one="# reminder" other="# reminders" />, <Trans>the first {fromNow(reminders.map((line) => line.dueAt).toSorted()[0] ?? "")}</Trans></p> : null}
    </div>
  );
}

function total(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.count, 0);
}
