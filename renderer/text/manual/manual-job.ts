import type { EventType } from '../../../electron/vocabulary/events.ts'
import type { RecordKindName } from '../../../electron/vocabulary/records.ts'
import type { ScreenName } from '../screens.ts'

/** Where a step is done: a screen, or one of its forms. */
export type ManualDoor =
  | { readonly screen: ScreenName; readonly params?: Readonly<Record<string, string>>; readonly says: string }
  | { readonly event: EventType; readonly says: string }
  /** A form of the bureau by its id. */
  | { readonly form: string; readonly says: string }
  | { readonly record: RecordKindName; readonly says: string }

/** One job of the clerk's year: when it comes, and how it is done here. */
export interface ManualJob {
  readonly id: string
  readonly title: string
  /** When it is done, and how often. */
  readonly when: string
  /** Other words it is asked for by. */
  readonly words?: readonly string[]
  readonly steps: readonly string[]
  readonly doors: readonly ManualDoor[]
  /** What is often done wrong. */
  readonly beware?: string
  /** Texts of law it stands on: id, and the article that matters. */
  readonly laws?: readonly (readonly [lawId: string, article?: string])[]
}

export interface ManualChapter {
  readonly title: string
  readonly jobs: readonly ManualJob[]
}
