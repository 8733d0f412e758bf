import { graphql } from "~/graph/generated";
import type { Stage } from "~/graph/generated/graphql";
import type { Tone } from "~/design/pieces";

export const BoardRow = graphql(`
  fragment BoardRow on Case {
    id shortId revision stage custodyStatus priority noPublicity missing reach audience tags openedAt
    client { id publicName hasPublicName }
    coordinator { id name }
    whereNow { id facility { id name city state } }
    nextOccasion { id kind startsAt timeZone hourKnown }
    nextHearing { id court { id name } occasion { id kind startsAt timeZone hourKnown } }
    representedBy { id attorney { id name } }
  }
`);

export const STAGE_TONES: Record<Stage, Tone> = { INTAKE: "blue", SEEKING_COUNSEL: "orange", REPRESENTED: "teal", AFTER_RELEASE: "green", CLOSED: "gray" };
