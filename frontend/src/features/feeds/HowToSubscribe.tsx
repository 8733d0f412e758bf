import { Trans } from "@lingui/react/macro";

/** What to press in each calendar, for those in which no button of ours can do it. */
export function HowToSubscribe({ address }: { address: string }) {
  return (
    <dl className="quiet" style={{ margin: "8px 0 0" }}>
      <dt><strong>Google Calendar</strong></dt>
      <dd><Trans>On a computer press “Google”, then “Add”. By hand: beside “Other calendars” press +, then “From URL”, and paste the address. It appears on your phone by itself.</Trans></dd>
      <dt><strong>Apple</strong></dt>
      <dd><Trans>On the iPhone, iPad or Mac press “Apple”, then “Subscribe”. To keep the alarms of this feed, switch “Remove alarms” off. Set “Auto-refresh” to every hour.</Trans></dd>
      <dt><strong>Outlook</strong></dt>
      <dd><Trans>Press “Outlook”, then “Import”. By hand: “Add calendar”, “Subscribe from web”, and paste the address. Do not upload a file: it would never change.</Trans></dd>
      <dt><strong>Thunderbird</strong></dt>
      <dd><Trans>“New calendar”, “On the network”, and paste the address. Leave the user name empty.</Trans></dd>
      <dt><Trans>The address</Trans></dt>
      <dd style={{ overflowWrap: "anywhere" }}>{address}</dd>
    </dl>
  );
}
