import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Panel } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { spoken } from "~/language/speech";
import { zoneName } from "~/language/times";
import { Word } from "~/language/Word";
import { channelWords } from "~/language/words";
import { WishesDialog, WishesPart } from "./WishesDialog";

const Mine = graphql(`
  query MyWishes { viewer { person { id ...WishesOf } } }
`);

/** One's own, on the page of one's account. */
export function WishesPanel() {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: Mine });
  const person = data?.viewer?.person;
  if (!person) return null;
  const wishes = readFragment(WishesPart, person);
  const [first] = wishes.channels;
  return (
    <Panel title={t`How we write to you`} action={<WishesButton of={person} label={t`Edit`} />}>
      <p style={{ margin: 0 }}>
        {first ? <Word of={first} in={channelWords} /> : <Trans>As usual: e-mail, else a text</Trans>} · {spoken(wishes.language)} · {wishes.timeZone ? zoneName(wishes.timeZone) : <Trans>That of each date</Trans>}
      </p>
      <p className="quiet" style={{ margin: "4px 0 0" }}><Trans>Nothing rings from {wishes.quietFrom ?? "21:00"} until {wishes.quietUntil ?? "08:00"}.</Trans> {(wishes.wakeForChanges ?? true) ? <Trans>A change of a date may ring all the same.</Trans> : null}{wishes.morningDigest === false ? <> <Trans>No letter of the morning.</Trans></> : wishes.morningDigest ? <> <Trans>The letter of the morning, because you asked for it.</Trans></> : null}</p>
    </Panel>
  );
}

/** A button that opens somebody's wishes. */
export function WishesButton({ of, label, whose }: { of: FragmentType<typeof WishesPart>; label: string; whose?: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="default" {...(whose ? { "aria-label": whose } : {})} onClick={() => setOpen(true)}>{label}</Button>
      {open ? <WishesDialog of={readFragment(WishesPart, of)} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
