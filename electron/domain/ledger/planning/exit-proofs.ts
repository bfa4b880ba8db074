import { EXIT_CAUSE_LIST } from '../../../vocabulary/causes.ts'

const CAUSES = new Map<string, { readonly proofs: readonly string[] }>(Object.entries(EXIT_CAUSE_LIST))

/** The papers an exit of this cause (退出原因, ZB78 code) still lacks; a cause that is not listed asks for none. */
export function missingExitProofs(cause: string, seen: readonly string[]): readonly string[] {
  return (CAUSES.get(cause)?.proofs ?? []).filter((proof) => !seen.includes(proof))
}
