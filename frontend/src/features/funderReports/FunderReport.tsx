import { Button, Group, Select, Table } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Panel, Refusal } from "~/design/pieces";
import { Segments } from "~/design/Segments";
import { askFor, takeAway } from "~/graph/takeAway";
import { type Report, quarters, reportOf } from "./report";

/** People taken in, counsel found, hearings and what came of them, for a funder: counted when it is asked for. */
export function FunderReport({ organizationId }: { organizationId: string }) {
  const { t } = useLingui();
  const [told] = useState(() => quarters(new Date()));
  const [from, setFrom] = useState(told[3] ?? "");
  const [until, setUntil] = useState(told[0] ?? "");
  const [by, setBy] = useState("quarter");
  const [report, setReport] = useState<Report>();
  const [refused, setRefused] = useState<string>();
  const [counting, setCounting] = useState(false);
  const given = { organizationId, from, until, by };
  const count = async (): Promise<void> => {
    setCounting(true);
    const { got, refused: no } = await askFor("funder-report", given);
    setCounting(false);
    setRefused(no);
    setReport(reportOf(got));
  };
  const save = async (format: string): Promise<void> => {
    const { refused: no } = await takeAway("funder-report", { ...given, format });
    setRefused(no);
  };
  return (
    <div className="stack">
      <Group align="flex-end" gap="sm">
        <Select label={t`From`} data={told} value={from} onChange={(value) => setFrom(value ?? from)} allowDeselect={false} w={130} openOnFocus={false} />
        <Select label={t`Until`} data={told} value={until} onChange={(value) => setUntil(value ?? until)} allowDeselect={false} w={130} openOnFocus={false} />
        <Segments aria-label={t`Divided by`} value={by} onChange={setBy} data={[{ value: "quarter", label: t`By quarter` }, { value: "month", label: t`By month` }]} />
        <Button loading={counting} onClick={() => void count()}><Trans>Count</Trans></Button>
      </Group>
      {refused ? <Refusal>{refused}</Refusal> : null}
      {report ? (
        <>
          <Group gap="xs">{["csv", "xlsx", "pdf"].map((form) => <Button key={form} variant="default" size="compact-md" onClick={() => void save(form)}>{form.toUpperCase()}</Button>)}</Group>
          <p className="quiet" style={{ margin: 0 }}>{report.note}</p>
          {report.tables.map((table) => (
            <Panel key={table.title} title={table.title} foldable={false}>
              <p className="quiet" style={{ marginTop: 0 }}>{table.method}</p>
              <div style={{ overflowX: "auto" }} tabIndex={0} role="region" aria-label={table.title}>
                <Table>
                  <Table.Thead><Table.Tr><Table.Th scope="col"><Trans>Time</Trans></Table.Th>{table.columns.map((column) => <Table.Th key={column} scope="col" ta="end">{column}</Table.Th>)}</Table.Tr></Table.Thead>
                  <Table.Tbody>
                    {table.rows.map((row) => <Table.Tr key={row.period}><Table.Th scope="row">{row.period}</Table.Th>{row.counts.map((one, index) => <Table.Td key={table.columns[index]} ta="end">{one ?? <span className="quiet"><Trans>fewer than 5</Trans></span>}</Table.Td>)}</Table.Tr>)}
                    {table.rows.length > 1 && table.total.some((one) => one > 0) ? <Table.Tr><Table.Th scope="row"><Trans>All together</Trans></Table.Th>{table.total.map((one, index) => <Table.Td key={table.columns[index]} ta="end"><strong>{table.more ? <Trans>at least {one}</Trans> : one}</strong></Table.Td>)}</Table.Tr> : null}
                  </Table.Tbody>
                </Table>
              </div>
            </Panel>
          ))}
        </>
      ) : null}
    </div>
  );
}
