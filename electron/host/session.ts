import { join } from 'node:path'
import type { Clock, ExcelPort, StagedFile } from '../app/context.ts'
import type { Input, OperationName, Output } from '../contract/operations.ts'
import type { OpenBook } from '../store/open.ts'

/** What one running core holds: the open book, the files handed in, the tasks that can be stopped. Nothing else is state. */
export interface Session {
  readonly dataFolder: string
  readonly appVersion: string
  readonly clock: Clock
  readonly newId: () => string
  readonly actor: string
  readonly excel: ExcelPort
  readonly staged: Map<string, StagedFile>
  readonly tasks: Map<string, AbortController>
  readonly book: () => OpenBook | null
  /** Lets go of the present book (with its copy at exit) and takes the next one. */
  readonly swap: (open: () => Promise<OpenBook | null>, leaving?: { readonly copy: boolean }) => Promise<void>
  readonly call: <K extends OperationName>(name: K, input: Input<K>) => Promise<Output<K>>
  readonly changed: (seq: number) => void
}

/** Where a new book goes when no path is given. */
export function defaultBookPath(session: Session, name: string): string {
  return join(session.dataFolder, `${name.replaceAll(/[\\/:*?"<>|]/g, '')}.dingbian`)
}
