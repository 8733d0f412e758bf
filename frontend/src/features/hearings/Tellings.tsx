import { Plural, Trans } from "@lingui/react/macro";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { fromNow } from "~/language/times";
import { Word } from "~/language/Word";
import { audienceWords, channelWords, letterKindWords } from "~/language/words";

export const TellingLine = graphql(`
  fragment TellingLine on Telling { personName audience channel kind dueAt count }
`);

/** Who will be told what, before anything is saved. Where names are not for these eyes, a number. */
export function Tellings({ lines }: { lines: readonly FragmentType<typeof TellingLine>[] }) {
  const all = lines.map((line) => readFragment(TellingLine, line));
  if (all.length === 0) return <p className="quiet"><Trans>No one has been told of this date yet, so no one needs to be told.</Trans></p>;
  const people = all.reduce((sum, line) => sum + line.count, 0);
  return (
    <div>
      <strong><Plural value={people} one="# message will go out" other="# messages will go out" /></strong>
      <ul className="quiet" style={{ margin: "6px 0 0", paddingLeft: 18, maxHeight: 220, overflow: "auto" }} tabIndex={0}>
        {all.map((line) => (
          <li key={`${line.personName}${line.audience}${line.channel}${line.kind}${line.dueAt}`}>
            {line.personName ? `${line.personName} (` : `${line.count} × `}<Word of={line.audience} in={audienceWords} />{line.personName ? ")" : ""}: <Word of={line.kind} in={letterKindWords} />, <Word of={line.channel} in={channelWords} />, {fromNow(line.dueAt)}
          </li>
        ))}
      </ul>
    </div>
  );
}
