import type { EventType } from '../../../electron/vocabulary/events.ts'
import { documentTold, type DocumentDraft } from '../../parts/document-draft.ts'
import { EVENT_FIELDS, type EventField } from './event-fields.ts'

/** A person who is not in the book yet, as the form holds them. Empty texts are not told. */
export type Newcomer = Readonly<Partial<Record<string, string>>> & { readonly name: string }
export interface QuotaRow {
  readonly category: string
  readonly amount: number | undefined
}

/** What stands in one field. `null` is a told "none" (arrives later), undefined is "not filled in". */
export type FieldValue =
  | string
  | number
  | null
  | undefined
  | readonly string[]
  | readonly QuotaRow[]
  | Newcomer
  | DocumentDraft
export type Draft = Readonly<Record<string, FieldValue>>

const KEPT_AFTER_SAVING = ['on', 'document'] as const

/** A fresh form: the day shown, first numbers, and what the address brings (person, unit, category, post). */
export function newDraft(
  type: EventType,
  today: string,
  given: Readonly<Record<string, string | undefined>> = {},
): Draft {
  const draft: Record<string, FieldValue> = { on: today }
  for (const field of EVENT_FIELDS[type]) {
    if (field.kind === 'number' && field.initial !== undefined) draft[field.key] = field.initial
    const value = given[field.key]
    if (value !== undefined && value !== '') draft[field.key] = field.kind === 'number' ? numberOf(value) : value
  }
  const { person } = given
  if (person !== undefined && EVENT_FIELDS[type].some((field) => field.kind === 'people')) draft['people'] = [person]
  return draft
}

function numberOf(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined
}

/** The form after one is saved: several people often come by one document on one day. */
export function nextDraft(type: EventType, saved: Draft, today: string): Draft {
  const fresh = newDraft(type, today)
  const kept = Object.fromEntries(KEPT_AFTER_SAVING.map((key) => [key, saved[key]]))
  return { ...fresh, ...kept }
}

/** The event as the contract wants it: unfilled fields left out. What is wrong with it the contract's schema says. */
export function eventOf(type: EventType, draft: Draft): Readonly<Record<string, unknown>> {
  const event: Record<string, unknown> = { type }
  for (const field of EVENT_FIELDS[type]) put(event, field.key, valueOf(field, draft))
  if (event['handover'] !== 'overlap') delete event['handoverUntil']
  put(event, 'on', text(draft['on']))
  put(event, 'document', documentTold(draft['document']))
  put(event, 'reason', text(draft['reason']))
  put(event, 'note', text(draft['note']))
  if (type === 'exit') put(event, 'proofs', filled(draft['proofs']))
  put(event, 'standsOver', filled(draft['standsOver']))
  return event
}

function put(event: Record<string, unknown>, key: string, value: unknown): void {
  if (value !== undefined) event[key] = value
}

function valueOf(field: EventField, draft: Draft): unknown {
  const value = draft[field.key]
  switch (field.kind) {
    case 'number':
      return value === undefined && field.orNull === true ? null : (value ?? undefined)
    case 'names':
      return filled(typeof value === 'string' ? value.split(/[、,，;；]/).map((name) => name.trim()) : undefined)
    case 'units':
    case 'people':
      return filled(value)
    case 'quotas':
      return quotasOf(value)
    // 到位 on the event's day unless another day or "not yet" is told.
    case 'arrival':
      return value === null ? null : (text(value) ?? text(draft['on']))
    case 'personOrNew':
      return typeof value === 'object' && value !== null ? told(value) : text(value)
    default:
      return text(value)
  }
}

function text(value: FieldValue): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function filled(value: FieldValue): readonly unknown[] | undefined {
  if (!Array.isArray(value)) return undefined
  const kept = value.filter((one) => one !== '')
  return kept.length === 0 ? undefined : kept
}

function quotasOf(value: FieldValue): readonly unknown[] | undefined {
  return filled(
    Array.isArray(value)
      ? value.filter((row) => typeof row === 'object' && (row.category !== '' || row.amount !== undefined))
      : undefined,
  )
}

function told(value: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => typeof one === 'string' && one.trim() !== ''))
}
