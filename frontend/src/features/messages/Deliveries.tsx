import { plural } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";

export const DeliveryOf = graphql(`
  fragment DeliveryOf on Occasion { id delivery { told sent due failed unreachable } }
`);

/** How the telling of an occasion went, in numbers, and the way to each letter. Nothing, while nobody was to be told. */
export function Deliveries({ of }: { of: FragmentType<typeof DeliveryOf> }) {
  const { id, delivery } = readFragment(DeliveryOf, of);
  const { told, sent, due, failed, unreachable } = delivery;
  if (told === 0) return null;
  const parts = [
    sent > 0 ? plural(sent, { one: "# sent", other: "# sent" }) : null,
    due > 0 ? plural(due, { one: "# on its way", other: "# on their way" }) : null,
    failed > 0 ? plural(failed, { one: "# failed", other: "# failed" }) : null,
    unreachable > 0 ? plural(unreachable, { one: "# not reachable", other: "# not reachable" }) : null,
  ].filter(Boolean).join(", ");
  return (
    <div className="quiet">
      <Link to="/messages" search={{ occasion: id }} style={{ display: "inline-block", minHeight: 24, color: failed + unreachable > 0 ? "var(--mantine-color-red-text)" : "inherit" }}>
        <Trans>{told} told: {parts}</Trans>
      </Link>
    </div>
  );
}

/** The same, for panels of other features that leave room for it. */
export function deliveriesOf(occasion: FragmentType<typeof DeliveryOf>) {
  return <Deliveries of={occasion} />;
}
