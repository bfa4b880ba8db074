import type { z } from 'zod'

/*
 * Rows from outside come by the million, and nearly all of them are right. A shape is asked once what it wants and answers from then on with plain
 * comparisons; whatever these do not say yes to is put before the shape itself, which has the last word.
 */

/** True only where parsing would succeed and give back what was put in. False says nothing: the shape has to be asked. */
export type QuickCheck = (value: unknown) => boolean

/** The quick way through an object shape: exactly its keys, each as it wants them. */
export function quickCheck(shape: z.ZodObject): QuickCheck {
  const fields = Object.entries(shape.shape).map(([key, field]) => ({ key, fits: checkOf(field as z.ZodType) }))
  const { catchall, checks } = shape.def
  if (catchall !== undefined || (checks ?? []).length > 0) return () => false
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    const row = value as Readonly<Record<string, unknown>>
    for (const { key, fits } of fields) if (!fits(row[key])) return false
    return Object.keys(row).length === fields.length
  }
}

function checkOf(field: z.ZodType): QuickCheck {
  const { def } = field as unknown as { readonly def: z.core.$ZodTypeDef & z.core.$ZodTypes['_zod']['def'] }
  switch (def.type) {
    case 'nullable': {
      const inner = checkOf(def.innerType as z.ZodType)
      return (value) => value === null || inner(value)
    }
    case 'array': {
      const inner = checkOf(def.element as z.ZodType)
      return (def.checks ?? []).length > 0 ? () => false : (value) => Array.isArray(value) && value.every(inner)
    }
    case 'enum': {
      const values = new Set<unknown>(Object.values(def.entries))
      return (def.checks ?? []).length > 0 ? asked(field) : (value) => values.has(value)
    }
    case 'boolean':
      return (def.checks ?? []).length > 0 ? asked(field) : (value) => typeof value === 'boolean'
    case 'string':
      return lengthCheck(def) ?? asked(field)
    case 'number':
      return rangeCheck(def) ?? asked(field)
    default:
      return asked(field)
  }
}

/** The shape itself, of a single value: yes only where it changes nothing. */
function asked(field: z.ZodType): QuickCheck {
  return (value) => {
    const parsed = field.safeParse(value)
    return parsed.success && parsed.data === value
  }
}

/** Null where more than its length is asked of a text. */
function lengthCheck(def: z.core.$ZodStringDef): QuickCheck | null {
  if ('format' in def || def.coerce === true) return null
  let [least, most] = [0, Number.POSITIVE_INFINITY]
  for (const { _zod: check } of (def.checks ?? []) as z.core.$ZodChecks[]) {
    if (check.def.check === 'min_length') least = Math.max(least, check.def.minimum)
    else if (check.def.check === 'max_length') most = Math.min(most, check.def.maximum)
    else return null
  }
  return (value) => typeof value === 'string' && value.length >= least && value.length <= most
}

/** Null where more than being whole and its range is asked of a number. */
function rangeCheck(def: z.core.$ZodNumberDef): QuickCheck | null {
  if ('format' in def || def.coerce === true) return null
  let [least, most, whole] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, false]
  for (const { _zod: check } of (def.checks ?? []) as z.core.$ZodChecks[]) {
    if (check.def.check === 'number_format' && check.def.format === 'safeint') whole = true
    else if (check.def.check === 'greater_than' && check.def.inclusive) least = Math.max(least, Number(check.def.value))
    else if (check.def.check === 'less_than' && check.def.inclusive) most = Math.min(most, Number(check.def.value))
    else return null
  }
  return (value) =>
    typeof value === 'number' &&
    value >= least &&
    value <= most &&
    (whole ? Number.isSafeInteger(value) : Number.isFinite(value))
}
