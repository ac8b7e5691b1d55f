/** One way to write a text down. */
export interface Spelling {
  readonly form: string;
  readonly bytes: Buffer;
}

/**
 * The ways in which software writes bytes down: as they are, in hex of both cases, in base64 and base64url at each of
 * the three alignments; a text also in UTF-16 of both byte orders, percent-encoded, as a form sends it, in JSON's
 * escapes, quoted-printable, and in HTML's references.
 */
export function spellingsOf(bytes: Buffer, text?: string): Spelling[] {
  const hex = bytes.toString("hex");
  return [
    ...(text === undefined ? [{ form: "bytes", bytes }] : textSpellings(bytes, text)),
    { form: "hex", bytes: Buffer.from(hex) },
    { form: "upper-case hex", bytes: Buffer.from(hex.toUpperCase()) },
    ...base64(bytes),
  ];
}

function textSpellings(bytes: Buffer, text: string): Spelling[] {
  const little = Buffer.from(text, "utf16le");
  const percent = encodeURIComponent(text);
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/[\u007f-\uffff]/gu, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const octets = [...bytes].map((byte) => byte.toString(16).padStart(2, "0"));
  const quoted = [...bytes].map((byte, i) =>
    byte === 61 || byte < 32 || byte > 126
      ? `=${(octets[i] ?? "").toUpperCase()}`
      : String.fromCharCode(byte),
  );
  const references = (write: (point: number) => string) =>
    [...text].map((one) => ((one.codePointAt(0) ?? 0) > 126 ? write(one.codePointAt(0) ?? 0) : one)).join("");
  const marked = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const all = [
    { form: "utf-8", bytes },
    { form: "utf-16le", bytes: little },
    { form: "utf-16be", bytes: Buffer.from(little).swap16() },
    ...Object.entries({
      percent,
      "lower-case percent": percent.replaceAll(/%[0-9A-F]{2}/gu, (one) => one.toLowerCase()),
      "percent, every byte": octets.map((octet) => `%${octet.toUpperCase()}`).join(""),
      form: new URLSearchParams([["", text]]).toString().slice(1),
      json: JSON.stringify(text).slice(1, -1),
      "json, escaped": escaped,
      "json, upper-case escapes": escaped.replaceAll(
        /\\u[0-9a-f]{4}/gu,
        (one) => `\\u${one.slice(2).toUpperCase()}`,
      ),
      "quoted-printable": quoted.join(""),
      html: marked,
      "html, decimal": references((point) => `&#${point};`),
      "html, hexadecimal": references((point) => `&#x${point.toString(16)};`),
    }).map(([form, written]) => ({ form, bytes: Buffer.from(written) })),
  ];
  // A plain word is the same in many of them: it is found by the first.
  return all.filter((one, i) => !all.slice(0, i).some((earlier) => earlier.bytes.equals(one.bytes)));
}

/**
 * In base64 a text looks different by how many bytes (modulo three) stand before it. Only the characters that its
 * neighbours cannot change are looked for.
 */
function base64(bytes: Buffer): Spelling[] {
  return [0, 1, 2].flatMap((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes]);
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor((padded.length * 8) / 6);
    return (["base64", "base64url"] as const).map((name) => ({
      form: `${name} at ${before}`,
      bytes: Buffer.from(padded.toString(name).slice(from, to)),
    }));
  });
}
