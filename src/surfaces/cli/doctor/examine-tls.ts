import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Finding, sound, type Surroundings, warning, wrong } from "./examination.ts";

const DAY = 24 * 60 * 60 * 1000;
const SOON = 21 * DAY;

/** The certificate: readable, of these hosts, not about to run out. */
export function examineTls(
  { certificateFile }: Pick<Surroundings, "certificateFile">,
  hosts: readonly string[],
  now: number,
): Finding[] {
  if (certificateFile === undefined) return [];
  const renew = "Renew it, and start Upheld anew: it reads the file when it starts.";
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(readFileSync(certificateFile));
  } catch {
    return [
      wrong(
        "tls",
        "The certificate cannot be read.",
        "UPHELD_TLS_CERTIFICATE names a PEM file with the chain.",
      ),
    ];
  }
  const left = certificate.validToDate.getTime() - now;
  const days = Math.floor(left / DAY);
  const uncovered = hosts.filter((host) => certificate.checkHost(host) === undefined);
  return [
    left <= 0
      ? wrong("tls", "The certificate has run out.", renew)
      : left < SOON
        ? warning("tls", `The certificate runs out in ${days} days.`, renew)
        : sound("tls", `The certificate holds for ${days} days.`),
    ...uncovered.map((host) => warning("tls", `The certificate is not for ${host}.`, "Get one that is.")),
  ];
}
