import { useMemo } from 'react'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { lawItems, manualItems } from './help-items.ts'
import { actionItems, bookItems, formItems, type FindItem } from './find-items.ts'

/** Everything there is to find, made ready once for as long as the book stays as it is; asked for when the box is first entered. */
export function useFindItems(open: boolean): { readonly items: readonly FindItem[]; readonly loading: boolean } {
  const { asOf, believedOn } = useAsOf()
  const index = useQuery('find.index', open ? { asOf, believedOn } : null).data
  const forms = useQuery('report.list', open ? {} : null).data
  const laws = useQuery('laws.read', open ? {} : null).data
  const ofBook = useMemo(() => (index === undefined ? [] : bookItems(index)), [index])
  const ofForms = useMemo(() => (forms === undefined ? [] : formItems(forms.forms)), [forms])
  const ofLaws = useMemo(() => (laws === undefined ? [] : lawItems(laws.laws)), [laws])
  const fixed = useMemo(() => [...actionItems(), ...manualItems()], [])
  const items = useMemo(() => [...ofBook, ...fixed, ...ofForms, ...ofLaws], [ofBook, fixed, ofForms, ofLaws])
  return { items, loading: index === undefined || forms === undefined }
}
