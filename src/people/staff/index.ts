export { addStaff, type NewStaffMember, type StaffParts } from "./add-staff.ts";
export { staffByLogin } from "./staff-by-login.ts";
export { STAFF_ERRORS, type StaffErrorCode } from "./staff.errors.ts";
export { staffSchema } from "./staff.table.ts";
export { actorFacts, staffPurposes, type SystemActor } from "./staff-facts.ts";
export { staffHolding } from "./staff-holding.ts";
