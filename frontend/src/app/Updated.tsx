import { Trans } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { useClient } from "urql";
import { listening } from "~/graph/client";
import { listen } from "~/graph/live";

/** Keeps what is shown as it is on the server, and says so quietly when it moved. */
export function Updated() {
  const client = useClient();
  const [at, setAt] = useState(0);
  useEffect(() => {
    const with_ = listening(client);
    return with_ ? listen(with_, () => setAt(Date.now())) : undefined;
  }, [client]);
  useEffect(() => {
    if (at === 0) return undefined;
    const fading = setTimeout(() => setAt(0), 6_000);
    return () => clearTimeout(fading);
  }, [at]);
  return <span role="status" className="quiet">{at > 0 ? <Trans>Updated just now</Trans> : null}</span>;
}
