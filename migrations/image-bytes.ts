/* Bytes written and read one after another: what the codec of the journal's images stands on. */

/** A text of up to so many bytes, less one, has its length in its code. */
export const SHORT_TEXT = 64

/** One buffer for all: an image is written, copied out, and the next begins. */
let scratch = Buffer.allocUnsafe(1 << 16)

export class Bytes {
  #length = 0

  #room(bytes: number): void {
    if (this.#length + bytes <= scratch.length) return
    const larger = Buffer.allocUnsafe(Math.max(scratch.length * 2, this.#length + bytes))
    scratch.copy(larger, 0, 0, this.#length)
    scratch = larger
  }

  byte(value: number): this {
    this.#room(1)
    scratch[this.#length] = value
    this.#length += 1
    return this
  }

  whole(value: number, bytes: number): this {
    this.#room(bytes)
    this.#length = scratch.writeUIntBE(value, this.#length, bytes)
    return this
  }

  double(value: number): this {
    this.#room(8)
    this.#length = scratch.writeDoubleBE(value, this.#length)
    return this
  }

  hex(text: string): this {
    this.#room(text.length / 2)
    this.#length += scratch.write(text, this.#length, 'hex')
    return this
  }

  /** Without its length. */
  utf8(text: string, bytes: number): this {
    this.#room(bytes)
    this.#length += scratch.write(text, this.#length, 'utf8')
    return this
  }

  text(text: string): this {
    const bytes = Buffer.byteLength(text)
    this.whole(bytes, 4).#room(bytes)
    this.#length += scratch.write(text, this.#length, 'utf8')
    return this
  }

  done(): Buffer {
    return Buffer.from(scratch.subarray(0, this.#length))
  }
}

export class Input {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  refuse(): never {
    throw new RangeError('no images')
  }

  /** Goes on by so many bytes; where they begin. Read by place: a view of every value would cost more than reading it. */
  #take(bytes: number): number {
    if (this.#at + bytes > this.#bytes.length) this.refuse()
    this.#at += bytes
    return this.#at - bytes
  }

  byte(): number {
    return this.#bytes[this.#take(1)] ?? this.refuse()
  }

  whole(bytes: number): number {
    return this.#bytes.readUIntBE(this.#take(bytes), bytes)
  }

  double(): number {
    return this.#bytes.readDoubleBE(this.#take(8))
  }

  hex(bytes: number): string {
    return this.#bytes.toString('hex', this.#take(bytes), this.#at)
  }

  utf8(bytes: number): string {
    return this.#bytes.toString('utf8', this.#take(bytes), this.#at)
  }

  text(): string {
    return this.utf8(this.whole(4))
  }

  end(): void {
    if (this.#at !== this.#bytes.length) this.refuse()
  }
}
