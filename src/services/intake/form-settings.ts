/** What a form demands of its senders; set for the installation, see docs/operations.md. */
export interface FormSettings {
  /** Sendings with a proof of work that are accepted from one network in an hour. */
  readonly perHour: number;
  /** The same without a proof: without JavaScript, that is. */
  readonly perHourUnproven: number;
  /** What an operator accepts in an hour from everybody, about: the brake. */
  readonly perHourAll: number;
  /** How long a form must have been open when it comes without a proof, ms. */
  readonly minimumAge: number;
  /** How hard a proof is: zeros, in hexadecimal, that a digest must begin with. Each one more is 16 times the work. */
  readonly proofDigits: number;
}
