import { createContext, useContext, useMemo, useState } from 'react'
import type { ReactNode } from 'react'

/** The day every screen shows. `asOf` is undefined for today, so that queries leave it out and the core decides. */
export interface AsOf {
  readonly asOf: string | undefined
  /** What "截至" shows. */
  readonly shown: string
  readonly today: string
  readonly isToday: boolean
  /** null: back to today. */
  readonly setAsOf: (day: string | null) => void
}

const AsOfContext = createContext<AsOf>({ asOf: undefined, shown: '', today: '', isToday: true, setAsOf: () => {} })

export function AsOfProvider({ today, children }: { readonly today: string; readonly children: ReactNode }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const value = useMemo<AsOf>(() => {
    const asOf = chosen === null || chosen === today ? undefined : chosen
    return { asOf, shown: asOf ?? today, today, isToday: asOf === undefined, setAsOf: setChosen }
  }, [chosen, today])
  return <AsOfContext value={value}>{children}</AsOfContext>
}

/** The day shown, and how to change it. */
export function useAsOf(): AsOf {
  return useContext(AsOfContext)
}
