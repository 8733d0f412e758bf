import { beforeEach, describe, expect, test } from "vitest";
import { speak } from "./i18n";
import { actSaid, becauseSaid, fieldSaid, missingSaid, reasonSaid } from "./server";

describe("the server's own words, in Spanish", () => {
  beforeEach(() => speak("es"));

  test("an act of the trail is said as people say it", () => {
    expect(actSaid("hearing.rescheduled")).toBe("Audiencia movida");
    expect(fieldSaid("detainees.legal_name")).toBe("nombre legal");
    expect(fieldSaid("notes.body")).toBe("notas");
    expect(becauseSaid("A consent it needs was taken back.")).toBe("Se retiró un consentimiento que necesita.");
    expect(becauseSaid("vacated by the judge")).toBe("vacated by the judge");
  });

  test("what is missing is said with its values", () => {
    expect(missingSaid("The attorney of record has not signed off wording no. 3.")).toBe("El abogado de registro no ha aprobado la redacción n.º 3.");
    expect(missingSaid("There is no attorney of record: an attorney of the legal organization who advised the client must sign off wording no. 2 as counsel consulted.")).toBe("No hay abogado de registro: un abogado de la organización legal que haya asesorado al cliente debe aprobar la redacción n.º 2 como abogado consultado.");
    expect(missingSaid('The case is marked "no publicity": press and public can\'t be addressed.')).toBe("El caso está marcado «sin publicidad»: no se puede dirigir a la prensa ni al público.");
    expect(missingSaid("The client has not agreed that the press be told with a photo.")).toBe("El cliente no ha aceptado que se informe a la prensa con una foto.");
    expect(missingSaid("The client has not agreed that it be made public: ask the client, and record the consent.")).toBe("El cliente no ha aceptado que se haga público: pregúntele y anote el consentimiento.");
  });

  test("what nobody has translated yet is shown as it came", () => {
    expect(actSaid("case.frozen_solid")).toBe("Case frozen solid");
    expect(missingSaid("Something new is missing.")).toBe("Something new is missing.");
    expect(reasonSaid("451 try later")).toBe("451 try later");
  });
});
