import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Empty } from "~/design/pieces";

/** An address that leads nowhere says so, and shows the way back. */
export function NotFoundPage() {
  const { t } = useLingui();
  return <Empty title={t`There is no page at this address`}><Link to="/board" className="plain"><Trans>Back to the board</Trans></Link></Empty>;
}
