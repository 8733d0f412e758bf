// The audits of the GraphQL-over-HTTP specification, asked of a server. Prints each with its outcome, as JSON.
//
//     node audit.mjs <graphql-http> <address> <bearer token>
const [library, url, token] = process.argv.slice(2);
const { auditServer } = await import(library);

// As a script of ours asks: by a token, and with the header that no other site's page can send.
const fetchFn = (address, how = {}) =>
  fetch(address, { ...how, headers: { ...how.headers, authorization: `Bearer ${token}`, "x-presencia": "1" } });

const found = await auditServer({ url, fetchFn });
console.log(JSON.stringify(found.map((one) => ({ id: one.id, name: one.name, status: one.status, reason: one.reason ?? "" }))));
