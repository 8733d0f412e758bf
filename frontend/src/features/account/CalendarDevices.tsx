import { Button, Group, Modal, Stack, Tabs, Text, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Empty, Panel, Refusal } from "~/design/pieces";
import { type Account, type AppPassword, ask } from "~/graph/account";
import { date, moment } from "~/language/times";
import { useSaid } from "./SignInMethods";

type Props = { account: Account; changed: () => void };
type Made = { name: string; password: string };

/** Telephones and programs that show one's feeds by CalDAV, each with a password of its own. */
export function CalendarDevicesPanel({ account, changed }: Props) {
  const { t } = useLingui();
  const said = useSaid();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<Made>();
  const renew = async (one: AppPassword): Promise<void> => {
    const given = await said(ask<{ password: string }>("POST", `/account/app-passwords/${one.id}`, {}), t`The old password of that device opens nothing any more.`);
    if (!given) return;
    setMade({ name: one.name, password: given.password });
    changed();
  };
  return (
    <Panel title={t`Calendars on your devices`} action={<Button variant="default" size="compact-sm" onClick={() => setMaking(true)}><Trans>Add a device</Trans></Button>} flush>
      <div className="body"><Text size="sm"><Trans>A telephone or Thunderbird with an account asks for changes every few minutes, where a subscription may take a day. It shows each of <Link to="/subscriptions">your feeds</Link> as a calendar, to be read. Each device has a password of its own, which opens nothing but your calendars.</Trans></Text></div>
      {account.appPasswords.length ? (
        <ul className="rows">
          {account.appPasswords.map((one) => {
            const { name } = one;
            return (
              <li key={one.id} className="spread">
                <span>{name}<br /><span className="quiet">{one.usedAt ? <Trans>last used {moment(one.usedAt)}</Trans> : <Trans>not used yet</Trans>}{one.usedAt && one.usedBy ? <> · {one.usedBy}</> : null} · <Trans>ends on {date(one.until)} unless it is used</Trans></span></span>
                <Group gap="xs" wrap="nowrap">
                  <Button variant="default" size="compact-sm" aria-label={t`New password for ${name}`} onClick={() => void renew(one)}><Trans>New password</Trans></Button>
                  <Button variant="default" size="compact-sm" aria-label={t`End the password of ${name}`} onClick={() => void said(ask("DELETE", `/account/app-passwords/${one.id}`), t`That device is told nothing any more.`).then(changed)}><Trans>End</Trans></Button>
                </Group>
              </li>
            );
          })}
        </ul>
      ) : <Empty title={t`No device has a password`} />}
      {making ? <AddDevice onMade={(one) => { setMaking(false); setMade(one); changed(); }} onClose={() => setMaking(false)} /> : null}
      {made ? <SetUp made={made} address={account.calendarsAt} onClose={() => setMade(undefined)} /> : null}
    </Panel>
  );
}

function AddDevice({ onMade, onClose }: { onMade: (made: Made) => void; onClose: () => void }) {
  const { t } = useLingui();
  const [refused, setRefused] = useState("");
  const [busy, setBusy] = useState(false);
  const make = async (form: FormData): Promise<void> => {
    const name = String(form.get("name") ?? "");
    setBusy(true);
    const { given, refused: no } = await ask<{ password: string }>("POST", "/account/app-passwords", { name });
    setBusy(false);
    if (no) setRefused(no.message || t`That did not work. Nothing was changed; try again.`);
    else onMade({ name, password: given.password });
  };
  return (
    <Modal opened onClose={onClose} title={t`Add a device`} closeButtonProps={{ "aria-label": t`Close` }}>
      <form onSubmit={(event) => { event.preventDefault(); void make(new FormData(event.currentTarget)); }}>
        <Stack gap="md">
          <TextInput name="name" label={t`What you call it`} description={t`“My iPhone”, “Thunderbird at the office”`} required withAsterisk={false} maxLength={80} data-autofocus />
          {refused ? <Refusal>{refused}</Refusal> : null}
          <Group justify="flex-end"><Button type="submit" loading={busy}><Trans>Make its password</Trans></Button></Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** The password, this once, and where to type it. */
function SetUp({ made, address, onClose }: { made: Made; address: string; onClose: () => void }) {
  const { t } = useLingui();
  const { host } = new URL(address);
  const code = { overflowWrap: "anywhere" } as const;
  return (
    <Modal opened onClose={onClose} size="lg" title={made.name} closeButtonProps={{ "aria-label": t`Close` }}>
      <Stack gap="md">
        <Text size="sm"><Trans>This is the device's password. It is shown this one time; small and capital letters are alike, and the dashes may be left out.</Trans></Text>
        <Group justify="space-between" wrap="nowrap"><code style={{ ...code, fontSize: "1.1rem" }}>{made.password}</code><Button variant="default" size="compact-sm" onClick={() => void navigator.clipboard.writeText(made.password)}><Trans>Copy</Trans></Button></Group>
        <Text size="sm"><Trans>Server: <code style={code}>{host}</code>. User name: the e-mail address with which you sign in here.</Trans></Text>
        <Tabs defaultValue="apple">
          <Tabs.List aria-label={t`Which device`}>
            <Tabs.Tab value="apple"><Trans>iPhone, iPad</Trans></Tabs.Tab>
            <Tabs.Tab value="mac">Mac</Tabs.Tab>
            <Tabs.Tab value="thunderbird">Thunderbird</Tabs.Tab>
            <Tabs.Tab value="davx5"><Trans>Android (DAVx⁵)</Trans></Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="apple" pt="sm">
            <ol className="steps">
              <li><Trans>Open Settings, Apps, Calendar, Calendar Accounts, Add Account, Other, Add CalDAV Account.</Trans></li>
              <li><Trans>Type the server, your user name and this password, and press Next.</Trans></li>
              <li><Trans>Under Calendar Accounts, Fetch New Data, choose every 15 minutes.</Trans></li>
            </ol>
          </Tabs.Panel>
          <Tabs.Panel value="mac" pt="sm">
            <ol className="steps">
              <li><Trans>Open Calendar, then Add Account, Other CalDAV Account, and choose Manual.</Trans></li>
              <li><Trans>Type your user name, this password and the server.</Trans></li>
            </ol>
          </Tabs.Panel>
          <Tabs.Panel value="thunderbird" pt="sm">
            <ol className="steps">
              <li><Trans>In the calendar, choose New Calendar, On the Network.</Trans></li>
              <li><Trans>Type your user name, and as location <code style={code}>{address}</code>. Press Find Calendars, and type this password.</Trans></li>
              <li><Trans>Tick the calendars that you want, and subscribe.</Trans></li>
            </ol>
          </Tabs.Panel>
          <Tabs.Panel value="davx5" pt="sm">
            <ol className="steps">
              <li><Trans>Press the plus, and choose to sign in with URL and user name.</Trans></li>
              <li><Trans>Type <code style={code}>{address}</code>, your user name and this password.</Trans></li>
              <li><Trans>Tick the calendars that you want, and synchronize.</Trans></li>
            </ol>
          </Tabs.Panel>
        </Tabs>
        <Text size="sm" c="dimmed"><Trans>Dates are changed in Presencia, not in the calendar. If the device is lost, end its password here.</Trans></Text>
        <Group justify="flex-end"><Button onClick={onClose}><Trans>I have it</Trans></Button></Group>
      </Stack>
    </Modal>
  );
}
