import { Button, type ButtonProps, Group, Modal, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { type Payload, type Verb, useVerb } from "~/graph/verbs";
import { missingSaid } from "~/language/server";

type Props<D, I> = ButtonProps & {
  verb: Verb<D, I>;
  input: I;
  told: string | ((payload: Payload<D>) => string);
  label: string;
  /** What cannot be undone with another tap says what it does, and asks once more. */
  ask?: string;
  onDone?: (payload: Payload<D>) => void;
};

/** A verb that needs no words: one tap, and a sentence either way. */
export function VerbButton<D, I>({ verb, input, told, label, ask, onDone, ...look }: Props<D, I>) {
  const { t } = useLingui();
  const { send, sending } = useVerb(verb);
  const [asking, setAsking] = useState(false);
  const tapped = async (): Promise<void> => {
    const { done, refused } = await send(input);
    setAsking(false);
    if (refused) {
      const why = refused.missing?.length ? [t`Not yet okay to share:`, ...refused.missing.map(missingSaid)] : [refused.message];
      notifications.show({ color: "red", message: why.join(" "), autoClose: 15_000 });
      return;
    }
    notifications.show({ message: typeof told === "string" ? told : told(done), autoClose: 10_000 });
    onDone?.(done);
  };
  return (
    <>
      <Button variant="default" size="compact-sm" {...look} loading={sending && !asking} onClick={() => (ask ? setAsking(true) : void tapped())}>{label}</Button>
      {ask ? (
        <Modal opened={asking} onClose={() => setAsking(false)} title={label} closeButtonProps={{ "aria-label": t`Close` }}>
          <Stack gap="md">
            <p style={{ margin: 0 }}>{ask}</p>
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={() => setAsking(false)}><Trans>Close</Trans></Button>
              <Button loading={sending} onClick={() => void tapped()} data-autofocus>{label}</Button>
            </Group>
          </Stack>
        </Modal>
      ) : null}
    </>
  );
}
