export { operatorSite } from "./operator-site.ts";
