import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inputsOf } from "../src/services/intake/index.ts";
import { type Received, send, sendForm } from "./http-client.ts";
import { fourOperators, type Neighbour, type Neighbourhood, OPERATORS } from "./four-operators.ts";

/**
 * Four operators in one process, and nothing of one is at another: every route that the router knows is walked with
 * what another has.
 */
describe.each(["sqlite", "postgres"] as const)("four operators in one process on %s", (engine) => {
  let neighbourhood: Neighbourhood;
  beforeAll(async () => {
    neighbourhood = await fourOperators(engine);
  });
  afterAll(() => neighbourhood.remove());

  /** Each at its neighbour's door: the next in the list. */
  const pairs = (): (readonly [Neighbour, Neighbour])[] =>
    neighbourhood.all.map((one, i) => [
      one,
      neighbourhood.all[(i + 1) % neighbourhood.all.length] as Neighbour,
    ]);
  const get = (at: Neighbour, path: string, headers: Readonly<Record<string, string>> = {}) =>
    send({ port: neighbourhood.port, host: at.host, path, headers });
  const post = (
    at: Neighbour,
    path: string,
    headers: Readonly<Record<string, string>>,
    fields: Readonly<Record<string, string>> = {},
  ) => sendForm({ port: neighbourhood.port, host: at.host, path, headers }, fields);

  /** What of a stranger's the answer holds, but for what was in the question. */
  const sightings = (answer: Received, stranger: Neighbour, asked = "") => {
    const all = `${JSON.stringify(answer.headers)}\n${answer.text}`;
    return stranger.marks.filter((mark) => !asked.includes(mark) && all.includes(mark));
  };
  /** What is journalled and stored of somebody: as many entries and enquiries as before is nothing new. */
  const traces = async ({ operator }: Neighbour) => {
    await operator.journal.sequencer.drain();
    return operator.store.read(async (reader) => {
      const query = reader.query<{ journal_entry: { position: number }; enquiry: { id: string } }>();
      const entries = await query.selectFrom("journal_entry").select("position").execute();
      const enquiries = await query.selectFrom("enquiry").select("id").execute();
      return { entries: entries.length, enquiries: enquiries.length };
    });
  };

  /** The first form of one, filled in properly, as shown by its own site or by whoever made the token. */
  const sendOwn = (at: Neighbour, shown = ownToken(at)) => {
    const [form] = at.operator.policy.forms;
    if (form === undefined) throw new Error(`${at.id} has no form.`);
    const values = { email: "anna@example.org", phone: "+7 200 555-01-00", text: "x", "free-text": "x" };
    const fields = Object.fromEntries(
      inputsOf(form, at.operator.policy)
        .filter(({ place }) => place === 1)
        .map(({ name, attribute }) => [name, values[attribute.kind]]),
    );
    return post(at, `/en${form.path}`, {}, { ...fields, shown });
  };
  const ownToken = ({ operator, names }: Neighbour) => {
    const [form] = operator.policy.forms;
    return operator.publication.shownToken({
      policy: names["policy"] ?? "",
      document: form?.document ?? "",
      language: "en",
      form: form?.code ?? "",
      at: operator.clock.now(),
    });
  };

  test("each answers under its own names and shows none of the others' on any page", async () => {
    let pages = 0;
    for (const at of neighbourhood.all) {
      for (const { path, methods, kind } of at.site.routes) {
        if (path.includes(":") || !methods.includes("GET")) continue;
        // What is printed is compressed and would hide a name: its words are those of the page.
        if (path.endsWith(".pdf")) continue;
        pages += 1;
        for (const where of kind === "page" ? [path, `/en${path}`] : [path]) {
          const answer = await get(at, where, { Cookie: at.cookie });
          expect(answer.status, `${at.id} ${where}`).toBeLessThan(500);
          for (const other of neighbourhood.all) {
            if (other !== at) expect(sightings(answer, other), `${other.id} at ${at.id}${where}`).toEqual([]);
          }
        }
      }
    }
    expect(pages).toBeGreaterThan(OPERATORS.length * 20);
  });

  test("a page under its own name shows its own marks, so that the search would find another's", async () => {
    for (const at of neighbourhood.all) {
      expect(sightings(await get(at, "/en/"), at).length, at.id).toBeGreaterThan(2);
      const letter = await get(at, `/en/console/enquiries/${at.names["reference"]}/`, { Cookie: at.cookie });
      expect([at.id, letter.status]).toEqual([at.id, 200]);
      expect(sightings(letter, at)).toContain(`walter-${at.id}@`);
    }
  });

  test("a session and a key of one are at another what nobody's are", async () => {
    for (const [stranger, at] of pairs()) {
      for (const { path, methods } of at.site.routes) {
        if (path.endsWith(".pdf")) continue;
        const where = path.replaceAll(/:[a-zA-Z]+/gu, "0");
        const theirs = { Cookie: stranger.cookie, Authorization: `Bearer ${stranger.apiKey}` };
        if (methods.includes("GET")) {
          const nobody = await get(at, where);
          const answer = await get(at, where, theirs);
          expect([answer.status, answer.headers.location], `${stranger.id} at ${at.id}${where}`).toEqual([
            nobody.status,
            nobody.headers.location,
          ]);
          expect(sightings(answer, stranger), `${stranger.id} at ${at.id}${where}`).toEqual([]);
        }
        if (methods.includes("POST") && path.includes("/console/")) {
          const nobody = await post(at, where, {});
          const answer = await post(at, where, theirs);
          expect([answer.status, answer.headers.location], `${stranger.id} at ${at.id}${where}`).toEqual([
            nobody.status,
            nobody.headers.location,
          ]);
        }
      }
    }
  });

  test("what names something of one names nothing at another, even for the other's own staff", async () => {
    let asked = 0;
    for (const [stranger, at] of pairs()) {
      const before = await traces(stranger);
      const own = { Cookie: at.cookie, Authorization: `Bearer ${at.apiKey}` };
      for (const { path, methods, kind } of at.site.routes) {
        if (!path.includes(":")) continue;
        for (const [what, name] of Object.entries(stranger.names)) {
          const made = kind === "page" ? `/en${path}` : path;
          const where = made.replaceAll(/:[a-zA-Z]+/gu, name);
          const unknown = made.replaceAll(/:[a-zA-Z]+/gu, unlike(name));
          for (const act of [
            methods.includes("GET") ? (to: string) => get(at, to, own) : null,
            methods.includes("POST") ? (to: string) => post(at, to, own) : null,
          ]) {
            if (act === null) continue;
            asked += 1;
            const answer = await act(where);
            const place = `${what} of ${stranger.id} at ${at.id}${path}`;
            expect(answer.status, place).toBe((await act(unknown)).status);
            expect(sightings(answer, stranger, where), place).toEqual([]);
          }
        }
      }
      expect(await traces(stranger), `${stranger.id} after ${at.id}`).toEqual(before);
    }
    expect(asked).toBeGreaterThan(500);
  });

  test("a form that was shown by one is not taken by another, and leaves nothing", async () => {
    for (const [stranger, at] of pairs()) {
      const sent = async (shown = "") => {
        const answer = await sendOwn(at, shown);
        return [at.id, answer.status, (await traces(at)).enquiries];
      };
      const { enquiries } = await traces(at);
      expect(await sent(stranger.names["shown version"])).toEqual([at.id, 409, enquiries]);
      expect(await sent(at.names["shown version"])).toEqual([at.id, 200, enquiries + 1]);
    }
  });

  test("a receipt of one proves something there, and at another that it is not the other's", async () => {
    for (const [stranger, at] of pairs()) {
      const sent = await sendOwn(stranger);
      const escaped = /<code translate="no">(upheld-receipt[^<]*)<\/code>/u.exec(sent.text)?.[1] ?? "";
      const receipt = escaped.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
      await stranger.operator.journal.sequencer.drain();
      const there = await post(stranger, "/en/receipt/", {}, { receipt });
      expect([there.status, there.text.includes("The receipt holds")], stranger.id).toEqual([200, true]);
      const elsewhere = await post(at, "/en/receipt/", {}, { receipt });
      expect(elsewhere.text, `${stranger.id} at ${at.id}`).toContain("This receipt proves nothing");
      expect(sightings(elsewhere, stranger, receipt), `${stranger.id} at ${at.id}`).toEqual([]);
    }
  });

  test("no operator's documents, mail or people are found through another's store", async () => {
    for (const [stranger, at] of pairs()) {
      const { reference = "", staff = "" } = stranger.names;
      const found = await at.operator.store.read(async (reader) => {
        const query = reader.query<{ enquiry: { reference: string }; subject: { id: string } }>();
        const letters = await query
          .selectFrom("enquiry")
          .select("reference")
          .where("reference", "=", reference)
          .execute();
        const people = await query.selectFrom("subject").select("id").where("id", "=", staff).execute();
        return letters.length + people.length;
      });
      expect(found).toBe(0);
    }
  });
});

/** A name of the same form that nothing has: the last letter or digit but one is another. */
function unlike(name: string): string {
  const place = name.length - 2;
  const other = /[0-9]/u.test(name[place] ?? "")
    ? name[place] === "7"
      ? "8"
      : "7"
    : name[place] === "a"
      ? "b"
      : "a";
  return `${name.slice(0, place)}${other}${name.slice(place + 1)}`;
}
