import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { takeAway } from "~/graph/takeAway";

/** One case on a page, for counsel. The case's trail says who printed it. */
export function PrintCaseSheet({ shortId }: { shortId: string }) {
  const [taking, setTaking] = useState(false);
  const print = async (): Promise<void> => {
    setTaking(true);
    const { refused } = await takeAway("case-sheet", { shortId });
    setTaking(false);
    if (refused) notifications.show({ color: "red", message: refused });
  };
  return <Button variant="default" size="compact-md" loading={taking} onClick={() => void print()}><Trans>Case sheet (PDF)</Trans></Button>;
}
