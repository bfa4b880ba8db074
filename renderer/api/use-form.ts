import { useState } from 'react'
import type { CallInput, OperationName, Output } from '../../electron/contract/operations.ts'
import { checkInput } from './client.ts'
import type { ApiError } from './client.ts'
import { useCommand } from './use-command.ts'

export interface Form<K extends OperationName> {
  readonly values: Partial<CallInput<K>>
  readonly set: <F extends keyof CallInput<K>>(field: F, value: CallInput<K>[F] | undefined) => void
  /** Problem by field path; shown after the first try to save. */
  readonly errors: Readonly<Record<string, string>>
  readonly busy: boolean
  readonly error: ApiError | null
  /** Checks with the contract's schema, then saves. Null: refused, the reasons are in `errors` or `error`. */
  readonly submit: () => Promise<Output<K> | null>
}

const NO_ERRORS: Readonly<Record<string, string>> = {}

/** A refusal that says where in the form it belongs stands there too. */
export function refusedAt(error: ApiError | null): Readonly<Record<string, string>> {
  const { at, problem } = error?.details ?? {}
  return typeof at === 'string' && typeof problem === 'string' ? { [at]: problem } : NO_ERRORS
}

/** A form of one operation: the same schema checks it here and in the core. */
export function useForm<K extends OperationName>(name: K, initial: Partial<CallInput<K>>): Form<K> {
  const [values, setValues] = useState(initial)
  const [tried, setTried] = useState(false)
  const command = useCommand(name)
  const checked = checkInput(name, values)
  return {
    values,
    set: (field, value) => setValues((now) => ({ ...now, [field]: value })),
    errors: tried && !checked.ok ? checked.errors : refusedAt(command.error),
    busy: command.busy,
    error: command.error,
    submit: async () => {
      setTried(true)
      return checked.ok ? command.run(checked.input) : null
    },
  }
}
