import { Stack } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { useCallback, useEffect, useState } from "react";
import { Awaiting, Page } from "~/design/pieces";
import { BrowsersPanel } from "~/features/account/Browsers";
import { CalendarDevicesPanel } from "~/features/account/CalendarDevices";
import { AuthenticatorPanel, PasskeysPanel, PasswordPanel, ProvidersPanel } from "~/features/account/SignInMethods";
import { SessionsPanel, TokensPanel } from "~/features/account/WhatIsOpen";
import { WishesPanel } from "~/features/people/Wishes";
import { type Account, ask } from "~/graph/account";
import { useViewer } from "~/graph/viewer";

export function AccountPage() {
  const { t } = useLingui();
  const { viewer } = useViewer();
  const [account, setAccount] = useState<Account>();
  const [failed, setFailed] = useState(false);
  const look = useCallback(() => {
    void ask<Account>("GET", "/account").then(({ given }) => {
      setFailed(!given);
      if (given) setAccount(given);
    });
  }, []);
  useEffect(look, [look]);
  if (!account) return <Awaiting failed={failed} />;
  return (
    <Page title={t`Your account`} about={viewer?.person.name}>
      <Stack gap="lg">
        <WishesPanel />
        <PasskeysPanel account={account} changed={look} />
        <AuthenticatorPanel account={account} changed={look} />
        {account.providers.length ? <ProvidersPanel account={account} changed={look} /> : null}
        {account.providers.some((one) => one.demanded) ? null : <PasswordPanel changed={look} />}
        <CalendarDevicesPanel account={account} changed={look} />
        <BrowsersPanel />
        <SessionsPanel account={account} changed={look} />
        <TokensPanel account={account} changed={look} />
      </Stack>
    </Page>
  );
}
