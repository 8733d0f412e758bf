import { Alert, Radio, Stack } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { createContext, useContext, useEffect } from "react";
import { type FieldValues, type Path, type PathValue, useFormContext } from "react-hook-form";

/*
 * Somebody changed a record while its dialog was open. What they wrote is asked for, and of each field that says
 * something else now whoever sits here decides: theirs, or one's own. Nothing is taken over in silence, and what was
 * typed here is never lost.
 */

/** What a field is called, and how what it holds is said. */
type Called = { label: string; say: (value: unknown) => string };
export type FieldWords = Map<string, Called>;

export const Words = createContext<FieldWords | undefined>(undefined);

/** Fields tell their dialog what they are called. `options` are the choices of one that offers some. */
export function useCalled(name: string, label: string, options?: readonly { value: string; label: string }[]): void {
  const { t } = useLingui();
  const words = useContext(Words);
  useEffect(() => {
    words?.set(name, { label, say: (value) => said(value, t`yes`, t`no`, t`nothing`, options) });
  }, [words, name, label, options, t]);
}

function said(value: unknown, yes: string, no: string, nothing: string, options: readonly { value: string; label: string }[] | undefined): string {
  if (typeof value === "boolean") return value ? yes : no;
  if (Array.isArray(value)) return value.length > 0 ? value.map((one) => said(one, yes, no, nothing, options)).join(", ") : nothing;
  if (value === null || value === undefined || value === "") return nothing;
  const text = typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);
  return options?.find((one) => one.value === text)?.label ?? text;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? "") === JSON.stringify(other ?? "");

export type Difference = { name: string; was: unknown; theirs: unknown };

/** Fields that said one thing when the dialog was opened and say another on the server now. */
export function differences(opened: object, now: object): Difference[] {
  const before = opened as Record<string, unknown>;
  return Object.entries(now as Record<string, unknown>).filter(([name, theirs]) => !same(before[name], theirs)).map(([name, theirs]) => ({ name, was: before[name], theirs }));
}

type Props = { message: string; opened: object; now: object; /** What they wrote has arrived. */ known: boolean; words: FieldWords };

/** Their value, yours: choose. Shown in place of the refusal, above the buttons. */
export function Conflict<V extends FieldValues>({ message, opened, now, known, words }: Props) {
  const { t } = useLingui();
  const { watch, setValue } = useFormContext<V>();
  const found = known ? differences(opened, now) : [];
  return (
    <Alert color="orange" variant="light" role="alert" title={t`Changed meanwhile`}>
      <Stack gap="xs">
        <div>{message}</div>
        {known ? (found.length === 0 ? <div><Trans>What they changed is none of what stands here. If yours is still right, press the button again.</Trans></div> : null) : <div><Trans>Close this to see what it says now.</Trans></div>}
        {found.map((one) => <Choice key={one.name} one={one} called={words.get(one.name)} mine={watch(one.name as Path<V>)} take={(value) => setValue(one.name as Path<V>, value as PathValue<V, Path<V>>, { shouldDirty: true })} />)}
        {found.length > 0 ? <div><Trans>Then press the button again.</Trans></div> : null}
      </Stack>
    </Alert>
  );
}

function Choice({ one, called, mine, take }: { one: Difference; called: Called | undefined; mine: unknown; take: (value: unknown) => void }) {
  const { t } = useLingui();
  const say = called?.say ?? ((value: unknown) => String(value ?? ""));
  // What was typed here when the conflict came stays to be chosen after the other was.
  const yours = same(mine, one.theirs) ? one.was : mine;
  return (
    <Radio.Group label={called?.label ?? one.name} value={same(mine, one.theirs) ? "theirs" : "yours"} onChange={(which) => take(which === "theirs" ? one.theirs : yours)}>
      <Stack gap={4} mt={4}>
        <Radio value="theirs" label={t`Theirs: ${say(one.theirs)}`} />
        <Radio value="yours" label={t`Yours: ${say(yours)}`} />
      </Stack>
    </Radio.Group>
  );
}
