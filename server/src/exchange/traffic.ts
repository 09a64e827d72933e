import { setTimeout as sleep } from 'node:timers/promises';

/** How often it is looked whether live messages have been answered. */
const LOOK_MS = 1;

/** How many live messages are being served, as somebody in another thread sees it. */
export class QuietTraffic {
  /** The count itself, for another thread. */
  readonly shared: SharedArrayBuffer;
  protected readonly count: Int32Array;

  constructor(shared: SharedArrayBuffer) {
    this.shared = shared;
    this.count = new Int32Array(shared);
  }

  get inFlight(): number {
    return Atomics.load(this.count, 0);
  }

  /** Resolves once no message is being served, or after so long: what waits must not wait for ever. */
  async quiet(mostMs: number): Promise<void> {
    const end = performance.now() + mostMs;
    while (this.inFlight > 0 && performance.now() < end) await sleep(LOOK_MS);
  }
}

/** How busy the exchange of this process is with live messages: what can wait (a historical load) lets them go first. */
export class Traffic extends QuietTraffic {
  constructor() {
    super(new SharedArrayBuffer(4));
  }

  /** @returns to be called when the message has been answered */
  begin(): () => void {
    Atomics.add(this.count, 0, 1);
    return () => void Atomics.sub(this.count, 0, 1);
  }
}
