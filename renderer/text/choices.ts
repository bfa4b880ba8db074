import type { CodeList } from '../../electron/vocabulary/code-list.ts'
import type { Choice } from '../ui/form.tsx'

/** The choices of a code list, in its order; `none` goes first where nothing may be chosen. */
export function choicesOf<L extends CodeList>(list: L): readonly Choice<keyof L & string>[]
export function choicesOf<L extends CodeList>(list: L, none: string): readonly Choice<(keyof L & string) | ''>[]
export function choicesOf<L extends CodeList>(list: L, none?: string): readonly Choice<(keyof L & string) | ''>[] {
  const own = Object.entries(list).map(([value, { title }]) => ({ value: value as keyof L & string, label: title }))
  return none === undefined ? own : [{ value: '' as const, label: none }, ...own]
}
