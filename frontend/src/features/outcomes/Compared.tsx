import { Trans, useLingui } from "@lingui/react/macro";
import { Empty, Panel } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { ComparedResult } from "~/graph/generated/graphql";
import { Word } from "~/language/Word";
import { comparedByWords, comparedKindWords, comparedLevelWords, comparedResultWords } from "~/language/words";

const KindShown = graphql(`
  fragment KindShown on KindCompared {
    kind total
    results { results count percent }
    splits { by rows { levels total results { results count percent } } }
  }
`);

type Count = { results: readonly ComparedResult[]; count: number; percent: number };

/** Hearings of one kind, side by side. What was too few to stand alone stands together with others. */
export function Compared({ of }: { of: FragmentType<typeof KindShown> }) {
  const { t, i18n } = useLingui();
  const kind = readFragment(KindShown, of);
  const together = (words: readonly string[]): string => words.join(t` and `);
  const results = (counts: readonly Count[]): string[] => counts.map((one) => together(one.results.map((result) => i18n._(comparedResultWords[result]))));
  const title = i18n._(comparedKindWords[kind.kind]);
  if (kind.total === null || kind.total === undefined) return <Panel title={title}><Empty title={t`Fewer than five hearings`}><Trans>So few could be recognized. Nothing more is said of them.</Trans></Empty></Panel>;
  const heads = results(kind.results);
  return (
    <Panel title={title}>
      {heads.length === 0 ? <p style={{ margin: 0 }}><Trans>{kind.total} hearings. Too few of each result to say more.</Trans></p> : (
        <div style={{ overflowX: "auto" }} tabIndex={0} role="region" aria-label={title}>
          <table className="table" style={{ width: "100%" }}>
            <thead><tr><th scope="col" style={{ textAlign: "start" }}><Trans>Which</Trans></th><th scope="col" style={{ textAlign: "end" }}><Trans>Hearings</Trans></th>{heads.map((head) => <th key={head} scope="col" style={{ textAlign: "end" }}>{head}</th>)}</tr></thead>
            <tbody>
              <Line which={t`All`} total={kind.total} counts={kind.results} />
            </tbody>
            {kind.splits.map((split) => (
              <tbody key={split.by}>
                <tr><th scope="rowgroup" colSpan={heads.length + 2} style={{ textAlign: "start", paddingTop: 12 }}><Word of={split.by} in={comparedByWords} /></th></tr>
                {split.rows.length === 0 ? <tr><td colSpan={heads.length + 2} className="quiet"><Trans>Too few to compare.</Trans></td></tr> : split.rows.map((row) => <Line key={row.levels.join()} which={together(row.levels.map((level) => i18n._(comparedLevelWords[level])))} total={row.total} counts={row.results} />)}
              </tbody>
            ))}
          </table>
        </div>
      )}
    </Panel>
  );
}

function Line({ which, total, counts }: { which: string; total: number; counts: readonly Count[] }) {
  return <tr><th scope="row" style={{ textAlign: "start", fontWeight: 450 }}>{which}</th><td style={{ textAlign: "end" }}>{total}</td>{counts.map((one) => <td key={one.results.join()} style={{ textAlign: "end", whiteSpace: "nowrap" }}>{one.count} <span className="quiet">({one.percent} %)</span></td>)}</tr>;
}
