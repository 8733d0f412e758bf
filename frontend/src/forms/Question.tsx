import { Button, Group, Modal, Stack } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";

type Props = { opened: boolean; title: string; says: string; label: string; sending: boolean; onYes: () => void; onClose: () => void };

/** What can't be undone with another tap says what it does, and asks once more. */
export function Question({ opened, title, says, label, sending, onYes, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ "aria-label": t`Close` }}>
      <Stack gap="md">
        <p style={{ margin: 0 }}>{says}</p>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}><Trans>Close</Trans></Button>
          <Button loading={sending} onClick={onYes} data-autofocus>{label}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
