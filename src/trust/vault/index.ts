export type { NewScope, Place, PlainValue, ScopeId, SealedPlace, Vault } from "./vault.ts";
