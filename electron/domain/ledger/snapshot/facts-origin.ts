import { Succession } from '../../model/succession.ts'
import type { FactRows } from '../rows/fact-rows.ts'

/** Facts made from others by an event, planned or written. */
export const FACTS_SUCCESSION = new Succession<FactRows>()
