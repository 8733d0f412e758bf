// Reads an iCalendar file from standard input with ical.js, whose address is the first argument, and says what it saw.
const ICAL = (await import(process.argv[2])).default;
let text = "";
for await (const piece of process.stdin.setEncoding("utf8")) text += piece;
const calendar = new ICAL.Component(ICAL.parse(text));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const seen = calendar.getAllSubcomponents("vevent").map((event) => {
  const start = event.getFirstPropertyValue("dtstart");
  return {
    uid: event.getFirstPropertyValue("uid"),
    summary: event.getFirstPropertyValue("summary"),
    location: event.getFirstPropertyValue("location"),
    description: event.getFirstPropertyValue("description"),
    sequence: event.getFirstPropertyValue("sequence"),
    status: event.getFirstPropertyValue("status"),
    start: start.isDate ? start.toString() : start.toJSDate().toISOString(),
  };
});
process.stdout.write(JSON.stringify(seen));
