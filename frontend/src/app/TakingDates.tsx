import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { CourtListDialog } from "~/features/takingAway/CourtListDialog";
import { ExportDialog } from "~/features/takingAway/ExportDialog";
import { takesAway, useViewer } from "~/graph/viewer";
import { date } from "~/language/times";

/** The dates that the calendar shows, as a table or on paper. */
export function TakingDates({ range }: { range: { from: string; until: string } }) {
  const { t } = useLingui();
  const { viewer, organizationId } = useViewer();
  const [open, setOpen] = useState<"export" | "list">();
  if (!takesAway(viewer)) return null;
  const end = (): void => setOpen(undefined);
  return (
    <>
      <Button variant="default" onClick={() => setOpen("list")}><Trans>Court list (PDF)</Trans></Button>
      <Button variant="default" onClick={() => setOpen("export")}><Trans>Export</Trans></Button>
      {open === "export" ? <ExportDialog what="hearings" given={{ organizationId, ...range }} about={t`Hearings from ${date(range.from)} to ${date(range.until)}.`} onClose={end} /> : null}
      {open === "list" ? <CourtListDialog organizationId={organizationId} from={new Date().toISOString().slice(0, 10)} onClose={end} /> : null}
    </>
  );
}
