import { Button, Switch } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useCallback, useEffect, useState } from "react";
import { Panel } from "~/design/pieces";
import { ask } from "~/graph/account";
import { type Browsers, tellHere, tellNoMore, toldHere } from "~/graph/browsers";
import { date } from "~/language/times";
import { useSaid } from "./SignInMethods";

/** Whether changes of dates are shown in one's browsers. Nothing where the deployment does not offer it. */
export function BrowsersPanel() {
  const { t } = useLingui();
  const said = useSaid();
  const [told, setTold] = useState<Browsers>();
  const [busy, setBusy] = useState(false);
  const look = useCallback(() => {
    void ask<Browsers>("GET", "/account/browsers").then(({ given }) => setTold(given));
  }, []);
  useEffect(look, [look]);
  if (!told?.key) return null;
  const key = told.key;
  const here = told.browsers.find((one) => one.id === toldHere());
  const turn = async (on: boolean): Promise<void> => {
    setBusy(true);
    if (on) await said(tellHere(key), t`You are told in this browser from now on.`);
    else if (here) await said(tellNoMore(here.id), t`You are told there no more.`);
    setBusy(false);
    look();
  };
  return (
    <Panel title={t`Where you are told at once`}>
      <Switch label={t`Tell me in this browser`} description={t`When a date changes, a short word stands on the screen: no name, no case. Opening it leads to the page.`} checked={Boolean(here)} disabled={busy} onChange={(event) => void turn(event.currentTarget.checked)} />
      {told.browsers.length ? (
        <ul className="rows">
          {told.browsers.map((one) => {
            const device = one.device || t`An unknown browser`;
            return (
              <li key={one.id} className="spread">
                <span>{device} <span className="quiet"><Trans>since {date(one.createdAt)}</Trans></span></span>
                <Button variant="default" size="compact-sm" aria-label={t`Turn off: ${device}`} onClick={() => void said(tellNoMore(one.id), t`You are told there no more.`).then(look)}><Trans>Turn off</Trans></Button>
              </li>
            );
          })}
        </ul>
      ) : null}
    </Panel>
  );
}
