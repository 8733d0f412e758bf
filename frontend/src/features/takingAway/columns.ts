import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";

/** Columns as the server knows them (`api/exported.py`); those that identify are not chosen at first. */
export const COLUMNS: Record<"cases" | "hearings", { name: string; label: MessageDescriptor; sensitive?: true }[]> = {
  cases: [
    { name: "number", label: msg`Case number` }, { name: "name", label: msg`Client` }, { name: "legalName", label: msg`Legal name`, sensitive: true }, { name: "aNumbers", label: msg`A-number`, sensitive: true },
    { name: "language", label: msg`Language` }, { name: "stage", label: msg`Stage` }, { name: "custody", label: msg`Custody` }, { name: "facility", label: msg`Held at` }, { name: "state", label: msg`State` },
    { name: "priority", label: msg`Priority` }, { name: "coordinator", label: msg`Coordinator` }, { name: "attorney", label: msg`Attorney` }, { name: "nextHearing", label: msg`Next hearing` },
    { name: "nextHearingAt", label: msg`Date of the next hearing` }, { name: "timeZone", label: msg`Time zone` }, { name: "court", label: msg`Court` }, { name: "date", label: msg`How sure the date is` },
    { name: "opened", label: msg`Opened` }, { name: "closed", label: msg`Closed on` }, { name: "organization", label: msg`Led by` },
  ],
  hearings: [
    { name: "date", label: msg`Date and time` }, { name: "timeZone", label: msg`Time zone` }, { name: "kind", label: msg`Hearing` }, { name: "court", label: msg`Court` }, { name: "place", label: msg`Place` }, { name: "room", label: msg`Room` },
    { name: "judge", label: msg`Judge` }, { name: "number", label: msg`Case number` }, { name: "name", label: msg`Client` }, { name: "attorney", label: msg`Attorney` }, { name: "sure", label: msg`How sure the date is` },
  ],
};
