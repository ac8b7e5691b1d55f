/** What a member of staff may do with the installation itself. Closed. */
export const STAFF_RIGHTS = ["publish", "manage-staff", "manage-keys", "operate"] as const;

export type StaffRight = (typeof STAFF_RIGHTS)[number];

export function isStaffRight(word: string): word is StaffRight {
  return (STAFF_RIGHTS as readonly string[]).includes(word);
}
