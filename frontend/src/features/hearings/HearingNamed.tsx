import type { HearingRowFragment } from "~/graph/generated/graphql";
import { day, time } from "~/language/times";
import { Word } from "~/language/Word";
import { occasionKindWords, proceedingKindWords } from "~/language/words";

/** In which proceeding a hearing is: bond is decided apart from removal. Only the legal team is told. */
export function InProceeding({ of: { proceeding } }: { of: HearingRowFragment }) {
  return proceeding ? <Word of={proceeding.kind} in={proceedingKindWords} /> : null;
}

/** Which hearing a dialog is about: its kind, its proceeding, and when it is. */
export function HearingNamed({ of }: { of: HearingRowFragment }) {
  const { occasion } = of;
  return (
    <p className="quiet" style={{ margin: 0 }}>
      <Word of={occasion.kind} in={occasionKindWords} />{of.proceeding ? <> · <InProceeding of={of} /></> : null} · {day(occasion.startsAt, occasion.timeZone)}{occasion.hourKnown ? `, ${time(occasion.startsAt, occasion.timeZone)}` : ""}
    </p>
  );
}
