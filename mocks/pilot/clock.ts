/** The pilot's clock: real time until it is set; then it stands still, or ticks on from there. */

export interface ClockSetting {
  /** RFC 3339, or null for real time. */
  readonly now: string | null;
  /** Whether it ticks; with `now: null` always. */
  readonly running?: boolean | undefined;
}

export class PilotClock {
  #frozen: number | undefined;
  #offset = 0;

  constructor(
    private readonly realNow: () => number,
    private readonly initial: ClockSetting,
  ) {
    this.set(initial);
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#frozen ?? this.realNow() + this.#offset;
  }

  get running(): boolean {
    return this.#frozen === undefined;
  }

  set(setting: ClockSetting): void {
    const instant = setting.now === null ? this.realNow() : Date.parse(setting.now);
    if (Number.isNaN(instant)) throw new RangeError(`not an RFC 3339 time: ${String(setting.now)}`);
    const ticks = setting.now === null || setting.running === true;
    this.#frozen = ticks ? undefined : instant;
    this.#offset = setting.now === null ? 0 : instant - this.realNow();
  }

  reset(): void {
    this.set(this.initial);
  }

  /** For `GET /pilot/clock`. */
  read(): { now: string; running: boolean } {
    return { now: new Date(this.now()).toISOString(), running: this.running };
  }

  /** For a snapshot: real time stays real time. */
  snapshot(): { now: string | null; running: boolean } {
    const isReal = this.#frozen === undefined && this.#offset === 0;
    return isReal ? { now: null, running: true } : this.read();
  }
}
