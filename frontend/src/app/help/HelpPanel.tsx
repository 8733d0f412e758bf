import { Button, Drawer, Stack, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Loading } from "~/design/pieces";
import { useFocusBack } from "~/forms/focus";
import { type Help, helpFor } from "./Help";

/** Beside the page: what it is for, the words used here, and what can be done. */
export function HelpPanel({ onShortcuts, onTour, onClose }: { onShortcuts: () => void; onTour: () => void; onClose: () => void }) {
  const { t, i18n } = useLingui();
  useFocusBack();
  const { pathname } = useLocation();
  const [help, setHelp] = useState<Help>();
  useEffect(() => {
    let here = true;
    void helpFor(pathname).then((found) => (here ? setHelp(found) : undefined));
    return () => {
      here = false;
    };
  }, [pathname]);
  return (
    <Drawer opened onClose={onClose} position="right" title={t`Help with this page`} closeButtonProps={{ "aria-label": t`Close` }}>
      {help ? (
        <Stack gap="md">
          <p style={{ margin: 0 }}>{i18n._(help.what)}</p>
          <section>
            <Title order={3} size="h5"><Trans>What you can do here</Trans></Title>
            <ul className="steps">{help.acts.map((one) => <li key={one.id}>{i18n._(one)}</li>)}</ul>
          </section>
          <section>
            <Title order={3} size="h5"><Trans>Words on this page</Trans></Title>
            <dl className="changes">{help.words.map(([word, meaning]) => <div key={word.id}><dt><strong>{i18n._(word)}</strong></dt><dd>{i18n._(meaning)}</dd></div>)}</dl>
          </section>
          <Button variant="default" onClick={() => { onClose(); onShortcuts(); }}><Trans>Keyboard shortcuts</Trans></Button>
          <Button variant="default" onClick={() => { onClose(); onTour(); }}><Trans>Take the tour</Trans></Button>
        </Stack>
      ) : <Loading />}
    </Drawer>
  );
}
