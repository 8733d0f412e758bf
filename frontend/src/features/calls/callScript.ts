/**
 * What is said to somebody who is called about a date, in their language and not the caller's: it is read aloud, so it
 * is no word of the page. It names no client, no court and no agency, and says nothing before it is sure who listens.
 */
const SCRIPTS = {
  en: { hello: "Hello, may I speak with {name}? My name is {me}, I am calling from {house}.", other: "If it is somebody else: “Please ask them to call {house}.” Say nothing more.", moved: "A date that you know of has changed. It was {was}. It is now {now}. Can you repeat that to me?", off: "The date of {was} does not take place. Please do not come. Can you repeat that to me?", place: "The date of {now} stands, but it has changed where it is or how one takes part. The message we sent you says it. Have you read it?" },
  es: { hello: "Buenos días, ¿puedo hablar con {name}? Me llamo {me} y llamo de {house}.", other: "Si contesta otra persona: «Por favor, dígale que llame a {house}.» No diga nada más.", moved: "Una fecha que usted conoce cambió. Era {was}. Ahora es {now}. ¿Me lo puede repetir?", off: "La fecha de {was} ya no tiene lugar. Por favor no venga. ¿Me lo puede repetir?", place: "La fecha de {now} sigue en pie, pero cambió el lugar o la manera de participar. El mensaje que le mandamos lo dice. ¿Lo leyó?" },
  pt: { hello: "Bom dia, posso falar com {name}? Meu nome é {me}, ligo de {house}.", other: "Se for outra pessoa: “Por favor, peça que ligue para {house}.” Não diga mais nada.", moved: "Uma data que você conhece mudou. Era {was}. Agora é {now}. Pode repetir para mim?", off: "A data de {was} não vai acontecer. Por favor, não venha. Pode repetir para mim?", place: "A data de {now} continua, mas mudou o lugar ou a forma de participar. A mensagem que mandamos diz como. Você leu?" },
  ht: { hello: "Bonjou, èske mwen ka pale ak {name}? Mwen rele {me}, m ap rele soti nan {house}.", other: "Si se yon lòt moun: «Tanpri, di l rele {house}.» Pa di anyen anplis.", moved: "Yon dat ou konnen chanje. Se te {was}. Kounye a se {now}. Èske ou ka repete sa pou mwen?", off: "Dat {was} a pa p fèt ankò. Tanpri pa vini. Èske ou ka repete sa pou mwen?", place: "Dat {now} a kenbe, men kote a oswa jan pou patisipe a chanje. Mesaj nou te voye a di sa. Èske ou li l?" },
} as const;

export type Spoken = keyof typeof SCRIPTS;
type Change = "moved" | "off" | "place";

/** The language in which somebody is spoken to; null where we have no words in theirs, and an interpreter is needed. */
export function spokenTo(language: string): Spoken | null {
  const first = language.toLowerCase().split(/[-_]/)[0] ?? "";
  return first in SCRIPTS ? (first as Spoken) : null;
}

/** Day and hour as they are said in that language, on the clock of the place. */
export function when(instant: string, zone: string, language: Spoken, hourKnown: boolean): string {
  // Browsers know no Creole; a day in digits reads the same there.
  const creole = language === "ht";
  const format = new Intl.DateTimeFormat(creole ? "fr" : language === "en" ? "en-US" : language, {
    timeZone: zone,
    ...(creole ? { day: "numeric", month: "numeric", year: "numeric" } : { weekday: "long", day: "numeric", month: "long" }),
    ...(hourKnown ? { hour: "numeric", minute: "2-digit" } : {}),
  });
  return format.format(new Date(instant));
}

/** The lines to read, one after the other. */
export function script(language: Spoken, change: Change, said: { name: string; me: string; house: string; was: string; now: string }): string[] {
  const words = SCRIPTS[language];
  return [words.hello, words[change], words.other].map((line) => line.replaceAll(/\{(name|me|house|was|now)\}/g, (_, blank: keyof typeof said) => said[blank]));
}
