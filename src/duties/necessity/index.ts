export { type UnopenedAttribute, unopenedAttributes } from "./unopened-attributes.ts";
