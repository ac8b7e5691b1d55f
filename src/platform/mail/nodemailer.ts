import { createRequire } from "node:module";

const load = createRequire(import.meta.url);

/** Nodemailer in its older form: the newer one imports Node's HTTP as an ES module (see platform/http/node-http.ts). */
export const { createTransport } = load("nodemailer") as typeof import("nodemailer");
export const MailComposer = load(
  "nodemailer/lib/mail-composer",
) as typeof import("nodemailer/lib/mail-composer").default;
