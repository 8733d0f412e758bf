import { Trans, useLingui } from "@lingui/react/macro";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useQuery } from "urql";
import { Empty, Page, Panel, Tag } from "~/design/pieces";
import { BringTable } from "~/features/imports/BringTable";
import { SpreadsheetPanel } from "~/features/imports/SpreadsheetPanel";
import { graphql } from "~/graph/generated";
import { useViewer } from "~/graph/viewer";
import { fromNow } from "~/language/times";
import { Word } from "~/language/Word";
import { spreadsheetStateWords } from "~/language/words";

const Mine = graphql(`
  query MySpreadsheets { spreadsheets { id name state rows broughtAt } }
`);

const route = getRouteApi("/shell/import");

/** Last year's list becomes cases: brought, looked over, imported, and for a week taken back. */
export function ImportPage() {
  const { t } = useLingui();
  const { viewer, organizationId } = useViewer();
  const { sheet } = route.useSearch();
  const navigate = route.useNavigate();
  const may = viewer?.may.includes("importSpreadsheet") && viewer.organization?.kind === "LEGAL_PROVIDER";
  const [{ data }, again] = useQuery({ query: Mine, pause: !may, requestPolicy: "cache-and-network" });
  if (viewer && !may) return <Page title={t`Import`}><Empty title={t`Only coordinators import`}><Trans>Ask your organization's coordinator to bring the spreadsheet in.</Trans></Empty></Page>;
  const others = data?.spreadsheets.filter((one) => one.id !== sheet) ?? [];
  const gone = (): void => {
    void navigate({ search: {}, replace: true });
    again({ requestPolicy: "network-only" });
  };
  return (
    <Page title={t`Import`} about={<Trans>A list your office kept becomes cases. You see beforehand what will happen.</Trans>}>
      <div className="stack">
        {sheet ? <SpreadsheetPanel key={sheet} id={sheet} onGone={gone} /> : <BringTable organizationId={organizationId} onBrought={(id) => void navigate({ search: { sheet: id } })} />}
        {sheet ? <Link to="/import"><Trans>Bring another spreadsheet</Trans></Link> : null}
        {others.length > 0 ? (
          <Panel title={t`Brought before`} flush foldable={false}>
            <ul className="rows">
              {others.map((one) => (
                <li key={one.id} className="spread">
                  <div><Link to="/import" search={{ sheet: one.id }}>{one.name}</Link><div className="quiet"><Trans>{one.rows} rows, {fromNow(one.broughtAt)}</Trans></div></div>
                  <Tag><Word of={one.state} in={spreadsheetStateWords} /></Tag>
                </li>
              ))}
            </ul>
          </Panel>
        ) : null}
      </div>
    </Page>
  );
}
