import { describeApi, file, type Route } from "../../platform/http/index.ts";
import type { Operator } from "../operator.ts";
import { enquiryByReference } from "./enquiry-by-reference.ts";
import { listOfEnquiries } from "./list-of-enquiries.ts";

/**
 * What programs reach, each with an API key of its own: the same rooms and the same gate as people have, and a
 * description made of the schemas that are enforced.
 */
export function apiRoutes(operator: Operator, about: { readonly origin: string }): Route[] {
  const routes = [listOfEnquiries(operator), enquiryByReference(operator)];
  let description: Promise<Buffer> | undefined;
  const describe = async () => {
    const facts = { title: `${operator.id}, Upheld`, version: "1", origin: about.origin, keys: true };
    return Buffer.from(JSON.stringify(await describeApi(routes, facts)));
  };
  return [
    ...routes,
    file({
      path: "/api/openapi.json",
      caching: "revalidate",
      async read() {
        description ??= describe();
        return { type: "application/json", bytes: await description };
      },
    }),
  ];
}
