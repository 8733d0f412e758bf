import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Panel, Tag } from "~/design/pieces";
import { moment } from "~/language/times";
import { type Stretch } from "./rota";

/** Who is called about a silence in the coming seven days, and when nobody is. */
export function DutyWeek({ stretches, zone, maySave }: { stretches: readonly Stretch[]; zone: string; maySave: boolean }) {
  const { t } = useLingui();
  const gaps = stretches.some((one) => !one.person);
  return (
    <Panel title={t`On duty this week`} flush foldable={false} {...(gaps && maySave ? { action: <Link to="/organization"><Trans>Fill the gaps</Trans></Link> } : {})}>
      <ul className="rows">
        {stretches.map((one, index) => (
          <li key={one.from}>
            {one.person ? <><strong>{one.person}</strong> {index === 0 ? <Tag tone="green"><Trans>now</Trans></Tag> : null}</> : <Tag tone="orange"><Trans>Nobody on duty</Trans></Tag>}
            <div className="quiet">{moment(one.from, zone)} – {moment(one.until, zone)}{one.person ? (one.deputy ? <> · <Trans>deputy {one.deputy}</Trans></> : null) : <> · <Trans>each case's coordinator is called</Trans></>}</div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
