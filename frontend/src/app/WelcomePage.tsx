import { Button, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link as To } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Loading, Refusal } from "~/design/pieces";
import { type Link, type Next, ask, leaveFor } from "~/graph/account";
import { CodeForm } from "./CodeForm";
import { Threshold } from "./Threshold";

/** Where the link of a letter leads. Its secret stands behind the number sign, and leaves the address bar at once. */
export function WelcomePage() {
  const { t } = useLingui();
  const [secret] = useState(() => window.location.hash.slice(1));
  const [link, setLink] = useState<Link>();
  const [over, setOver] = useState("");
  const [code, setCode] = useState(false);
  const [refused, setRefused] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    window.history.replaceState(null, "", "/welcome");
    void ask<Link>("POST", "/session/link", { secret }).then(({ given, refused: no }) => {
      setLink(given);
      setOver(no ? no.message || t`The server could not be reached. Try again.` : "");
    });
  }, [secret, t]);

  const inside = (): void => window.location.assign("/");
  const submitted = async (password: string): Promise<void> => {
    setBusy(true);
    const { given, refused: no } = await ask<Next>("POST", "/session/link/password", { secret, password });
    setBusy(false);
    if (no) setRefused(no.message || t`The server could not be reached. Try again.`);
    else if (given.next === "code") setCode(true);
    else inside();
  };

  const atProvider = async (organization: string): Promise<void> => {
    const { refused: no } = await leaveFor("/session/provider", { organization, link: secret });
    if (no) setRefused(no.message || t`The server could not be reached. Try again.`);
  };

  const title = link?.demanded ? t`Sign in with your organization` : link?.kind === "welcome" ? t`Choose your password` : t`Choose a new password`;
  if (code) return <Threshold title={title}><CodeForm inside={inside} again={() => window.location.assign("/sign-in")} /></Threshold>;
  return (
    <Threshold title={title}>
      {over ? <Stack><Title order={1}><Trans>This link is over</Trans></Title><Refusal>{over}</Refusal><To to="/sign-in" className="plain"><Trans>To signing in</Trans></To></Stack> : null}
      {!link && !over ? <Loading /> : null}
      {link ? (
        <form onSubmit={(event) => { event.preventDefault(); void submitted(String(new FormData(event.currentTarget).get("password") ?? "")); }}>
          <Stack gap="md">
            <Title order={1}>{title}</Title>
            {link.kind === "welcome" ? <Text size="sm"><Trans>{link.organization} has taken you on in Presencia.</Trans></Text> : null}
            <TextInput label={t`E-mail`} value={link.email} readOnly autoComplete="username" size="md" />
            {link.demanded ? null : <PasswordInput name="password" label={t`New password`} description={t`At least twelve characters. Four or five words that have nothing to do with each other are a good one.`} autoComplete="new-password" required withAsterisk={false} size="md" autoFocus visibilityToggleButtonProps={{ "aria-label": t`Show the password` }} />}
            {refused ? <Refusal>{refused}</Refusal> : null}
            {link.demanded ? null : <Button type="submit" size="md" loading={busy}><Trans>Choose it and sign in</Trans></Button>}
            {link.provider ? <Button variant={link.demanded ? "filled" : "default"} size="md" onClick={() => void atProvider(link.provider ?? "")}><Trans>Sign in with your organization</Trans></Button> : null}
          </Stack>
        </form>
      ) : null}
    </Threshold>
  );
}
