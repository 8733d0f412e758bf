import { Alert } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Panel } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { spoken } from "~/language/speech";
import { day, time } from "~/language/times";
import { Word } from "~/language/Word";
import { actionNeedWords, givesAwayWords, occasionKindWords, wordingKindWords } from "~/language/words";

export const ReadyPart = graphql(`
  fragment ReadyOfAction on AdvocacyAction {
    id unready
    warnings { what where words }
    clashes { kind startsAt timeZone }
  }
`);

/** What those who plan it have still to do, and what is worth a second look. None of it stands in the way. */
export function ReadyPanel({ of }: { of: FragmentType<typeof ReadyPart> }) {
  const { t } = useLingui();
  const { unready, warnings, clashes } = readFragment(ReadyPart, of);
  const whereSaid = useWhere();
  return (
    <Panel title={t`Before the day`} count={unready.length + warnings.length + clashes.length} foldable={false}>
      {unready.length === 0 ? <p style={{ margin: 0 }}><Trans>Everything that is usually prepared is there.</Trans></p> : <><p style={{ margin: "0 0 8px" }}><Trans>Still to prepare. It stands in nobody's way:</Trans></p><ul className="missing">{unready.map((need) => <li key={need}><span><Word of={need} in={actionNeedWords} /></span></li>)}</ul></>}
      {clashes.length > 0 ? (
        <Alert color="orange" mt="md" title={t`That hour is taken`}>
          {clashes.map((clash) => (clash.kind && clash.startsAt && clash.timeZone ? <div key={clash.startsAt + clash.kind}><Trans>An official you asked is also asked to: <Word of={clash.kind} in={occasionKindWords} />, {day(clash.startsAt, clash.timeZone)}, {time(clash.startsAt, clash.timeZone)}</Trans></div> : <div key="unseen"><Trans>Counsel asks for another hour.</Trans></div>))}
        </Alert>
      ) : null}
      {warnings.length > 0 ? (
        <Alert color="yellow" mt="md" title={t`Worth a second look before it is said`}>
          <ul style={{ margin: 0, paddingLeft: 18 }}>{warnings.map((one) => <li key={one.what + one.where + one.words}>“{one.words}” ({whereSaid(one.where)}): <Word of={one.what} in={givesAwayWords} /></li>)}</ul>
        </Alert>
      ) : null}
    </Panel>
  );
}

/** In which text it stands. */
function useWhere(): (field: string) => string {
  const { t, i18n } = useLingui();
  const known: Record<string, string> = { title: t`title`, statement: t`statement`, spokespeople: t`who speaks`, press_contact: t`press contact`, run_of_show: t`run of show`, hosts: t`hosts`, accessibility: t`access`, codeword: t`code word` };
  return (field) => {
    const [kind = "", language = ""] = field.split(":");
    if (kind === "talking_points") return `${i18n._(wordingKindWords.TALKING_POINTS)}, ${spoken(language)}`;
    if (kind === "media_advisory") return `${i18n._(wordingKindWords.MEDIA_ADVISORY)}, ${spoken(language)}`;
    return known[field] ?? field;
  };
}
