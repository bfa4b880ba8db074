import type { Input, Output } from '../../contract/operations.ts'
import { lawById } from '../../domain/law/law-texts.ts'
import type { LawText } from '../../domain/law/law-text.ts'
import { ADOPTED_LAW_SETTING, type AdoptedLaw } from '../../domain/model/adopted-law.ts'
import { readSettings, writeSetting } from '../../store/pack-store.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import { CENTRAL_LEVELS } from '../../vocabulary/laws.ts'
import type { CommandContext, QueryContext } from '../context.ts'

/** Ids of the sources the book goes by. */
export async function readAdoptedIds(db: QueryContext['db']): Promise<ReadonlySet<string>> {
  const rows = await readSettings(db, ADOPTED_LAW_SETTING)
  return new Set(rows.map(({ id }) => id.slice(ADOPTED_LAW_SETTING.length)))
}

/**
 * Takes a source of another place for this township's own, by a paper of its own: the rules that stand on it weigh in full from now on.
 * @throws `invalid_input` for a source that is not here, or that binds everywhere anyway
 */
export async function adoptLaw(input: Input<'law.adopt'>, context: CommandContext): Promise<Output<'law.adopt'>> {
  const law = adoptable(input.law)
  const adoption: Omit<AdoptedLaw, 'law'> = {
    documentNumber: input.documentNumber,
    documentTitle: input.documentTitle ?? null,
    issuer: input.issuer ?? null,
    issuedOn: input.issuedOn ?? null,
    by: context.actor,
    on: context.clock.today(),
  }
  const { entry } = await context.commit(
    {
      documentNumber: input.documentNumber,
      reason: input.reason ?? null,
      summary: `采用《${law.title}》作为本乡镇核查的依据`,
    },
    (tx, journal) =>
      writeSetting(tx, journal, ADOPTED_LAW_SETTING + law.id, JSON.stringify(adoption), context.clock.now()),
  )
  return { seq: entry.seq }
}

/** Lays an adopted source aside: its rules hint again. @throws `invalid_input` where it was not adopted */
export async function releaseLaw(input: Input<'law.release'>, context: CommandContext): Promise<Output<'law.release'>> {
  const law = adoptable(input.law)
  const { entry } = await context.commit(
    { reason: input.reason ?? null, summary: `不再采用《${law.title}》` },
    async (tx, journal) => {
      if (!(await readAdoptedIds(tx)).has(law.id))
        throw new Refusal('invalid_input', { field: '依据', problem: `没有采用过《${law.title}》` })
      await writeSetting(tx, journal, ADOPTED_LAW_SETTING + law.id, null, context.clock.now())
    },
  )
  return { seq: entry.seq }
}

function adoptable(id: string): LawText {
  const law = lawById(id)
  if (law === undefined) throw new Refusal('invalid_input', { field: '依据', problem: '没有收进这份文件' })
  if (law.tier === 'national' && CENTRAL_LEVELS.includes(law.level))
    throw new Refusal('invalid_input', { field: '依据', problem: `《${law.title}》全国都要执行，不用另外采用` })
  return law
}
