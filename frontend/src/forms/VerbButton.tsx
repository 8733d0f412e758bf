import { Button, type ButtonProps } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useClient } from "urql";
import { listening } from "~/graph/client";
import { askAnew } from "~/graph/live";
import { type Payload, type Verb, useVerb } from "~/graph/verbs";
import { missingSaid } from "~/language/server";
import { useFocusInPanel } from "./focus";
import { Question } from "./Question";

type Props<D, I> = ButtonProps & {
  verb: Verb<D, I>;
  input: I;
  told: string | ((payload: Payload<D>) => string);
  label: string;
  /** What it does and to whom, where rows of a list have the same button. It also stands above the question. */
  "aria-label"?: string;
  /** What cannot be undone with another tap says what it does, and asks once more. */
  ask?: string;
  onDone?: (payload: Payload<D>) => void;
};

/** A verb that needs no words: one tap, and a sentence either way. */
export function VerbButton<D, I>({ verb, input, told, label, ask, onDone, "aria-label": whose, ...look }: Props<D, I>) {
  const { t } = useLingui();
  const { send, sending } = useVerb(verb);
  const client = useClient();
  const [asking, setAsking] = useState(false);
  const { button, goes } = useFocusInPanel();
  const tapped = async (): Promise<void> => {
    const { done, refused } = await send(input);
    setAsking(false);
    if (refused) {
      const stale = refused.kind === "ChangedMeanwhile";
      const shown = stale ? listening(client) : undefined;
      // What it says now comes by itself: only then can somebody decide whether the tap is still right.
      if (shown) askAnew(shown);
      const why = stale ? [refused.message, t`It is shown as it is now: press again if yours is still right.`] : refused.missing?.length ? [t`Not yet okay to share:`, ...refused.missing.map(missingSaid)] : [refused.message];
      notifications.show({ color: "red", message: why.join(" "), autoClose: 15_000 });
      return;
    }
    goes();
    notifications.show({ message: typeof told === "string" ? told : told(done), autoClose: 10_000 });
    onDone?.(done);
  };
  return (
    <>
      <Button ref={button} variant="default" size="compact-sm" {...look} {...(whose ? { "aria-label": whose } : {})} loading={sending && !asking} onClick={() => (ask ? setAsking(true) : void tapped())}>{label}</Button>
      {ask ? <Question opened={asking} title={whose ?? label} says={ask} label={label} sending={sending} onYes={() => void tapped()} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
