import { Button, Checkbox, Group, Modal, Radio, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { useClient } from "urql";
import { type DefaultValues, type FieldValues, FormProvider, type Path, useForm } from "react-hook-form";
import { Refusal } from "~/design/pieces";
import { missingSaid } from "~/language/server";
import { Conflict, type FieldWords, Words } from "./conflict";
import { REFUSED } from "./fields";
import { beginAtFirstField, fieldCalled, goTo, useFocusBack } from "./focus";
import { listening } from "~/graph/client";
import { askAnew } from "~/graph/live";
import { type Payload, type Refused, type Verb, useVerb } from "~/graph/verbs";

type Props<D, I, V extends FieldValues> = {
  verb: Verb<D, I>;
  title: string;
  submit: string;
  defaults: DefaultValues<V>;
  /** What was typed, as the verb takes it. `occurrence` is 1 or 2 once a doubled hour was asked about, `confirmed` once it is said that what looks like something else is right. */
  input: (values: V, occurrence: number | undefined, confirmed: boolean) => I;
  /** What whoever was asked about what is there already says to go on; left out, that it is right as it stands. */
  confirm?: string;
  /** A sentence said when it is done. */
  told: string | ((payload: Payload<D>) => string);
  onDone?: (payload: Payload<D>) => void;
  onClose: () => void;
  danger?: boolean;
  wide?: boolean;
  children: ReactNode;
};

/** From which revision an input was made. */
function revisionIn(input: unknown): unknown {
  return typeof input === "object" && input !== null && "expectedRevision" in input ? input.expectedRevision : undefined;
}

/** A dialog that sends one verb: fields, refusals beside the field or above the buttons, and a word when done. */
export function VerbDialog<D, I, V extends FieldValues>({ verb, title, submit, defaults, input, confirm, told, onDone, onClose, danger = false, wide = false, children }: Props<D, I, V>) {
  const { t } = useLingui();
  useFocusBack();
  const form = useForm<V>({ defaultValues: defaults });
  const { send, sending } = useVerb(verb);
  const [refused, setRefused] = useState<Refused>();
  const [twice, setTwice] = useState(false);
  const [occurrence, setOccurrence] = useState<number>();
  const [alike, setAlike] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const client = useClient();
  const [words] = useState<FieldWords>(() => new Map());
  // What stood here when it was opened, or when the last conflict was settled; and from which revision that was sent.
  const [began, setBegan] = useState<object>(defaults);
  const [stale, setStale] = useState<{ revision: unknown }>();
  const [leaving, setLeaving] = useState(false);
  // A slip outside or an Esc must not lose what somebody typed while a caller spoke.
  const { isDirty } = form.formState;
  const leave = (): void => (isDirty ? setLeaving(true) : onClose());
  const revision = stale ? revisionIn(input(form.getValues(), occurrence, confirmed)) : undefined;

  const submitted = form.handleSubmit(async (values, event) => {
    const fields = event?.target as HTMLFormElement | undefined;
    const wanted = input(values as V, occurrence, confirmed);
    // After a conflict what is chosen is measured against what they wrote.
    if (stale) setBegan(defaults);
    setStale(undefined);
    const { done, refused: no } = await send(wanted);
    if (no?.kind === "ChangedMeanwhile") {
      setStale({ revision: revisionIn(wanted) });
      const shown = listening(client);
      if (shown) askAnew(shown);
    }
    if (no) {
      const field = no.kind === "TimeOccursTwice" ? null : fieldCalled(fields, no.field);
      if (field) form.setError(no.field as Path<V>, { type: REFUSED, message: no.message });
      if (no.kind === "TimeOccursTwice") setTwice(true);
      // Asked about once, wherever it is said: without the box nobody could say that it is right.
      setAlike(no.kind === "LooksLike");
      // Said once: beside its field, or above the buttons.
      setRefused(field ? undefined : no);
      if (field) goTo(field);
      return;
    }
    notifications.show({ message: typeof told === "string" ? told : told(done), autoClose: 10_000 });
    onDone?.(done);
    onClose();
  });

  return (
    <>
    <Modal opened onClose={leave} closeOnEscape={!leaving} title={title} size={wide ? "lg" : "md"} closeButtonProps={{ "aria-label": t`Close` }}>
      <Words.Provider value={words}>
      <FormProvider {...form}>
        <form ref={beginAtFirstField} onSubmit={(event) => void submitted(event)} noValidate>
          <Stack gap="md">
            {children}
            {/* What is of no field is said beside the button that was pressed: a long dialog must not hide why nothing was saved. */}
            <Stack gap="sm" className="dialog-foot">
            {twice ? (
              <Radio.Group label={t`That hour occurs twice on this night. Which one is meant?`} value={occurrence ? String(occurrence) : null} onChange={(value) => setOccurrence(Number(value))}>
                <Group mt={6}>
                  <Radio value="1" label={t`The first, before the clocks go back`} />
                  <Radio value="2" label={t`The second`} />
                </Group>
              </Radio.Group>
            ) : null}
            {refused && stale ? <Conflict message={refused.message} opened={began} now={defaults} known={revision !== undefined && revision !== stale.revision} words={words} /> : refused ? (
              <Refusal>
                {refused.missing?.length ? <><Trans>Not yet okay to share:</Trans><ul>{refused.missing.map((line) => <li key={line}>{missingSaid(line)}</li>)}</ul></> : refused.message}
              </Refusal>
            ) : null}
            {alike ? <Checkbox label={confirm ?? t`It is right as it stands`} checked={confirmed} onChange={(event) => setConfirmed(event.currentTarget.checked)} /> : null}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={leave}><Trans>Close</Trans></Button>
              <Button type="submit" loading={sending} {...(danger ? { color: "red" } : {})}>{submit}</Button>
            </Group>
            </Stack>
          </Stack>
        </form>
      </FormProvider>
      </Words.Provider>
    </Modal>
    {/* Always there, so that the focus goes back to where somebody was writing. */}
    {/* It hears an Esc that is pressed in it, and not the one that brought it up: a browser draws it while that one is still told around. */}
    <Modal opened={leaving} onClose={() => setLeaving(false)} closeOnEscape={false} onKeyDown={(event) => (event.key === "Escape" ? setLeaving(false) : undefined)} title={t`Throw away what you typed?`} size="sm" centered closeButtonProps={{ "aria-label": t`Keep writing` }}>
      <Group justify="flex-end" gap="xs" pt={4}>
        <Button variant="default" color="red" c="red" onClick={onClose}><Trans>Throw it away</Trans></Button>
        <Button data-autofocus onClick={() => setLeaving(false)}><Trans>Keep writing</Trans></Button>
      </Group>
    </Modal>
    </>
  );
}
