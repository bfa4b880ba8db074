import { pageSize } from '../report/paper.ts'
import type { SheetModel } from '../report/sheet-model.ts'
import type { FormPage } from './form.ts'

/** Margins of a form, points: room at the left for the binding. */
export function marginsOf({ orientation }: FormPage): SheetModel['margins'] {
  return orientation === 'portrait'
    ? { top: 50, right: 40, bottom: 54, left: 48 }
    : { top: 48, right: 38, bottom: 52, left: 38 }
}

/** Points between the margins. */
export function printableWidth(page: FormPage): number {
  const { left, right } = marginsOf(page)
  return pageSize(page).width - left - right
}
