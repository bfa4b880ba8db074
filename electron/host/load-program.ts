import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findProgramBundle, keepProgramBundle } from './program-bundle.ts'

/**
 * Loads one part of the program: out of the bundle of these sources (made now where there is none), else the sources themselves.
 * Loading a thousand files one by one is what a short command would spend most of its time on.
 */
export async function loadProgram<T>(part: string, fromSource: () => Promise<T>): Promise<T> {
  const bundle = findProgramBundle(join(import.meta.dirname, '..', '..'))
  if (bundle === null) return fromSource()
  keepProgramBundle(bundle)
  enableCompileCache(join(bundle, 'compiled'))
  // Built from the very file that `fromSource` loads.
  return (await import(pathToFileURL(join(bundle, 'program', `${part}.mjs`)).href)) as T
}
