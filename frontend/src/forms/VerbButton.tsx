import { Button, type ButtonProps } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type Payload, type Verb, useVerb } from "~/graph/verbs";

type Props<D, I> = ButtonProps & { verb: Verb<D, I>; input: I; told: string; label: string; onDone?: (payload: Payload<D>) => void };

/** A verb that needs no words: one tap, and a sentence either way. */
export function VerbButton<D, I>({ verb, input, told, label, onDone, ...look }: Props<D, I>) {
  const { send, sending } = useVerb(verb);
  const tapped = async (): Promise<void> => {
    const { done, refused } = await send(input);
    if (refused) {
      notifications.show({ color: "red", message: [refused.message, ...(refused.missing ?? [])].join(" "), autoClose: 15_000 });
      return;
    }
    notifications.show({ message: told, autoClose: 10_000 });
    onDone?.(done);
  };
  return <Button variant="default" size="compact-sm" {...look} loading={sending} onClick={() => void tapped()}>{label}</Button>;
}
