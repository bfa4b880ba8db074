import type { EventType } from '../../vocabulary/events.ts'
import type { EventCommon, Newcomer } from '../ledger/planning/pieces.ts'

/** A person who comes from outside, as typed: the core reads each field as the import reads a cell. */
export type ToldNewcomer = Readonly<Partial<Record<Exclude<keyof Newcomer, 'name'>, string | undefined>>> & {
  readonly name: string
}

/**
 * An event as it is told: units, people and posts by id or by name. What each type needs beside the common part is the door's to check; here
 * stand the fields that are looked up by name, and those that decide what else is looked at.
 */
export interface NamedEvent extends EventCommon {
  readonly type: EventType
  readonly unit?: string | undefined
  readonly units?: readonly string[] | undefined
  readonly person?: string | ToldNewcomer | undefined
  readonly people?: readonly string[] | undefined
  readonly post?: string | undefined
  readonly to?: string | undefined
  readonly into?: string | undefined
  /** Of unit.merge: the target may be set up new. */
  readonly kind?: string | undefined
  readonly cause?: string | undefined
  /** 到位; null: not yet known. */
  readonly arrivesOn?: string | null | undefined
  readonly overUntil?: string | undefined
  readonly handoverUntil?: string | undefined
  readonly standsOver?: readonly string[] | undefined
}
