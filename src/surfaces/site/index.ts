export type { DraftDesk } from "./draft-pages.tsx";
export { operatorSite } from "./operator-site.ts";
