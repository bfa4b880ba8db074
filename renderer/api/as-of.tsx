import { createContext, useContext, useMemo, useState } from 'react'
import type { ReactNode } from 'react'

/** The day every screen shows. `asOf` is undefined for today, so that queries leave it out and the core decides. */
export interface AsOf {
  readonly asOf: string | undefined
  /** 按当时所知: the same day again, when what was learnt after it is to be left out; otherwise undefined. Goes beside `asOf` into every query that takes it. */
  readonly believedOn: string | undefined
  /** What "截至" shows. */
  readonly shown: string
  readonly today: string
  readonly isToday: boolean
  /** null: back to today. */
  readonly setAsOf: (day: string | null) => void
  readonly asBelieved: boolean
  readonly setAsBelieved: (on: boolean) => void
}

const nothing = (): void => {}
const AsOfContext = createContext<AsOf>({
  asOf: undefined,
  believedOn: undefined,
  shown: '',
  today: '',
  isToday: true,
  setAsOf: nothing,
  asBelieved: false,
  setAsBelieved: nothing,
})

export function AsOfProvider({ today, children }: { readonly today: string; readonly children: ReactNode }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [asBelieved, setAsBelieved] = useState(false)
  const value = useMemo<AsOf>(() => {
    const asOf = chosen === null || chosen === today ? undefined : chosen
    // Of a day to come nothing more is known than today.
    const believedOn = asBelieved && asOf !== undefined && asOf < today ? asOf : undefined
    const setAsOf = (day: string | null) => {
      setChosen(day)
      if (day === null) setAsBelieved(false)
    }
    return {
      asOf,
      believedOn,
      shown: asOf ?? today,
      today,
      isToday: asOf === undefined,
      setAsOf,
      asBelieved: believedOn !== undefined,
      setAsBelieved,
    }
  }, [chosen, asBelieved, today])
  return <AsOfContext value={value}>{children}</AsOfContext>
}

/** The day shown, and how to change it. */
export function useAsOf(): AsOf {
  return useContext(AsOfContext)
}
