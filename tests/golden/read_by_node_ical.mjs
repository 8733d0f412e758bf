// Reads an iCalendar file from standard input with node-ical, whose address is the first argument, and says what it saw.
const ICAL = (await import(process.argv[2])).default;
let text = "";
for await (const piece of process.stdin.setEncoding("utf8")) text += piece;
const seen = Object.values(ICAL.sync.parseICS(text)).filter((one) => one.type === "VEVENT").map((event) => ({
  uid: event.uid,
  summary: event.summary?.val ?? event.summary,
  location: (event.location?.val ?? event.location) || null,
  description: event.description?.val ?? event.description,
  sequence: Number(event.sequence),
  status: event.status,
  // A day has no zone: the library makes midnight of whoever reads of it.
  start: event.datetype === "date"
    ? [event.start.getFullYear(), event.start.getMonth() + 1, event.start.getDate()].map((part) => String(part).padStart(2, "0")).join("-")
    : event.start.toISOString(),
}));
process.stdout.write(JSON.stringify(seen));
