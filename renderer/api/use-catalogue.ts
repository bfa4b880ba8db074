import { useMemo } from 'react'
import { catalogueOf, SHIPPED, type Catalogue } from '../../electron/vocabulary/catalogue.ts'
import { useQuery } from './use-query.ts'

/** Every field of a person this book knows, the township's own among them. */
export function useCatalogue(): Catalogue {
  const { data } = useQuery('ownField.list', {})
  return useMemo(() => (data === undefined ? SHIPPED : catalogueOf(data.fields)), [data])
}
