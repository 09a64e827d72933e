import type { Delivery } from '../exchange/delivery.ts';
import { Bell } from './bell.ts';
import { checkHealth, deliver } from './client.ts';
import type { Endpoint } from './endpoints.ts';
import { countsAgainst, type Outcome, outcomeOf, signOf } from './outcome.ts';
import { prepared } from './prepare.ts';
import { FROM_THE_START, type Queue, type Waiting } from './queue.ts';
import type { OutboundTimes } from './times.ts';
import type { Way, WayParts } from './way.ts';

/** How far a look into the queue goes, and how many messages it brings at most: some that wait behind others cost little. */
const PAGE = { looked: 2_000, most: 500 } as const;
const PAGES_AT_ONCE = 3;

type Ended = { readonly message: Waiting; readonly outcome: Outcome };

export type LineParts = WayParts & { readonly times: OutboundTimes };

/**
 * Sends what waits for one registry: several messages at a time, those of one patient one after another. Each round notes what
 * has ended since the last, takes as many new ones as there is room for, and sends them; so one commit serves many messages.
 */
export class Line {
  private readonly parts: LineParts;
  private readonly queue: Queue;
  private readonly way: Way;
  private readonly bell = new Bell();
  private readonly cutOff = new AbortController();
  private readonly underWay = new Map<string, Waiting>();
  private ended: Ended[] = [];
  /** Messages that were found to be next, oldest first. */
  private ready: Waiting[] = [];
  private readonly readyIds = new Set<string>();
  private after = FROM_THE_START;
  private lookAt = 0;
  /** When the look begins anew: where more comes than goes out it would never reach the end. */
  private anewAt = 0;
  /** How many messages were answered; and how many had been, when those that wait for another try failed. */
  private answered = 0;
  private readonly answeredAtFailure = new Map<string, number>();
  private checkedAt = Number.NEGATIVE_INFINITY;
  /** The closing after which the registry was found to live again; one message at a time may then show more. */
  private livesAfter: number | undefined;
  private readonly ending = new AbortController();

  constructor(parts: LineParts, queue: Queue, way: Way) {
    this.parts = parts;
    this.queue = queue;
    this.way = way;
  }

  /** Nothing more is begun; what is under way is noted, if need be as unknown. */
  stop(): void {
    this.ending.abort();
    setTimeout(() => this.cutOff.abort(), this.parts.times.graceMs).unref();
    this.bell.ring();
  }

  /** The connection to the database is gone: nothing can be noted any more. */
  abandon(): void {
    this.ending.abort();
    this.cutOff.abort();
    this.bell.ring();
  }

  /**
   * Until it is stopped, or the endpoint is no longer enabled.
   * @throws the database's error; what was under way is then taken over as unknown by whoever comes next
   */
  async run(): Promise<void> {
    const { times, endpoints, clock, log } = this.parts;
    const left = await this.queue.takeOver(clock.now());
    if (left > 0)
      log.warn({ endpoint: this.way.id, messages: left }, 'outbound: taken over while they were under way');
    try {
      for (;;) {
        await this.noteEnded();
        const endpoint = endpoints.get(this.way.id);
        const isOver = this.ending.signal.aborted || !endpoint?.isEnabled;
        if (isOver && this.underWay.size === 0) return;
        if (!isOver && endpoint) {
          this.lookAfter(endpoint);
          await this.begin(endpoint, await this.room(endpoint));
        }
        await this.bell.wait(times.idleMs);
      }
    } finally {
      this.abandon();
    }
  }

  /** How many messages may be begun now. */
  private async room(endpoint: Endpoint): Promise<number> {
    const free = endpoint.lanes - this.underWay.size;
    switch (this.way.passage()) {
      case 'open':
        return free;
      case 'probing':
        return this.underWay.size === 0 && (await this.isAlive(endpoint)) ? 1 : 0;
      case 'closed':
      case 'maintenance':
        return 0;
    }
  }

  /** Asked once after each closing; a registry that does not live gets no message to show it. */
  private async isAlive(endpoint: Endpoint): Promise<boolean> {
    const closing = this.way.closedUntil();
    if (this.livesAfter !== closing && (await this.check(endpoint))) this.livesAfter = closing;
    return this.livesAfter === closing;
  }

  /** Whether it lives, now and then while no message shows it. Nobody waits for the answer. */
  private lookAfter(endpoint: Endpoint): void {
    const now = performance.now();
    if (this.underWay.size > 0) this.checkedAt = now;
    else if (now >= this.checkedAt + this.parts.times.healthMs && this.way.passage() !== 'maintenance') {
      void this.check(endpoint);
    }
  }

  private async check(endpoint: Endpoint): Promise<boolean> {
    const { times, log } = this.parts;
    this.checkedAt = performance.now();
    const asked = { ...endpoint, timeoutMs: Math.min(endpoint.timeoutMs, times.healthAnswerMs) };
    const { signal } = this.ending;
    const health = await checkHealth(asked, { connectMs: times.connectMs, signal });
    if (signal.aborted) return false;
    const isThere = health.ok || health.speaks;
    if (!health.ok && !isThere && this.way.passage() === 'probing') this.way.fails(health);
    await this.way
      .checked(health)
      .catch((error: unknown) => log.error({ err: error }, 'outbound: a health check could not be noted'));
    return isThere;
  }

  private async begin(endpoint: Endpoint, room: number): Promise<void> {
    if (room <= 0) return;
    const now = this.parts.clock.now();
    if (performance.now() >= this.lookAt) await this.look(room, now);
    const messages = this.ready.splice(0, room);
    if (messages.length === 0) return;
    const isProbe = this.way.passage() === 'probing';
    const texts = await this.queue.begin(messages, now);
    for (const message of messages) {
      this.readyIds.delete(message.messageId);
      this.underWay.set(message.messageId, message);
      void this.send(endpoint, message, texts.get(message.messageId), isProbe);
    }
  }

  private async look(room: number, now: Date): Promise<void> {
    if (performance.now() >= this.anewAt) {
      this.after = FROM_THE_START;
      this.anewAt = performance.now() + this.parts.times.anewMs;
    }
    for (let pages = 0; this.ready.length < room && pages < PAGES_AT_ONCE; pages++) {
      const { heads, last } = await this.queue.page(this.after, now, PAGE);
      this.add(heads);
      this.after = last ?? FROM_THE_START;
      if (last === undefined) break;
    }
    // What waits for another try, or behind another, is looked at again and again; not after each message that goes out.
    if (this.ready.length < room) this.lookAt = performance.now() + this.parts.times.idleMs / 2;
  }

  private add(heads: readonly Waiting[]): void {
    for (const head of heads) {
      if (this.readyIds.has(head.messageId) || this.underWay.has(head.messageId)) continue;
      this.readyIds.add(head.messageId);
      this.ready.push(head);
    }
  }

  private async send(
    endpoint: Endpoint,
    message: Waiting,
    text: string | undefined,
    isProbe: boolean,
  ): Promise<void> {
    const { connectMs } = this.parts.times;
    const { signal } = this.cutOff;
    const outcome =
      text === undefined
        ? NOT_KEPT
        : this.decide(
            await deliver(endpoint, prepared(text, endpoint), 'submitSingleMessage', { signal, connectMs }),
            message,
            isProbe,
          );
    this.ended.push({ message, outcome });
    this.bell.ring();
  }

  private decide(delivery: Delivery, message: Waiting, isProbe: boolean): Outcome {
    const { clock, times, log, random = Math.random } = this.parts;
    const { messageId } = message;
    const wasCut = this.cutOff.signal.aborted && delivery.kind === 'failed';
    if (!wasCut) {
      if (signOf(delivery) === 'works') this.way.works();
      else if (delivery.kind === 'failed') this.way.fails(delivery);
    }
    if (delivery.kind === 'answered') this.answered += 1;
    const countsAgainstIt =
      !wasCut && delivery.kind === 'failed' && countsAgainst(delivery, this.evidence(messageId, isProbe));
    const circumstances = { now: clock.now(), times, random: random(), countsAgainstIt };
    const outcome = outcomeOf(delivery, message, circumstances);
    if (outcome.nextAt) this.answeredAtFailure.set(messageId, this.answered);
    else this.answeredAtFailure.delete(messageId);
    if (outcome.state === 'refused' || outcome.state === 'undeliverable') {
      const { state, code } = outcome;
      log.warn({ endpoint: this.way.id, message: messageId, state, code }, 'outbound: not delivered');
    }
    return outcome;
  }

  private evidence(messageId: string, isProbe: boolean): Parameters<typeof countsAgainst>[1] {
    const before = this.answeredAtFailure.get(messageId);
    if (before === undefined) return isProbe ? 'probe' : 'first';
    return this.answered > before ? 'since-last' : 'none';
  }

  private async noteEnded(): Promise<void> {
    if (this.ended.length === 0) return;
    const { ended } = this;
    this.ended = [];
    const now = this.parts.clock.now();
    await this.queue.note(
      ended.map(({ message: { messageId }, outcome }) => ({ ...outcome, messageId })),
      now,
    );
    for (const { message } of ended) this.underWay.delete(message.messageId);
    const done = ended.flatMap(({ message, outcome }) => (outcome.nextAt ? [] : message.personId));
    this.add(await this.queue.nextOf(done, now));
  }
}

const NOT_KEPT: Outcome = {
  state: 'undeliverable',
  attempts: 0,
  nextAt: undefined,
  code: 'not-kept',
  words: 'The ledger does not hold the text of the message any more.',
  answer: '',
};
