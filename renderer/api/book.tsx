import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import type { Output } from '../../electron/contract/operations.ts'

export type BookStatus = Output<'book.status'>

const BookContext = createContext<BookStatus | null>(null)

export function BookProvider({ status, children }: { readonly status: BookStatus; readonly children: ReactNode }) {
  return <BookContext value={status}>{children}</BookContext>
}

/** The open book's name, path, last backup and so on; null before the first answer. */
export function useBook(): BookStatus | null {
  return useContext(BookContext)
}
