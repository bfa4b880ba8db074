import type { Input, NamesOfKind, Output } from '../../contract/operations.ts'
import type { CountyBook } from '../../store/county/county-book.ts'
import type { BaseContext } from '../context.ts'

/** A file as it lies on the disk or was handed in: read whole, or piece by piece where it is large. */
export interface IncomingFile {
  readonly name: string
  readonly size: number
  readonly bytes: () => Uint8Array
  readonly stream: () => ReadableStream<Uint8Array>
}

/** What a handler of the 主管本 may use. */
export interface CountyContext extends BaseContext {
  readonly county: CountyBook
  /** @throws `file_not_found`, `file_expired` */
  readonly incoming: (file: { readonly path: string } | { readonly fileId: string }) => IncomingFile
}

export type CountyHandler<K extends NamesOfKind<'county'>> = (
  input: Input<K>,
  context: CountyContext,
) => Promise<Output<K>>
export type CountyHandlers = { readonly [K in NamesOfKind<'county'>]: CountyHandler<K> }
