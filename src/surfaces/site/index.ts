export type { DraftDesk } from "./draft-pages.tsx";
export { operatorSite } from "./operator-site.ts";
export { startSite } from "./start-page.tsx";
export { RECEIPT_PAGE_ERRORS } from "./receipt.errors.ts";
export { readChangeNews } from "./change-news.ts";
