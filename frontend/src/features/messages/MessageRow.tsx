import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { CaseNumber, Tag, type Tone, When } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { NoticeProgress } from "~/graph/generated/graphql";
import { HERE, moment } from "~/language/times";
import { carrierSaid, reasonSaid } from "~/language/server";
import { Word } from "~/language/Word";
import { audienceWords, channelWords, letterKindWords, noticeProgressWords, occasionKindWords } from "~/language/words";

export const MessagePart = graphql(`
  fragment MessageRow on Notice {
    id kind channel audience dueAt progress reason settledAt
    person { id name }
    case { id shortId }
    occasion { id kind startsAt timeZone hourKnown }
    tries { attempt outcome said at }
  }
`);

const TONES: Record<NoticeProgress, Tone> = { TO_BE_SENT: "blue", DUE: "yellow", SENT: "teal", DELIVERED: "green", TROUBLE: "red", NOT_SENT: "orange", REPLACED: "gray" };

/** One letter: to whom, of what, by what way, when it is due here and at the court, and how each try of it went. */
export function MessageRow({ of }: { of: FragmentType<typeof MessagePart> }) {
  const one = readFragment(MessagePart, of);
  const zone = one.occasion?.timeZone;
  return (
    <li className="spread">
      <div>
        <div>
          <strong><Word of={one.kind} in={letterKindWords} /></strong> <Trans>to</Trans> {one.person?.name ?? <Word of={one.audience} in={audienceWords} />} {one.case ? <Link className="plain" to="/cases/$shortId" params={{ shortId: one.case.shortId }}><CaseNumber>{one.case.shortId}</CaseNumber></Link> : null}
        </div>
        {one.occasion ? <div><Word of={one.occasion.kind} in={occasionKindWords} />, <When at={one.occasion.startsAt} zone={one.occasion.timeZone} hourKnown={one.occasion.hourKnown} /></div> : null}
        <div className="quiet">
          <Word of={one.channel} in={channelWords} /> · <Trans>due {moment(one.dueAt)}</Trans>
          {zone && zone !== HERE ? <> (<Trans>there: {moment(one.dueAt, zone)}</Trans>)</> : null}
          {one.settledAt && one.progress !== "TO_BE_SENT" ? <> · <Trans>ended {moment(one.settledAt)}</Trans></> : null}
        </div>
        {one.reason ? <div className="quiet"><Trans>Why: {reasonSaid(one.reason)}</Trans></div> : null}
        {one.tries.length > 0 ? (
          <ol className="quiet" style={{ margin: 0, paddingInlineStart: 18 }}>
            {one.tries.map((each) => <li key={`${each.attempt}${each.at}`}>{moment(each.at)}: {carrierSaid(each.outcome)}{each.said ? ` (${each.said})` : ""}</li>)}
          </ol>
        ) : null}
      </div>
      <Tag tone={TONES[one.progress]}><Word of={one.progress} in={noticeProgressWords} /></Tag>
    </li>
  );
}
