import type { Simulated } from './submissions.ts';

export type Summary = {
  /** Persons that messages tell of; the others were given nothing. */
  readonly persons: number;
  readonly messages: number;
  /** Doses that who gave them tells of. */
  readonly doses: number;
  /** Orders of all messages: the same doses told again, by others and as history, among them. */
  readonly orders: number;
  readonly charts: number;
  /** Persons of `persons` who were born with others. */
  readonly twins: number;
};

/** Counts what goes by; keeps nothing of it. */
export class Counts {
  #persons = 0;
  #messages = 0;
  #doses = 0;
  #orders = 0;
  #charts = 0;
  #twins = 0;

  add({ news, truth }: Simulated): void {
    this.#messages++;
    this.#orders += truth.doses.length;
    this.#doses += news.doses;
    if (news.chart) this.#charts++;
    if (!news.person) return;
    this.#persons++;
    if (truth.twins !== 0) this.#twins++;
  }

  get messages(): number {
    return this.#messages;
  }

  summary(): Summary {
    return {
      persons: this.#persons,
      messages: this.#messages,
      doses: this.#doses,
      orders: this.#orders,
      charts: this.#charts,
      twins: this.#twins,
    };
  }
}
