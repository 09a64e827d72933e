import { vxu } from '../../bench/vxu.ts';

/** A dose as the sending clinic knows it, which is what the registry must come to show. */
export type Dose = { readonly segments: readonly string[]; lot: string; stands: boolean };

export type Patient = {
  readonly head: readonly string[];
  readonly family: string;
  readonly chart: string;
  readonly doses: Dose[];
  /** How many messages about the patient were acknowledged. */
  acknowledged: number;
  /** A message is under way or was not acknowledged: nothing more is sent before it is. */
  busy: boolean;
};

/** A message, what it changes, and the answer it got. */
export type Sent = {
  readonly controlId: string;
  readonly text: string;
  readonly patient: Patient;
  readonly changes: readonly { readonly dose: Dose; readonly lot: string; readonly stands: boolean }[];
  answer?: { readonly body: string; readonly hl7: string };
};

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A clinic's patients and the messages about them. It keeps its own account of what the registry must hold,
 * from nothing but what it sent and what was acknowledged.
 */
export class Patients {
  readonly patients: Patient[] = [];
  readonly acknowledged: Sent[] = [];
  readonly #random: () => number;
  readonly #runId: string;
  #messages = 0;

  constructor(random: () => number, runId: string) {
    this.#random = random;
    this.#runId = runId;
  }

  /** Mostly new patients, and of those known updates, deletions, and doses added again. */
  next(): Sent {
    const roll = this.#random();
    const known = this.#known();
    if (!known || roll < 0.5) return this.#newPatient();
    if (roll < 0.75) return this.#ofDose(known, 'U');
    return this.#ofDose(known, roll < 0.9 ? 'D' : 'A');
  }

  /** A message that was acknowledged before, to be sent again. */
  resend(): Sent | undefined {
    return this.acknowledged[Math.floor(this.#random() * this.acknowledged.length)];
  }

  /** Its answer came: from now on its changes are promised. */
  acknowledge(message: Sent, answer: { readonly body: string; readonly hl7: string }): void {
    message.answer = answer;
    for (const { dose, lot, stands } of message.changes) Object.assign(dose, { lot, stands });
    message.patient.acknowledged += 1;
    message.patient.busy = false;
    this.acknowledged.push(message);
  }

  #known(): Patient | undefined {
    const free = this.patients.filter(({ busy }) => !busy);
    return free[Math.floor(this.#random() * free.length)];
  }

  /** Messages that all report a new patient, each with one dose of their own. */
  newPatientInParts(count: number): readonly Sent[] {
    const { patient } = this.#newPatient();
    const [template] = patient.doses;
    patient.doses.length = 0;
    return Array.from({ length: count }, () => {
      const number = this.#messages + 1;
      const segments = (template?.segments ?? []).map((line) =>
        line.startsWith('ORC|') ? withField(line, 3, `PART-${number}^CAIRNBENCH`) : line,
      );
      const dose = { segments, lot: '', stands: false };
      patient.doses.push(dose);
      return this.#about(patient, dose, 'A');
    });
  }

  /** So many updates of one dose of one patient. */
  updates(count: number): readonly Sent[] {
    const patient = this.#known();
    const dose = patient?.doses.find(({ stands }) => stands);
    if (!patient || !dose) return [];
    return Array.from({ length: count }, () => this.#about(patient, dose, 'U'));
  }

  #newPatient(): Sent {
    const text = vxu(this.patients.length, { runId: this.#runId });
    const lines = text.split('\r').filter((line) => line !== '');
    const orders: string[][] = [];
    for (const line of lines) {
      if (line.startsWith('ORC|')) orders.push([line]);
      else orders.at(-1)?.push(line);
    }
    const head = lines.slice(0, lines.length - orders.flat().length);
    const pid = head.find((line) => line.startsWith('PID|'))?.split('|') ?? [];
    const patient: Patient = {
      head,
      family: pid[5]?.split('^')[0] ?? '',
      chart: pid[3] ?? '',
      doses: orders.map((segments) => ({ segments, lot: lotOf(segments), stands: false })),
      acknowledged: 0,
      busy: true,
    };
    this.patients.push(patient);
    return {
      controlId: head[0]?.split('|')[9] ?? '',
      text,
      patient,
      changes: patient.doses.map((dose) => ({ dose, lot: dose.lot, stands: true })),
    };
  }

  #ofDose(patient: Patient, wanted: 'A' | 'U' | 'D'): Sent {
    const dose = patient.doses[Math.floor(this.#random() * patient.doses.length)];
    if (!dose) return this.#newPatient();
    // A dose that does not stand can only be added again; one that does can be updated or deleted.
    return this.#about(patient, dose, dose.stands ? (wanted === 'A' ? 'U' : wanted) : 'A');
  }

  /** A message about one dose; all but a deletion give it a lot number that no other message gave. */
  #about(patient: Patient, dose: Dose, action: 'A' | 'U' | 'D'): Sent {
    this.#messages += 1;
    const controlId = `${this.#runId}-M${this.#messages}`;
    const lot = action === 'D' ? dose.lot : `N${this.#messages}`;
    patient.busy = true;
    const [msh = '', ...rest] = patient.head;
    const order = dose.segments.map((line) =>
      line.startsWith('RXA|') ? withField(withField(line, 15, lot), 21, action) : line,
    );
    return {
      controlId,
      text: `${[withField(msh, 9, controlId), ...rest, ...order].join('\r')}\r`,
      patient,
      changes: [{ dose, lot, stands: action !== 'D' }],
    };
  }
}

function withField(line: string, index: number, value: string): string {
  return line
    .split('|')
    .map((field, at) => (at === index ? value : field))
    .join('|');
}

function lotOf(segments: readonly string[]): string {
  return segments.find((line) => line.startsWith('RXA|'))?.split('|')[15] ?? '';
}

/** A request for the patient's history (Z34), under a control id of its own. */
export function historyQuery({ family, chart, head }: Patient, controlId: string): string {
  const pid = head.find((line) => line.startsWith('PID|'))?.split('|') ?? [];
  const given = pid[5]?.split('^')[1] ?? '';
  return [
    `MSH|^~\\&|CAIRNBENCH|DE-000001||CAIR2|20250320101500-0800||QBP^Q11^QBP_Q11|${controlId}|P|2.5.1|||ER|AL|||||Z34^CDCPHINVS|DE-000001`,
    `QPD|Z34^Request Immunization History^CDCPHINVS|${controlId}|${chart}|${family}^${given}|${''}|${pid[7] ?? ''}|${pid[8] ?? ''}`,
    'RCP|I|5^RD',
    '',
  ].join('\r');
}

/** Lots of the doses that stand, as the clinic has it. */
export function standingLots({ doses }: Patient): readonly string[] {
  return doses.flatMap(({ lot, stands }) => (stands ? [lot] : [])).sort();
}

/** Lots of the doses in an HL7 answer. */
export function shownLots(hl7: string): readonly string[] {
  return hl7
    .split('\r')
    .flatMap((line) => (line.startsWith('RXA|') ? [line.split('|')[15] ?? ''] : []))
    .sort();
}
