import type { WriteDraft } from './planned-writes.ts'

/*
 * A plan in a few numbers, to tell whether two are the same. A large roster plans half a million values: as one text, or as JSON, they take longer
 * than the planning itself, so they are summed up as they lie.
 */

/** Two plans that write the same have the same text, others another one. Not against forgery: who could forge a plan can write the file. */
export function planDigest({ changes, ...added }: WriteDraft): string {
  const sum = new RunningSum()
  for (const [list, rows] of Object.entries(added)) {
    sum.add(list)
    for (const row of rows) addRow(sum, row)
  }
  // A change that empties a column says another thing than one that leaves it: changes are taken whole.
  sum.add(JSON.stringify(changes))
  return sum.text()
}

/** What a new row says, by its columns; an empty column and a missing one are the same. */
function addRow(sum: RunningSum, row: object): void {
  const columns = row as Readonly<Record<string, unknown>>
  let place = 0
  for (const column in columns) {
    const value = columns[column]
    place += 1
    if (value === null || value === undefined) continue
    sum.addNumber(place)
    // A number is not the text of its digits.
    sum.add(typeof value === 'string' ? value : typeof value === 'boolean' ? SAID[`${value}`] : written(value))
  }
  sum.addNumber(-place)
}

const written = (value: unknown): string => `\u0001${JSON.stringify(value)}`
/** The two of which every second column is. */
const SAID = { true: written(true), false: written(false) }

/** Two sums of 32 bits over the same characters, stirred by primes of their own (cyrb53). */
class RunningSum {
  #one = 0x9e3779b9
  #other = 0x85ebca6b

  add(text: string): void {
    let [one, other] = [this.#one, this.#other]
    for (let place = 0; place < text.length; place += 1) {
      const character = text.charCodeAt(place)
      one = Math.imul(one ^ character, 0x9e3779b1)
      other = Math.imul(other ^ character, 0x5f356495)
      one ^= other >>> 15
    }
    this.#one = one
    this.#other = other
    // Where a text ends is part of it: 甲乙, 丙 is not 甲, 乙丙.
    this.addNumber(text.length)
  }

  addNumber(number: number): void {
    this.#one = Math.imul(this.#one ^ (number + 0x7f4a7c15), 0x85ebca77)
    this.#other = Math.imul(this.#other ^ (number + 0x165667b1), 0xc2b2ae3d) ^ (this.#one >>> 13)
  }

  text(): string {
    return `${(this.#one >>> 0).toString(16)}-${(this.#other >>> 0).toString(16)}`
  }
}
