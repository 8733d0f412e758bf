import { Group, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { CaseNumber, Tag, Unknown, When } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { date, zoneName } from "~/language/times";
import { seesAll } from "~/graph/viewer";
import { spoken } from "~/language/speech";
import { Word } from "~/language/Word";
import { assignmentStateWords, confidenceWords, custodyStatusWords, occasionKindWords, priorityWords, sourceWords, stageWords } from "~/language/words";
import { STAGE_TONES } from "./boardRow";
import { Lost, isLost } from "./Lost";
import { MergesNote } from "./MergeCase";

export const CaseHeaderPart = graphql(`
  fragment CaseHeader on Case {
    id shortId stage custodyStatus priority noPublicity onHold missing reach audience openedAt tags
    client { id publicName legalName aNumbers aliases birthDate language countryOfBirth minor identityShown }
    coordinator { id name }
    leadOrganization { id name }
    whereNow { id source confidence checkedAt facility { id name city state } }
    whereabouts { confidence checkedAt facility { id name city state } }
    nextHearing { id court { id name } occasion { id kind startsAt timeZone hourKnown } }
    representedBy { id state attorney { id name } }
    mergedInto { id shortId }
    ...MergesOfCase
  }
`);

/** Who, where now, next hearing, who represents, what is missing: answered before anything is scrolled. */
export function CaseHeader({ of, actions }: { of: FragmentType<typeof CaseHeaderPart>; actions?: React.ReactNode }) {
  const { t } = useLingui();
  const one = readFragment(CaseHeaderPart, of);
  const { client } = one;
  const facility = one.whereNow?.facility ?? one.whereabouts?.facility;
  return (
    <section className="panel" aria-label={t`At a glance`}>
      <header>
        <div>
          <Group gap={8}>
            <Title order={1}>{client.publicName === one.shortId ? <CaseNumber>{one.shortId}</CaseNumber> : client.publicName}</Title>
            {client.publicName === one.shortId ? null : <span className="quiet"><CaseNumber>{one.shortId}</CaseNumber></span>}
            <Tag tone={STAGE_TONES[one.stage]}><Word of={one.stage} in={stageWords} /></Tag>
            {one.priority === "ROUTINE" ? null : <Tag tone={one.priority === "URGENT" ? "red" : "orange"}><Word of={one.priority} in={priorityWords} /></Tag>}
            {one.noPublicity ? <Tag><Trans>No publicity</Trans></Tag> : null}
            {one.onHold ? <Tag tone="orange"><Trans>Legal hold</Trans></Tag> : null}
            {client.minor ? <Tag tone="orange"><Trans>Minor</Trans></Tag> : null}
            {one.tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}
          </Group>
          <div className="quiet" style={{ marginTop: 4 }}>
            {[client.legalName, client.aNumbers.join(", "), client.aliases.length > 0 ? t`Also ${client.aliases.join(", ")}` : null, client.birthDate ? t`Born ${client.birthDate}` : null, client.countryOfBirth, client.language ? spoken(client.language) : null, one.coordinator ? t`Coordinator: ${one.coordinator.name}` : seesAll(one.audience) ? t`Nobody looks after it yet` : null, one.leadOrganization?.name].filter(Boolean).join(" · ")}
          </div>
        </div>
        <Group gap={6}>{actions}</Group>
      </header>
      <MergesNote of={one} />
      {one.onHold ? <p className="quiet body" style={{ margin: 0 }}><Trans>A legal hold keeps this case: nothing of it is erased, and no clock runs for it. Do not edit away what somebody may ask for.</Trans></p> : null}
      <dl className="facts">
        <div>
          <dt><Trans>Where now</Trans></dt>
          <dd>{facility ? <>{facility.name}<div className="quiet">{[facility.city, facility.state].filter(Boolean).join(", ")}</div></> : <Unknown><Word of={one.custodyStatus} in={custodyStatusWords} /></Unknown>}
            {one.whereNow ? <div className="quiet" style={{ fontWeight: 400 }}><Word of={one.whereNow.source} in={sourceWords} />, {date(one.whereNow.checkedAt)}{isLost(one.reach) ? null : <> · <Word of={one.whereNow.confidence} in={confidenceWords} /></>}</div> : one.whereabouts ? <div className="quiet" style={{ fontWeight: 400 }}>{date(one.whereabouts.checkedAt)} · <Word of={one.whereabouts.confidence} in={confidenceWords} /></div> : null}
            <Lost of={one.reach} />
          </dd>
        </div>
        <div>
          <dt><Trans>Next hearing</Trans></dt>
          <dd>{one.nextHearing ? <><When at={one.nextHearing.occasion.startsAt} zone={one.nextHearing.occasion.timeZone} hourKnown={one.nextHearing.occasion.hourKnown} /><div className="quiet" style={{ fontWeight: 400 }}><Word of={one.nextHearing.occasion.kind} in={occasionKindWords} /> · {one.nextHearing.court?.name ?? zoneName(one.nextHearing.occasion.timeZone)}</div></> : <Unknown><Trans>No date known</Trans></Unknown>}</dd>
        </div>
        <div>
          <dt><Trans>Represented by</Trans></dt>
          <dd>{one.representedBy.length > 0 ? one.representedBy.map((by) => <div key={by.id}>{by.attorney?.name} <span className="quiet">· <Word of={by.state} in={assignmentStateWords} /></span></div>) : <Unknown><Trans>No one yet</Trans></Unknown>}</dd>
        </div>
        {/* Other eyes get no list, and an empty list must not read as "all is well". */}
        {seesAll(one.audience) ? <div>
          <dt><Trans>What is missing</Trans></dt>
          <dd style={{ fontWeight: 400 }}>{one.missing.length > 0 ? <ul className="missing">{one.missing.map((line) => <li key={line}>{line}</li>)}</ul> : <Trans>Nothing that we know of</Trans>}</dd>
        </div> : null}
      </dl>
    </section>
  );
}
