import type { Keys } from '../../store/county/locked-file.ts'
import { Refusal } from '../../vocabulary/refusals.ts'

/** The first piece, and no more of it. */
export async function beginning(source: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = source.getReader()
  const { value } = await reader.read()
  await reader.cancel()
  return value ?? new Uint8Array(0)
}

/** Why a locked file cannot be opened. */
export function lockedRefusal(file: string, keys: Keys): Refusal {
  const problem =
    keys.passphrases.length === 0 ? '没有给口令，也不是用编制本的公钥加的密' : '口令和编制本的钥匙都打不开'
  return new Refusal('package_locked', { file, problem })
}
