import { Group, Kbd, Modal, Text } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";

/** Every key of the board, as they are asked for with "?". */
export function BoardKeys({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const keys: [string, string][] = [
    ["↑ ↓ ← →", t`From cell to cell`],
    ["Home · End", t`First and last column`],
    ["Ctrl Home · Ctrl End", t`First and last case`],
    ["Page ↑ · Page ↓", t`A screen up or down`],
    ["Enter", t`Open the case, or type into the cell`],
    ["Enter · Tab · Esc", t`While typing: keep, keep and go on, leave as it was`],
    [t`Space · X`, t`Select`],
    ["Shift ↑ · Shift ↓", t`Select a range`],
    ["Esc", t`Select nothing`],
    ["M", t`Move a card to another stage`],
    ["Ctrl Z", t`Undo`],
    ["/", t`Search`],
    ["?", t`This list`],
  ];
  return (
    <Modal opened onClose={onClose} title={t`Keys of the board`}>
      {keys.map(([key, what]) => <Group key={what} justify="space-between" py={4} wrap="nowrap"><Text size="sm">{what}</Text><Kbd>{key}</Kbd></Group>)}
    </Modal>
  );
}
