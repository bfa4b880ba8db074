import { maskWords } from '../identity/mask-words.ts'
import { maskIdNumber } from '../identity/resident-id.ts'
import { familyText, type DifferingField, type FormDifference } from './compare-form.ts'
import type { FormFamilyMember, FormValues } from './elements.ts'
import { readResume } from './resume.ts'

/* A form as it is shown before anybody asked: what a person's record masks, a form masks too. */

const HIDDEN = '***'

/** The values with ID number, 简历, 家庭成员 and 奖惩情况 masked: periods and relations stay. */
export function maskForm({ fields, family }: FormValues): FormValues {
  return {
    fields: {
      ...fields,
      idNumber: masked(fields.idNumber, maskIdNumber),
      resume: masked(fields.resume, maskResume),
      honours: masked(fields.honours, maskWords),
    },
    family: family.map(maskMember),
  }
}

/** What differs in these is shown on request only; an ID number never is. */
export const LOOKED_AT: ReadonlySet<DifferingField> = new Set(['resume', 'family', 'honours', 'other'])

/** Both sides of a difference as they are shown before anybody asked. `ours`, `theirs`: the forms it was found between. */
export function maskDifference(
  { field, from, to }: Pick<FormDifference, 'field' | 'from' | 'to'>,
  ours: FormValues,
  theirs: FormValues,
): { readonly from: string | null; readonly to: string | null } {
  if (field === 'family')
    return { from: familyText(ours.family.map(maskMember)), to: familyText(theirs.family.map(maskMember)) }
  return { from: maskSide(field, from), to: maskSide(field, to) }
}

function maskSide(field: Exclude<DifferingField, 'family'>, value: string | null): string | null {
  switch (field) {
    case 'idNumber':
      return masked(value, maskIdNumber)
    case 'resume':
      return masked(value, maskResume)
    case 'honours':
      return masked(value, maskWords)
    case 'other':
      return masked(value, (text) => text.split('\n').map(maskWords).join('\n'))
    default:
      return value
  }
}

function masked(value: string | null, mask: (text: string) => string): string | null {
  return value === null || value === '' ? value : mask(value)
}

function maskResume(text: string): string {
  return readResume(text)
    .map((line) => {
      const period = line.from === null ? '' : `${dotted(line.from)}--${dotted(line.to)}  `
      return period + maskWords(line.text)
    })
    .join('\n')
}

function dotted(value: string | null): string {
  return value === null ? '' : value.replaceAll('-', '.')
}

function maskMember({ relation, name, work }: FormFamilyMember): FormFamilyMember {
  const hidden = (text: string | null) => masked(text, () => HIDDEN)
  return { relation, name: hidden(name), birth: null, politicalStatus: null, work: hidden(work) }
}
