/** What the journal names as the one who announced or moved a date. */
export const DEADLINES = { kind: "system", id: "deadlines" } as const;
