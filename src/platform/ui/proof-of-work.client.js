// Finds the proof of work of a form (an ALTCHA challenge, version 2, algorithm SHA-256) from the first touch of the
// form, in slices between which the page stays free. The form waits for it a few seconds at most: after that, or
// where there is no crypto.subtle, it goes without a proof, the same way as without a script.

/** Digests that are computed side by side. */
const BATCH = 128;
/** How long one slice may take before the page gets its turn, ms. */
const SLICE = 12;
/** How long a sending waits for the proof, ms. */
const PATIENCE = 10_000;

const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const hexOf = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

/** The digest of salt, nonce and counter, most significant byte first, for a batch of counters. */
function digests(start, nonce) {
  return Promise.all(
    Array.from({ length: BATCH }, (_, i) => {
      const input = new Uint8Array(nonce.length + 4);
      input.set(nonce);
      new DataView(input.buffer).setUint32(nonce.length, start + i, false);
      return crypto.subtle.digest("SHA-256", input);
    }),
  );
}

async function solve({ parameters }) {
  if (parameters.algorithm !== "SHA-256" || parameters.cost !== 1) throw new Error("another challenge");
  const nonce = bytesOf(parameters.salt + parameters.nonce);
  const begins = parameters.keyPrefix;
  let sliced = performance.now();
  for (let start = 0; start <= 0xffffffff - BATCH; start += BATCH) {
    const found = await digests(start, nonce);
    for (const [i, digest] of found.entries()) {
      const derivedKey = hexOf(new Uint8Array(digest, 0, parameters.keyLength));
      if (derivedKey.startsWith(begins)) return { counter: start + i, derivedKey };
    }
    if (performance.now() - sliced > SLICE) {
      await turn();
      sliced = performance.now();
    }
  }
  throw new Error("no solution");
}

function attend(field) {
  const form = field.form;
  const status = form?.querySelector("[data-proof-status]");
  if (form === null || status === null || globalThis.crypto?.subtle === undefined) return;
  let proof = null;
  let settled = field.value !== "";

  const say = (what) => {
    status.textContent = status.dataset[what] ?? "";
  };
  const start = () => {
    if (settled) return Promise.resolve();
    proof ??= (async () => {
      say("working");
      try {
        const challenge = JSON.parse(field.dataset.proofChallenge);
        const solution = await solve(challenge);
        field.value = btoa(JSON.stringify({ challenge, solution }));
        say("done");
      } catch {
        say("none");
      }
      settled = true;
    })();
    return proof;
  };

  form.addEventListener("focusin", start, { once: true });
  form.addEventListener("input", start, { once: true });
  form.addEventListener("submit", (event) => {
    if (settled) return;
    event.preventDefault();
    const { submitter } = event;
    const found = start();
    say("sending");
    Promise.race([found, new Promise((resolve) => setTimeout(resolve, PATIENCE))]).then(() => {
      settled = true;
      form.requestSubmit(submitter);
    });
  });
}

for (const field of document.querySelectorAll("[data-proof-challenge]")) attend(field);
