export { addStaff, type NewStaffMember } from "./add-staff.ts";
export { type ApiKeyActor, apiKeyActor, noteKeyUse } from "./api-key-actor.ts";
export {
  createApiKey,
  KEY_LIFE,
  KEY_OVERLAP,
  type ListedApiKey,
  listApiKeys,
  type MadeApiKey,
  type NewApiKey,
  revokeApiKey,
  rotateApiKey,
} from "./api-keys.ts";
export { type EndingSoon, endingSoon } from "./ending-soon.ts";
export { endStaff } from "./end-staff.ts";
export { hasStaff } from "./first-link.ts";
export { type Authorised, grantAuthorisation, revokeAuthorisation } from "./grant-authorisation.ts";
export { grantRight, revokeRight } from "./grant-right.ts";
export { inviteStaff } from "./invite-staff.ts";
export { colleagueNames } from "./colleague-names.ts";
export { keysHeldBy, type NamedKey } from "./keys-of-leaver.ts";
export { type ListedStaff, listStaff, openStaff, standingOf } from "./list-staff.ts";
export {
  LINKS_WAITING,
  mailSignInLink,
  requestSignInLink,
  sendSignInLinks,
  type SignInMail,
} from "./request-sign-in-link.ts";
export { requireRight, rightsOf } from "./require-right.ts";
export { SessionNames } from "./session-names.ts";
export { type SignedIn, signIn, signInFirst } from "./sign-in.ts";
export {
  type GoodLink,
  LINK_LIFE,
  makeSignInLink,
  readSignInLink,
  SIGN_IN,
  type SignInLink,
  signInPath,
} from "./sign-in-link.ts";
export { setTopics, topicCodes, topicsOf, topicsOfOthers } from "./set-topics.ts";
export { staffByLogin } from "./staff-by-login.ts";
export { STAFF_ERRORS, StaffError, type StaffErrorCode } from "./staff.errors.ts";
export { type KeyAuthorisation, staffSchema } from "./staff.table.ts";
export { actorFacts, OF_A_FORM, staffPurposes, type SystemActor } from "./staff-facts.ts";
export { staffHolding } from "./staff-holding.ts";
export { staffName } from "./staff-name.ts";
export { CLI, DOOR, type StaffParts } from "./staff-parts.ts";
export { isStaffRight, STAFF_RIGHTS, type StaffRight } from "./staff-right.ts";
export {
  currentStaff,
  renewSession,
  SESSION_IDLE,
  SESSION_LIFE,
  type SignedInStaff,
  signOut,
  STAFF_COOKIE,
} from "./staff-session.ts";
