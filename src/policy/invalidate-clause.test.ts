import { expect, test } from "vitest";
import { keeps } from "../../test/keeps.ts";
import { smallPolicy } from "../../test/small-policy.ts";
import { dateDocuments } from "./date-documents.ts";
import { diffPolicies } from "./diff-policies.ts";
import { invalidateClause, keepInvalidations } from "./invalidate-clause.ts";
import { renderDocument } from "./render-document.ts";
import { clauseOf } from "./resolve-clause.ts";

const small = smallPolicy();
const mark = { on: "2026-12-01", reason: { en: "A court <said> so.", ru: "Так решил суд." } };
const [document] = small.documents;

test.each([["1.2"], ["privacy-policy/1.2"], [`${document?.registeredAs}/1.2`]])(
  "%s names a clause, which alone is marked",
  keeps("clause-invalidation"),
  (reference) => {
    const marked = invalidateClause(small, reference, mark);
    expect(marked?.document).toBe("privacy-policy");
    expect(clauseOf(marked?.policy ?? small, "1.2")?.clause.invalidated).toEqual(mark);
    expect(diffPolicies(small, marked?.policy ?? small).every(({ where }) => where.includes("1.2"))).toBe(
      true,
    );
  },
);

test("what names no clause marks none", () => {
  for (const reference of ["9.9", "terms/1.2", "", "/", "privacy-policy/"]) {
    expect(invalidateClause(small, reference, mark)).toBeNull();
  }
});

test(
  "itsectr-agreement/9.3: a mark stays while the text does, and goes with another text",
  keeps("clause-invalidation"),
  () => {
    const marked = invalidateClause(small, "1.2", mark)?.policy ?? small;
    expect(keepInvalidations(marked, small)).toEqual(marked);
    const rewritten = {
      ...small,
      documents: small.documents.map((one) => ({
        ...one,
        sections: one.sections.map((section) => ({
          ...section,
          clauses: section.clauses.map((clause) => ({ ...clause, text: { en: "New.", ru: "Новое." } })),
        })),
      })),
    };
    expect(keepInvalidations(marked, rewritten)).toEqual(rewritten);
    expect(keepInvalidations(small, small)).toBe(small);
  },
);

test(
  "the text is read on, struck out, after since when and why; all of it escaped",
  keeps("clause-invalidation"),
  () => {
    const marked = invalidateClause(small, "1.2", mark)?.policy ?? small;
    const html = (policy: typeof small) =>
      new TextDecoder().decode(renderDocument(policy.documents[0] as NonNullable<typeof document>, "en"));
    expect(html(small)).not.toContain("<del");
    expect(html(marked)).toContain(
      '<p class="clause-void"><strong>Does not hold since <time datetime="2026-12-01">1\u00a0December 2026</time>.</strong> A court &lt;said&gt; so.</p><del datetime="2026-12-01"><p>',
    );
    expect(html(marked).match(/<del/g)).toHaveLength(1);
  },
);

test(
  "itsectr-privacy/updated: what differs states the new date, also in its text; what does not keeps its own",
  keeps("version-dates"),
  () => {
    const clauses = [
      {
        ...clauseOf(small, "1.2")?.clause,
        text: { en: "Updated 20\u00a0November 2026.", ru: "20\u00a0ноября 2026\u00a0г." },
      },
    ];
    const stating = {
      ...small,
      documents: small.documents.map((one) => ({
        ...one,
        sections: one.sections.map((section) => ({ ...section, clauses })),
      })),
    } as typeof small;
    expect(dateDocuments(small, small, "2026-11-25")).toEqual(small);
    const dated = dateDocuments(stating, small, "2026-11-25");
    expect(dated.documents[0]).toMatchObject({ updatedOn: "2026-11-25" });
    expect(clauseOf(dated, "1.2")?.clause.text).toEqual({
      en: "Updated 25\u00a0November 2026.",
      ru: "25\u00a0ноября 2026\u00a0г.",
    });
    // Once restored it is the same as itself, on whatever day.
    expect(dateDocuments(stating, dated, "2026-11-30")).toEqual(dated);
  },
);
