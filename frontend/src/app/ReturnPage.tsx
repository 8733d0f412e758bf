import { Stack, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link as To, getRouteApi } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { Loading, Refusal } from "~/design/pieces";
import { type Next, ask } from "~/graph/account";
import { CodeForm } from "./CodeForm";
import { Threshold } from "./Threshold";
import { arrivedWith } from "./search";

const route = getRouteApi("/sign-in/return/$organization");

/** Where an organization's provider sends people back to. What it says leaves the address bar at once. */
export function ReturnPage() {
  const { t } = useLingui();
  const { organization } = route.useParams();
  const [refused, setRefused] = useState(arrivedWith.get("code") ? "" : t`You were not signed in there. Begin again.`);
  const [code, setCode] = useState(false);
  const asked = useRef(false);
  useEffect(() => {
    // It is tried once: a visit ends with its first try.
    if (asked.current) return;
    asked.current = true;
    window.history.replaceState(null, "", window.location.pathname);
    const brought = Object.fromEntries(["code", "state", "iss"].flatMap((name) => (arrivedWith.has(name) ? [[name, arrivedWith.get(name)]] : [])));
    if (!brought["code"]) return;
    void ask<Next>("POST", "/session/provider/return", { organization, ...brought }).then(({ given, refused: no }) => {
      if (no) setRefused(no.message || t`The server could not be reached. Try again.`);
      else if (given.next === "code") setCode(true);
      else window.location.replace(given.next === "account" ? "/your-account" : "/");
    });
  }, [organization, t]);

  const title = t`Sign in with your organization`;
  return (
    <Threshold title={title}>
      {code ? <CodeForm inside={() => window.location.replace("/")} again={() => window.location.assign("/sign-in")} /> : null}
      {refused ? <Stack><Title order={1}>{title}</Title><Refusal>{refused}</Refusal><To to="/sign-in" className="plain"><Trans>To signing in</Trans></To></Stack> : null}
      {code || refused ? null : <Loading />}
    </Threshold>
  );
}
