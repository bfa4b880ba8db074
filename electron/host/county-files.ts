import { resolve } from 'node:path'
import { setUpCounty, tellCounty } from '../app/county/set-up-county.ts'
import type { Input, Output } from '../contract/operations.ts'
import { createCountyFile, openCountyFile } from '../store/county/county-book.ts'
import { Refusal } from '../vocabulary/refusals.ts'
import { defaultBookPath, type Session } from './session.ts'

type Status = Output<'county.status'>

/** The open 主管本, or that there is none. */
export function readCountyStatus(session: Session): Status {
  const county = session.county()
  const today = session.clock.today()
  if (county === null)
    return {
      open: false,
      path: null,
      name: null,
      level: null,
      code: null,
      publicKey: null,
      encrypted: false,
      townships: 0,
      people: 0,
      today,
    }
  return { open: true, path: county.path, encrypted: county.encrypted, today, ...tellCounty(county) }
}

/** A new 主管本 with its keys and its first entry. */
export async function createCounty(input: Input<'county.create'>, session: Session): Promise<Status> {
  if (input.password !== undefined && Array.from(input.password).length < 8) throw new Refusal('password_weak')
  const path = resolve(input.path ?? defaultBookPath(session, `${input.name}主管本`))
  const initialise = await setUpCounty({
    name: input.name,
    level: input.level ?? 'county',
    code: input.code ?? null,
    recordedAt: session.clock.now(),
    actor: session.actor,
  })
  const county = await createCountyFile(path, { password: input.password, initialise })
  await session.swapCounty(() => Promise.resolve(county))
  return readCountyStatus(session)
}

/** Opens a 主管本; what was open stays open when this one cannot be. */
export async function openCounty(input: Input<'county.open'>, session: Session): Promise<Status> {
  const path = resolve(input.path)
  if (session.county()?.path !== path) {
    const county = await openCountyFile(path, input.password)
    await session.swapCounty(() => Promise.resolve(county))
  }
  return readCountyStatus(session)
}
