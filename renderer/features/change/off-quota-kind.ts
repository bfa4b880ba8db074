import { OFF_QUOTA_CHOICES } from './event-fields.ts'

/** 用工形式 in words; a code nobody knows stays as it is. */
export function kindTitle(kind: string): string {
  return OFF_QUOTA_CHOICES.find((choice) => choice.value === kind)?.label ?? kind
}
