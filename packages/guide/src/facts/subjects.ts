import type { Product, Vaccine } from '@cairn/codes';
import type { Segment } from '@cairn/hl7';
import type { Ymd } from '../dates.ts';

/*
 * What rules speak of. Every fact is absent where the message does not say it or says it unreadably, so that a rule
 * which needs it is not asked. Texts are trimmed and never empty; codes are in upper case.
 */

/** Where the subject stands in the message; spelled out only where something is found. */
type Placed = {
  /** The segments that are the subject's own: a rule's `RXA-3` speaks of the RXA among them. None: the first of a name. */
  readonly own: readonly Segment[];
  /** The repetition of a field that the subject is: what `at` of a rule is relative to when it is empty or starts with a dot. */
  readonly field?: number;
  readonly repetition?: number;
};

export type MessageFacts = Placed & {
  /** The civil day on which the message is checked. */
  readonly today: Ymd;
  /** MSH-7 */
  readonly sentOn?: Ymd;
  /** MSH-3.1 */
  readonly application?: string;
  readonly sendingFacility?: string;
  readonly responsible?: string;
  readonly doses: readonly DoseFacts[];
  readonly patient?: PatientFacts;
};

export type PatientFacts = Placed & {
  readonly today: Ymd;
  /** MSH-7 */
  readonly sentOn?: Ymd;
  readonly last?: string;
  readonly first?: string;
  readonly middle?: string;
  readonly suffix?: string;
  /** PID-5.7 */
  readonly nameType?: string;
  /** PID-6.1 */
  readonly motherMaidenName?: string;
  readonly birthDate?: Ymd;
  /** Whole years on the day of checking. */
  readonly ageYears?: number;
  readonly sex?: string;
  readonly races: readonly string[];
  readonly ethnicity?: string;
  /** PID-15.1 */
  readonly language?: string;
  /** PID-24 */
  readonly multipleBirth?: string;
  /** PID-25 */
  readonly birthOrder?: number;
  /** PID-29 */
  readonly deathDate?: Ymd;
  /** PID-30 */
  readonly deathIndicator?: string;
  readonly identifiers: readonly IdentifierFacts[];
  readonly addresses: readonly AddressFacts[];
  readonly phones: readonly PhoneFacts[];
  readonly contacts: readonly ContactFacts[];
  /** PD1-11.1, PD1-12, PD1-16 */
  readonly publicity?: string;
  readonly protection?: string;
  readonly registryStatus?: string;
  /** PD1-13, PD1-17, PD1-18 */
  readonly protectionFrom?: Ymd;
  readonly registryStatusFrom?: Ymd;
  readonly publicityFrom?: Ymd;
  /** The doses of the message, refusals and statements included. */
  readonly doses: readonly DoseFacts[];
};

/** One repetition of PID-3. */
export type IdentifierFacts = Placed & {
  readonly id?: string;
  readonly authority?: string;
  readonly type?: string;
};

/** One repetition of PID-11 or NK1-4. */
export type AddressFacts = Placed & {
  readonly of: 'patient' | 'contact';
  readonly street?: string;
  readonly street2?: string;
  readonly city?: string;
  readonly state?: string;
  readonly zip?: string;
  readonly country?: string;
  /** XAD.7 */
  readonly type?: string;
  /** XAD.9 */
  readonly county?: string;
};

/** One repetition of PID-13 or NK1-5. */
export type PhoneFacts = Placed & {
  readonly of: 'patient' | 'contact';
  /** XTN.2, XTN.3 */
  readonly use?: string;
  readonly equipment?: string;
  readonly email?: string;
  /** Digits of XTN.6 and XTN.7; where those are empty, of the old XTN.1. */
  readonly area?: string;
  readonly number?: string;
};

/** One NK1. */
export type ContactFacts = Placed & {
  readonly last?: string;
  readonly first?: string;
  readonly relationship?: string;
  readonly addresses: readonly AddressFacts[];
  readonly phones: readonly PhoneFacts[];
};

/** One ORDER group: a dose, a refusal or a statement that nothing was given. */
export type DoseFacts = Placed & {
  readonly today: Ymd;
  readonly sentOn?: Ymd;
  readonly birthDate?: Ymd;
  readonly deathDate?: Ymd;
  readonly sex?: string;
  /** RXA-3, and RXA-4 */
  readonly givenOn?: Ymd;
  readonly endedOn?: Ymd;
  /** Whole months and days of age on RXA-3. */
  readonly ageMonths?: number;
  readonly ageDays?: number;
  /** CVX code of RXA-5: sent as such, or what the NDC or CPT sent stands for. */
  readonly cvx?: string;
  /** What the code sets say of that CVX code. */
  readonly vaccine?: Vaccine;
  /** Whether RXA-5 has any code. */
  readonly isCoded: boolean;
  /** The NDC in RXA-5, eleven digits; and the product, where that NDC is known. */
  readonly ndc?: string;
  readonly product?: Product;
  /** Where RXA-5 has both a CVX code and an NDC or CPT, the CVX code that the other stands for. */
  readonly otherCvx?: string;
  /** The code system of the code that counts. */
  readonly codeSystem?: 'CVX' | 'NDC' | 'CPT';
  /** RXA-20 CP or PA, or empty, which CAIR2 reads as complete; and RXA-5 is not 998. */
  readonly given: boolean;
  /** Given, and RXA-9.1 is 00. */
  readonly administered: boolean;
  /** Given, and RXA-9.1 is not 00. */
  readonly historical: boolean;
  /** RXA-20 = RE */
  readonly refused: boolean;
  /** RXA-20, RXA-21, RXA-9.1, RXA-18.1 */
  readonly completion?: string;
  readonly action?: string;
  readonly source?: string;
  readonly refusal?: string;
  /** RXA-6; absent for 999, which means unknown. */
  readonly amount?: number;
  readonly amountIsUnknown: boolean;
  /** RXA-7.1 */
  readonly units?: string;
  /** RXA-15, RXA-16 (a month alone means its last day), RXA-17.1 */
  readonly lot?: string;
  readonly expiresOn?: Ymd;
  readonly mvx?: string;
  /** Whether the order has an RXR; its RXR-1.1 as sent, NCIT or HL70162 */
  readonly hasRoute: boolean;
  readonly route?: string;
  readonly site?: string;
  /** ORC-3.1 (9999 for no dose), ORC-12.1, RXA-10.1 with its .9 and .13, RXA-11.4 */
  readonly orderNumber?: string;
  readonly orderingProvider?: string;
  readonly provider?: string;
  readonly providerAuthority?: string;
  readonly providerIdType?: string;
  readonly administeredAt?: string;
  /** RXA-22 */
  readonly enteredOn?: Ymd;
  /** OBX-5.1 of 64994-7 and of 30963-3 */
  readonly eligibility?: string;
  readonly funding?: string;
  readonly observations: readonly ObservationFacts[];
  /** The other orders of the message. */
  readonly index: number;
};

/** One OBX of an order. */
export type ObservationFacts = Placed & {
  readonly today: Ymd;
  readonly valueType?: string;
  /** OBX-3.1 */
  readonly identifier?: string;
  readonly subId?: string;
  /** OBX-5.1 */
  readonly value?: string;
  /** OBX-5 as a day, where OBX-2 is DT, TS or DTM. */
  readonly day?: Ymd;
  /** OBX-5 as a number, where OBX-2 is NM. */
  readonly number?: number;
  /** OBX-6.1 */
  readonly units?: string;
  /** OBX-14 */
  readonly observedOn?: Ymd;
  /** Of the dose it belongs to. */
  readonly givenOn?: Ymd;
  readonly birthDate?: Ymd;
  readonly administered: boolean;
  readonly vaccine?: Vaccine;
};

export type Subjects = {
  readonly message: MessageFacts;
  readonly patient: PatientFacts;
  readonly identifier: IdentifierFacts;
  readonly address: AddressFacts;
  readonly phone: PhoneFacts;
  readonly contact: ContactFacts;
  readonly dose: DoseFacts;
  readonly observation: ObservationFacts;
};
