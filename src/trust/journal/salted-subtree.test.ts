import fc from "fast-check";
import { expect, test } from "vitest";
import { leafHash } from "./merkle-tree.ts";
import { makeSubtree, subtreePath, verifyItem } from "./salted-subtree.ts";

test("any item of any subtree is proven, and with any changed byte it is not", () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ minLength: 17, maxLength: 40 }), { minLength: 1, maxLength: 60 }),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (items, choice, where, change) => {
        const place = choice % items.length;
        const subtree = makeSubtree(items.map(leafHash));
        const item = items[place] as Uint8Array;
        const path = subtreePath(subtree, place);
        const claim = { item, place, size: subtree.size, path, root: subtree.root };
        expect(verifyItem(claim)).toBe(true);

        const parts = [item, ...path, subtree.root].map((part) => Uint8Array.from(part));
        const part = parts[where % parts.length] as Uint8Array;
        part[where % part.length] = (part[where % part.length] as number) ^ change;
        const [changed, root] = [parts[0] as Uint8Array, parts.at(-1) as Uint8Array];
        expect(verifyItem({ ...claim, item: changed, path: parts.slice(1, -1), root })).toBe(false);
        expect(verifyItem({ ...claim, size: claim.size + 1, path: path.slice(1) })).toBe(false);
      },
    ),
  );
});
