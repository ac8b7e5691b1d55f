/** What the compiling process says, as one line of JSON, and all that it says. */
export type CompileOutcome =
  | { readonly compiled: string }
  | {
      readonly failed: "policy-throws" | "policy-no-access" | "policy-not-a-policy";
      readonly message: string;
      readonly file: string | null;
      readonly line: number | null;
    };
