import { expect, inject, test } from "vitest";
import { startLoad } from "../../../test/processes/start-load.ts";
import { brokenPromises, loadSchema } from "../../../test/store-load.ts";
import { eachEngine } from "../../../test/stores.ts";

const UNITS = 300;

eachEngine((_open, place, engine) => {
  test("two processes open one new store at once, and lose none of their guarded read-then-writes", async () => {
    const here = place();
    const settings = { engine, name: here.name, url: inject("postgresUrl"), units: UNITS, inFlight: 10 };
    const loads = [startLoad(settings), startLoad(settings)];
    expect(await Promise.all(loads.map(({ ended }) => ended))).toEqual(["", ""]);
    expect(loads.flatMap(({ refused }) => refused)).toEqual([]);
    const acknowledged = loads.flatMap((load) => load.acknowledged);
    expect(acknowledged).toHaveLength(2 * UNITS);
    const store = await here.open([loadSchema]);
    expect(await brokenPromises(store, acknowledged)).toEqual([]);
  });
});
