import { Table } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Panel } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { RetentionClass } from "~/graph/generated/graphql";
import { Word } from "~/language/Word";
import { moment } from "~/language/times";
import { retentionWords } from "~/language/words";

export const KeptPart = graphql(`
  fragment Kept on Organization {
    id
    sweeps { kind days ranAt gone held ahead }
  }
`);

/** In the order of how soon things go. */
const ORDER = Object.keys(retentionWords) as RetentionClass[];

/** How long each kind of record is kept, what went, and what goes next. Counts, and nothing that they count. */
export function KeptPanel({ of }: { of: FragmentType<typeof KeptPart> }) {
  const { t } = useLingui();
  const sweeps = readFragment(KeptPart, of).sweeps.toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  const [first] = sweeps;
  if (!first) return null;
  const ranAt = sweeps.find((one) => one.ranAt)?.ranAt;
  const about = ranAt ? <Trans>Last swept on {moment(ranAt)}. It happens once a day.</Trans> : <Trans>Nothing has been swept yet. Once a day, what is no longer needed is taken away.</Trans>;
  return (
    <Panel title={t`How long things are kept`} flush>
      <div className="wide">
        <Table aria-label={t`How long things are kept`}>
          <Table.Thead>
            <Table.Tr><Table.Th scope="col"><Trans>What goes</Trans></Table.Th><Table.Th scope="col"><Trans>After</Trans></Table.Th><Table.Th scope="col"><Trans>Last time</Trans></Table.Th><Table.Th scope="col"><Trans>Within 30 days</Trans></Table.Th><Table.Th scope="col"><Trans>Kept by a hold</Trans></Table.Th></Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sweeps.map((one) => (
              <Table.Tr key={one.kind}>
                <Table.Th scope="row" fw={400}><Word of={one.kind} in={retentionWords} /></Table.Th>
                <Table.Td><Term days={one.days} /></Table.Td>
                {one.ranAt ? <><Table.Td>{one.gone}</Table.Td><Table.Td>{one.ahead}</Table.Td><Table.Td>{one.held}</Table.Td></> : <Table.Td colSpan={3} className="quiet"><Trans>not run yet</Trans></Table.Td>}
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Caption>{about}</Table.Caption>
        </Table>
      </div>
      <div className="cards">
        <ul className="rows" aria-label={t`How long things are kept`}>
          {sweeps.map((one) => (
            <li key={one.kind}>
              <Word of={one.kind} in={retentionWords} />: <Term days={one.days} />
              <div className="quiet">{one.ranAt ? <><Trans>Last time</Trans>: {one.gone} · <Trans>Within 30 days</Trans>: {one.ahead} · <Trans>Kept by a hold</Trans>: {one.held}</> : <Trans>not run yet</Trans>}</div>
            </li>
          ))}
        </ul>
        <p className="quiet body" style={{ margin: 0, padding: "0 16px 12px" }}>{about}</p>
      </div>
    </Panel>
  );
}

/** Years where it is years: nobody counts to 2,557. */
function Term({ days }: { days: number }) {
  const years = Math.round(days / 365.25);
  return years > 0 && Math.abs(days - years * 365.25) < 2 ? <Plural value={years} one="# year" other="# years" /> : <Plural value={days} one="# day" other="# days" />;
}
