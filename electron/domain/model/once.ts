/** The same value every time, made when it is first asked for. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => (made ??= { value: make() }).value
}

/** What `onceInSteps` makes: called, the value, worked out to its end; `step` does one part of it and says whether it is there. */
export interface Stepped<Value> {
  (): Value
  readonly step: () => boolean
}

/**
 * The same for something made in parts. Whoever can wait does one part after another; whoever needs it now does what is left. All of them do
 * parts of the same one, so nothing is worked out twice. One that fails begins anew when it is asked for again.
 */
export function onceInSteps<Value>(make: () => Generator<void, Value>): Stepped<Value> {
  let made: { readonly value: Value } | null = null
  let running: Generator<void, Value> | null = null
  const step = (): { readonly value: Value } | null => {
    if (made !== null) return made
    running ??= make()
    try {
      const part = running.next()
      if (part.done !== true) return null
      running = null
      return (made = { value: part.value })
    } catch (error) {
      running = null
      throw error
    }
  }
  const whole = (): Value => {
    for (;;) {
      const there = step()
      if (there !== null) return there.value
    }
  }
  return Object.assign(whole, { step: () => step() !== null })
}
