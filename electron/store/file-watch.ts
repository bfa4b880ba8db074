import { statSync } from 'node:fs'
import { StoreError } from './store-error.ts'

/*
 * An open book goes on writing into the file it opened, also when another now lies at its path or none: whatever is acknowledged then is gone
 * with the program. So before and after every act the file at the path is looked at. Windows keeps others off an open file by itself.
 */

export interface FileWatch {
  /** @throws StoreError file_changed_under where the path no longer leads to what was opened */
  readonly check: () => void
}

/** Watches the file at a path and its log, as they are now. */
export function watchFile(path: string): FileWatch {
  const opened = identityOf(path)
  let log = identityOf(`${path}-wal`)
  return {
    check: () => {
      const wal = identityOf(`${path}-wal`)
      // The log comes with the first act; from then on it is the same one.
      log ??= wal
      if (identityOf(path) !== opened || wal !== log) throw new StoreError('file_changed_under', { path })
    },
  }
}

function identityOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true })
  return found === undefined ? null : `${found.dev}:${found.ino}`
}
