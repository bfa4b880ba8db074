import type { Case, Truth } from './kit/case.ts'
import type { Person } from './kit/people.ts'

/* What the makers of the sixth set share. */

/** A case by its name and what stands in the file; the file is called as the case. */
export function sixth(
  name: string,
  about: string,
  truth: Omit<Truth, 'case' | 'file' | 'about' | 'before'>,
  bytes: Buffer,
  more: { readonly ending?: string; readonly before?: Buffer } = {},
): Case {
  const before = more.before === undefined ? {} : { before: [`${name}.before.xlsx`] }
  return {
    truth: { case: name, file: `${name}.${more.ending ?? 'xlsx'}`, about, ...before, ...truth },
    bytes,
    ...(more.before === undefined ? {} : { beforeBytes: [more.before] }),
  }
}

/** A day as eight digits, `19850612`. */
export const eight = (day: string): string => day.replaceAll('-', '')
/** A month as it is spoken, `1985年6月`. */
export const spoken = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`
/** The letters of a head below each other, as narrow columns have them. */
export const upright = (text: string): string => Array.from(text).join('\n')
/** Names of two letters drawn out to three. */
export const drawn = (one: Person): string => (one.name.length === 2 ? Array.from(one.name).join('　') : one.name)
