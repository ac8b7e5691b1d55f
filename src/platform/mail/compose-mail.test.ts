import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { composeMail, EXTRA_HEADERS, isMailAddress, MailError, type MailMessage } from "./index.ts";

const AT = Date.UTC(2026, 10, 20, 9, 30, 0);

const message: MailMessage = {
  id: "019aa0f2-7c11-7e34-9d5b-2f8f6f0f3a11",
  at: AT,
  from: { address: "privacy@operator.example", name: "Оператор" },
  to: { address: "person@mail.example" },
  subject: "Мы получили ваше обращение",
  language: "ru",
  text: "Здравствуйте!\nОбращение принято.\n",
};

async function parsed(changes: Partial<MailMessage> = {}) {
  const { bytes } = await composeMail({ ...message, ...changes });
  return PostalMime.parse(bytes);
}

function header(mail: { headers: { key: string; value: string }[] }, key: string): string[] {
  return mail.headers.filter((line) => line.key === key).map((line) => line.value);
}

const control = fc.constantFrom("\r", "\n", "\r\n", "\0", "\x0b", "\x7f", "\u0085", "\u2028", "\u2029");
/** Printable text of one line, in any script. */
const line = fc
  .string({ unit: "grapheme", maxLength: 120 })
  .filter((value) => !/[\p{Cc}\u2028\u2029]/u.test(value));

describe("a header cannot be smuggled into a message", () => {
  const places: Record<string, (value: string) => Partial<MailMessage>> = {
    subject: (value) => ({ subject: value }),
    "from name": (value) => ({ from: { ...message.from, name: value } }),
    "from address": (value) => ({ from: { address: `a@b.example${value}` } }),
    "to name": (value) => ({ to: { ...message.to, name: value } }),
    "to address": (value) => ({ to: { address: `${value}@mail.example` } }),
    "reply-to name": (value) => ({ replyTo: { ...message.to, name: value } }),
    language: (value) => ({ language: `ru${value}` }),
    id: (value) => ({ id: `a${value}b` }),
    "name of an attachment": (value) => ({ attachments: [{ name: `${value}.txt`, text: "" }] }),
    ...Object.fromEntries(
      EXTRA_HEADERS.map((name) => [name, (value: string) => ({ headers: { [name]: value } })]),
    ),
  };

  test.each(Object.keys(places))("by a line break or control character in the %s", async (place) => {
    await fc.assert(
      fc.asyncProperty(line, control, line, async (before, breaking, after) => {
        const changes = places[place]?.(`${before}${breaking}${after}Bcc: all@people.example`);
        await expect(composeMail({ ...message, ...changes })).rejects.toBeInstanceOf(MailError);
      }),
      { numRuns: 30 },
    );
  });

  test("by a header that is not on the list", async () => {
    const headers = { Bcc: "all@people.example" } as MailMessage["headers"];
    await expect(composeMail({ ...message, ...(headers && { headers }) })).rejects.toMatchObject({
      code: "mail-header",
    });
  });

  test("and no error repeats what it refused", async () => {
    const refused = composeMail({ ...message, to: { address: "ivan petrov@mail.example" } });
    await expect(refused).rejects.toThrow(expect.not.stringMatching(/ivan|petrov/));
  });
});

describe("what was written is what is read", () => {
  test("subject, names and body of any script come back as they were", async () => {
    await fc.assert(
      fc.asyncProperty(line, line, fc.array(line, { maxLength: 6 }), async (subject, name, lines) => {
        const mail = await parsed({ subject, to: { ...message.to, name }, text: lines.join("\n") });
        // A header's own spaces at its ends and in runs are not kept by any reader.
        const plain = (value: string | undefined) => (value ?? "").replace(/\s+/g, " ").trim();
        expect(plain(mail.subject)).toBe(plain(subject));
        expect(plain(mail.to?.[0]?.name)).toBe(plain(name));
        expect(mail.to?.[0]?.address).toBe(message.to.address);
        // Blank lines at the end are a reader's own affair.
        const body = (value = "") => value.replaceAll("\r\n", "\n").replace(/\n+$/, "");
        expect(body(mail.text)).toBe(body(lines.join("\n")));
      }),
      { numRuns: 60 },
    );
  });

  test("text and HTML travel as alternatives", async () => {
    const mail = await parsed({ html: "<p>Здравствуйте!</p>" });
    expect(mail.text).toContain("Обращение принято.");
    expect(mail.html).toContain("<p>Здравствуйте!</p>");
  });

  test("date, language and being automatic are stated", async () => {
    const mail = await parsed({ automatic: true });
    expect(header(mail, "date")).toEqual(["Fri, 20 Nov 2026 09:30:00 +0000"]);
    expect(header(mail, "content-language")).toEqual(["ru"]);
    expect(header(mail, "auto-submitted")).toEqual(["auto-generated"]);
    expect(header(await parsed(), "auto-submitted")).toEqual([]);
  });
});

describe("on the wire", () => {
  test("only seven-bit bytes and whole CRLF line ends go out, whatever the body holds", async () => {
    const text = "Тест\r.\r\n.\n.\rQUIT\nплюс точка\n.\n";
    for (const html of [undefined, "<p>\n.\n</p>"]) {
      const { bytes } = await composeMail({ ...message, text, ...(html && { html }) });
      expect(bytes.every((byte) => byte < 0x80 && byte !== 0)).toBe(true);
      expect(bytes.toString("latin1").replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    }
  });

  test("a message sent again is the same message, byte for byte", async () => {
    const html = "<p>one</p>";
    const [first, second] = await Promise.all([
      composeMail({ ...message, html }),
      composeMail({ ...message, html }),
    ]);
    expect(second).toEqual(first);
    expect(first.messageId).toBe(`<${message.id}@operator.example>`);
    expect((await composeMail({ ...message, id: "another" })).messageId).not.toBe(first.messageId);
  });

  test("a body cannot end its own part", async () => {
    const html = "<p>x</p>";
    const { bytes } = await composeMail({ ...message, html });
    const boundary = /boundary="([^"]+)"/.exec(bytes.toString("latin1"))?.[1];
    expect(boundary).toBeDefined();
    const mail = await parsed({ text: `before\n--${boundary}--\nafter`, html });
    expect(mail.text).toContain("after");
  });

  test.each(["text", "html"] as const)("a %s that is too large or not text is refused", async (field) => {
    await expect(composeMail({ ...message, [field]: "я".repeat(131_073) })).rejects.toMatchObject({
      code: "mail-too-large",
    });
    await expect(composeMail({ ...message, [field]: "a\0b" })).rejects.toMatchObject({ code: "mail-body" });
    await expect(composeMail({ ...message, [field]: "\ud800" })).rejects.toMatchObject({ code: "mail-body" });
  });
});

describe("a text beside the message", () => {
  test("arrives to the last byte as it was, whatever its line ends, and cannot end the message", async () => {
    for (const text of ["a\nb\n", "a\r\nb", "— подпись\n\n.\n", `--${"0".repeat(32)}--\n`]) {
      const mail = await parsed({ attachments: [{ name: "receipt.txt", text }] });
      expect(mail.text?.replaceAll("\r\n", "\n").trim()).toBe(message.text.trim());
      expect(mail.attachments).toHaveLength(1);
      const [attachment] = mail.attachments;
      expect(attachment).toMatchObject({ filename: "receipt.txt", mimeType: "text/plain" });
      expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(attachment?.content as ArrayBuffer)).toBe(
        text,
      );
    }
  });

  test.each([
    ["a path for a name", { name: "../receipt.txt", text: "" }, "mail-header"],
    ["a program for a name", { name: "receipt.exe", text: "" }, "mail-header"],
    ["more than it may hold", { name: "receipt.txt", text: "я".repeat(131_073) }, "mail-too-large"],
    ["what is not text", { name: "receipt.txt", text: "\0" }, "mail-body"],
  ])("is refused with %s", async (_, attachment, code) => {
    await expect(composeMail({ ...message, attachments: [attachment] })).rejects.toMatchObject({ code });
  });
});

describe("an address", () => {
  test.each(["a@b", "first.last+tag@mail.example", "иван@почта.рф", "o'neil@x-y.example"])(
    "%s is one",
    (value) => {
      expect(isMailAddress(value)).toBe(true);
    },
  );

  test.each([
    "",
    "a",
    "@b",
    "a@",
    "a@b@c",
    ".a@b",
    "a..b@c",
    "a@b..c",
    "a@-b",
    "a b@c",
    '"a b"@c',
    "<a@b>",
    "a@b>",
    "a@b,c@d",
    "a@[127.0.0.1]",
    "a@b\r\nRCPT TO:<c@d>",
    "a(comment)@b",
    "=?utf-8?q?a=40b?=@c:",
    `${"a".repeat(65)}@b`,
  ])("%j is none", (value) => {
    expect(isMailAddress(value)).toBe(false);
  });
});
