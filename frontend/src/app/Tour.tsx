import { Button, CloseButton, Group, Paper, Text } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { stand } from "./tour";
import { stepsFor } from "./tourSteps";

/** A card beside the page, one step at a time. The page stays in use; closing it keeps the place. */
export function Tour({ personId, roles, at, onClose }: { personId: string; roles: readonly string[]; at: number; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const card = useRef<HTMLDivElement>(null);
  const steps = stepsFor(roles);
  const step = steps[at];
  useEffect(() => {
    if (step) void navigate({ to: step.to, search: step.part ? { part: step.part } : {} });
    card.current?.focus();
  }, [step, navigate]);
  if (!step) return null;
  const go = (to: number): void => stand(personId, to);
  const last = at === steps.length - 1;
  const end = (): void => {
    stand(personId, "done");
    onClose();
  };
  return (
    <Paper ref={card} tabIndex={-1} className="tour" role="region" aria-label={t`Tour, step ${at + 1} of ${steps.length}`} shadow="lg" withBorder p="md" radius="md" onKeyDown={(event) => {
      if (event.key === "Escape") onClose();
      if (event.key === "ArrowRight" && !last) go(at + 1);
      if (event.key === "ArrowLeft" && at > 0) go(at - 1);
    }}>
      <Group justify="space-between" wrap="nowrap"><Text fw={650}>{i18n._(step.title)}</Text><CloseButton aria-label={t`Close the tour and go on later`} onClick={onClose} /></Group>
      <Text size="sm" my="xs">{i18n._(step.says)}</Text>
      <Group justify="space-between">
        <Text size="xs" c="dimmed"><Trans>{at + 1} of {steps.length}</Trans></Text>
        <Group gap={6}>
          <Button variant="subtle" size="compact-sm" onClick={end}><Trans>Skip</Trans></Button>
          {at > 0 ? <Button variant="default" size="compact-sm" onClick={() => go(at - 1)}><Trans>Back</Trans></Button> : null}
          {last ? <Button size="compact-sm" onClick={end}><Trans>Done</Trans></Button> : <Button size="compact-sm" onClick={() => go(at + 1)}><Trans>Next</Trans></Button>}
        </Group>
      </Group>
    </Paper>
  );
}
