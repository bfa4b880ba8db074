import { Refusal } from '../../vocabulary/refusals.ts'

/** Refuses a field of a form where it stands. @throws `invalid_input`, `at` naming its place in the operation's input. */
export function refuseAt(property: string, problem: string, title = '更正内容'): never {
  throw new Refusal('invalid_input', { field: title, problem, at: `changes.${property}` })
}
