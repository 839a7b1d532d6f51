/**
 * Random numbers, UUIDs and tokens of one execution, all from its seed: the same seed makes the same history.
 * The generator is mulberry32, small and good enough to choose delays and names.
 */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 to 1, 1 excluded. */
  next(): number {
    return this.#bits() / 0x1_0000_0000;
  }

  /** A version 4 UUID. */
  uuid(): string {
    const [a, b, c, d] = [this.#bits(), this.#bits(), this.#bits(), this.#bits()] as const;
    // The third group begins with the version, the fourth with the variant.
    const second = hex((b & 0xffff_0fff) | 0x4000);
    const third = hex((c & 0x3fff_ffff) | 0x8000_0000);
    return `${hex(a)}-${second.slice(0, 4)}-${second.slice(4)}-${third.slice(0, 4)}-${third.slice(4)}${hex(d)}`;
  }

  /** 32 random bits, as an unsigned number. */
  #bits(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
}

const bytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const hex = (bits: number): string =>
  bytes[bits >>> 24]! + bytes[(bits >>> 16) & 0xff]! + bytes[(bits >>> 8) & 0xff]! + bytes[bits & 0xff]!;
