import { Refusal } from '../../vocabulary/refusals.ts'
import { packFile } from '../../contract/pack-shapes.ts'
import type { LocalPack } from '../../domain/model/local-pack.ts'
import { canonicalJson } from '../../domain/rules/packs/canonical-pack.ts'
import { packById } from '../../domain/rules/packs/index.ts'
import { checksumOf } from '../../store/pack-store.ts'
import type { StagedFile } from '../context.ts'
import { parameterProblem, ruleProblem } from './draft-pack.ts'

const SCHEMA = 'dingbian-rule-pack'
const VERSION = 1
const MAX_BYTES = 1_000_000

/** The file of a local pack: readable JSON, its checksum over the pack. */
export function packFileText(pack: LocalPack): string {
  return `${JSON.stringify({ schema: SCHEMA, version: VERSION, sha256: checksumOf(canonicalJson(pack)), pack }, null, 2)}\n`
}

/** The pack of a file, checked down to the last parameter. @throws `pack_file_bad` with what is wrong, in Chinese */
export function readPackFile(file: StagedFile): LocalPack {
  const bad = (problem: string) => new Refusal('pack_file_bad', { file: file.name, problem })
  const content = parsedFile(file)
  if (content === null || content['schema'] !== SCHEMA) throw bad('内容不是定编的规则包')
  if (typeof content['version'] === 'number' && content['version'] > VERSION)
    throw bad('由更新版本的定编写成，请升级程序')
  if (content['sha256'] !== checksumOf(canonicalJson(content['pack'])))
    throw bad('校验码不符，文件不完整或被改动过，请向对方重新要一份')
  const parsed = packFile.safeParse(content)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw bad(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim())
  }
  const { pack } = parsed.data
  const base = packById(pack.basePackId)
  if (base === undefined) throw bad(`它依据的规则包 ${pack.basePackId} 本程序没有，请升级程序`)
  const problem = parameterProblem(pack.parameters, base) ?? ruleProblem(Object.keys(pack.rules), base)
  if (problem !== null) throw bad(`${problem['field']} ${problem['problem']}`)
  return pack
}

/** JSON of a staged file; null where it is none, or larger than any pack or calendar is. */
export function parsedFile(file: StagedFile): Readonly<Record<string, unknown>> | null {
  if (file.bytes.length > MAX_BYTES) return null
  try {
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(file.bytes).replace(/^\ufeff/, ''),
    )
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
