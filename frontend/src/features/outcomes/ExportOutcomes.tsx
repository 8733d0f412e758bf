import { useLingui } from "@lingui/react/macro";
import { VerbButton } from "~/forms/VerbButton";
import { graphql } from "~/graph/generated";

const Export = graphql(`
  mutation ExportOutcomes($input: ExportOutcomesInput!) {
    exportOutcomes(input: $input) { __typename ... on ExportOutcomesPayload { csv } ... on Invalid { field } ... on UserError { message } }
  }
`);

/** The same table for a spreadsheet. That it was taken away is in the organization's trail. */
export function ExportOutcomes({ organizationId, quarter }: { organizationId: string; quarter: string }) {
  const { t } = useLingui();
  return <VerbButton verb={Export} label={t`Export as a table (CSV)`} input={{ organizationId, quarter }} told={t`The table is saved. The export is in the trail.`} onDone={({ csv }) => save(csv, `what-happened-${quarter}.csv`)} variant="default" />;
}

function save(text: string, name: string): void {
  // The mark tells a spreadsheet that it is UTF-8.
  const address = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
