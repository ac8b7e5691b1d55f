/** What the compiling process says, as one line of JSON, and all that it says. */
export type CompileOutcome =
  | { readonly compiled: string }
  | {
      readonly failed: "policy-throws" | "policy-no-access" | "policy-not-a-policy" | "policy-malformed";
      readonly message: string;
      readonly file: string | null;
      readonly line: number | null;
      /**
       * What had come of it before it failed, as JSON: where that has a wrong shape, the failure is what follows from
       * it. Null where nothing had.
       */
      readonly sketch: string | null;
    };
