import { z } from "zod";
import { page, type Route, seeOther } from "../../platform/http/index.ts";
import { signOut, STAFF_COOKIE } from "../../people/staff/index.ts";
import type { ConsoleParts } from "./console-parts.ts";
import { whoIs } from "./work-page.ts";

/** Ends the session, whichever it was; without one there is nothing to end, and the way is the same. */
export function signOutAct(parts: ConsoleParts): Route {
  const { operator } = parts;
  return page({
    path: "/console/sign-out/",
    view: z.object({}),
    show: ({ links }) => seeOther(links.page("/console/")),
    form: {
      fields: z.object({}),
      async submit(exchange) {
        const staff = await whoIs(exchange, parts);
        if (staff !== null) await operator.store.transaction((tx) => signOut(tx, staff, operator));
        exchange.setCookie({ name: STAFF_COOKIE, value: "", maxAge: 0 });
        return seeOther(exchange.links.page("/console/sign-in/"));
      },
      again: ({ links }) => seeOther(links.page("/console/")),
    },
    render: () => "",
  });
}
