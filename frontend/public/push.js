// Shows what the house tells this browser, and opens what it is about. It holds nothing and asks nobody.
self.addEventListener("push", (event) => {
  let told = {};
  try {
    told = event.data ? event.data.json() : {};
  } catch {
    // A word is shown in any case: browsers take the right away from whoever shows none.
  }
  const text = typeof told.text === "string" ? told.text : "";
  event.waitUntil(self.registration.showNotification("Presencia", { body: text, tag: typeof told.tag === "string" ? told.tag : "presencia", icon: "/presencia.svg", data: { link: told.link } }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const home = self.location.origin;
  let page = `${home}/`;
  try {
    const asked = new URL(event.notification.data?.link ?? "/", home);
    // Only pages of this address.
    if (asked.origin === home) page = asked.href;
  } catch {
    // The first page, then.
  }
  event.waitUntil(
    self.clients.matchAll({ type: "window", includeUncontrolled: true }).then((open) => {
      const there = open.find((one) => one.url === page);
      return there ? there.focus() : self.clients.openWindow(page);
    }),
  );
});
