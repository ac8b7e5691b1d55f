import { expect, test } from "vitest";
import { smallPolicy } from "../../../test/small-policy.ts";
import { acknowledgeEnquiry } from "./acknowledge-enquiry.ts";
import type { MessageFacts } from "./messages.table.ts";

function textFor(language: "en" | "ru", facts: MessageFacts): string {
  const filling = {
    language,
    facts: {
      reference: "7K4Q-X9M2",
      enquiry: "0193c5d2-0000-7000-8000-000000000000",
      receivedAt: Date.parse("2026-12-25T09:00:00Z"),
      policyPath: "/privacy-policy/",
      ...facts,
    },
    policy: smallPolicy(),
    queuedAt: Date.parse("2026-12-25T09:00:00Z"),
    link: (path: string) => `https://small.example${path}`,
    sign: () => "secret",
    answer: "",
    receipt: null,
  };
  return acknowledgeEnquiry.write(filling).text;
}

test("a letter about one's own data is told by when an answer is owed, and how sure that is", () => {
  const final = textFor("en", { answerBy: "2026-12-07", provisional: false });
  expect(final).toContain("you are owed an answer by 7 December 2026 at the latest.");
  expect(final).not.toContain("calendar of working days");
  const provisional = textFor("ru", { answerBy: "2027-01-19", provisional: true });
  expect(provisional).toContain(
    "ответить вам должны не позднее 19 января 2027 г.\nПроизводственный календарь",
  );
});

test("any other letter is told no date", () => {
  expect(textFor("en", {})).not.toContain("owed");
});
