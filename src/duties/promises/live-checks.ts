import type { CheckCode } from "./check-codes.ts";
import { acceptances } from "./checks/acceptances.ts";
import { addressesConfirmed } from "./checks/addresses-confirmed.ts";
import { advertisingHeld } from "./checks/advertising-held.ts";
import { authorisedReadings } from "./checks/authorised-readings.ts";
import { consentsInForce } from "./checks/consents-in-force.ts";
import { contacts } from "./checks/contacts.ts";
import { datesOfVersions } from "./checks/dates-of-versions.ts";
import { fieldsOfForms } from "./checks/fields-of-forms.ts";
import { journalWhole } from "./checks/journal-whole.ts";
import { journalledOperations } from "./checks/journalled-operations.ts";
import { keysKept } from "./checks/keys-kept.ts";
import { listedData } from "./checks/listed-data.ts";
import { nothingInClear } from "./checks/nothing-in-clear.ts";
import { oneVersionAtATime } from "./checks/one-version-at-a-time.ts";
import { policyAddress } from "./checks/policy-address.ts";
import { promisesOnRecord } from "./checks/promises-on-record.ts";
import { storedTexts } from "./checks/stored-texts.ts";
import { valuesUnverified } from "./checks/values-unverified.ts";
import type { LiveCheck } from "./live-check.ts";

/** Every check by its code. */
export const LIVE_CHECKS: Readonly<Record<CheckCode, LiveCheck>> = {
  acceptances,
  "addresses-confirmed": addressesConfirmed,
  "advertising-held": advertisingHeld,
  "authorised-readings": authorisedReadings,
  "consents-in-force": consentsInForce,
  contacts,
  "dates-of-versions": datesOfVersions,
  "fields-of-forms": fieldsOfForms,
  "journal-whole": journalWhole,
  "journalled-operations": journalledOperations,
  "keys-kept": keysKept,
  "listed-data": listedData,
  "nothing-in-clear": nothingInClear,
  "one-version-at-a-time": oneVersionAtATime,
  "policy-address": policyAddress,
  "promises-on-record": promisesOnRecord,
  "stored-texts": storedTexts,
  "values-unverified": valuesUnverified,
};
