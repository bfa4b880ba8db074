import { statSync } from 'node:fs'
import { join } from 'node:path'
import { createCore } from '../../electron/host/core.ts'
import type { Core } from '../../electron/host/dispatch.ts'
import { openLog } from '../../electron/host/log.ts'
import { createExcelPort } from '../../electron/host/spawn-excel.ts'
import type { CallInput, OperationName, Output } from '../../electron/contract/operations.ts'
import { bigWorkbook } from '../kit/big-workbook.ts'

/* A book of many small units, made and asked as a clerk makes and asks it: through the one door, cures and copies included. */

/** People a unit: a city's township has fifteen units of four. */
const PER_UNIT = 4
export const CITY_TODAY = '2026-11-22'

export interface City {
  readonly core: Core
  readonly path: string
  readonly people: number
  /** Bytes of the workbook it was filled from. */
  readonly workbook: Uint8Array
  readonly call: <K extends OperationName>(name: K, input: CallInput<K>) => Promise<Output<K>>
}

/** A core over its own folder, without a book. */
export function openDoor(folder: string): Pick<City, 'core' | 'call'> {
  const core = createCore({
    dataFolder: folder,
    log: openLog(folder),
    appVersion: '0',
    excel: createExcelPort(),
    clock: { now: () => `${CITY_TODAY}T02:00:00.000Z`, today: () => CITY_TODAY },
  })
  return {
    core,
    call: async (name, input) => {
      const reply = await core.call(name, input)
      if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`)
      // The core answers an operation with that operation's output.
      return reply.value as Output<typeof name>
    },
  }
}

export const workbookOf = (people: number) => bigWorkbook({ people, units: Math.ceil(people / PER_UNIT) })

/** Makes the book and fills it; `watch` sees each of the two steps of the import. */
export async function makeCity(
  folder: string,
  people: number,
  watch: (step: 'preview' | 'commit', work: () => Promise<unknown>) => Promise<unknown> = (_, work) => work(),
): Promise<City> {
  const door = openDoor(folder)
  const path = join(folder, `city-${people}-${Math.random().toString(36).slice(2, 8)}.dingbian`)
  const workbook = workbookOf(people)
  await door.call('book.create', { path, name: '试验市', pack: 'none' })
  const { fileId } = await door.call('file.stage', {
    name: '花名册.xlsx',
    base64: Buffer.from(workbook).toString('base64'),
  })
  let planHash = ''
  await watch('preview', async () => {
    planHash = (await door.call('import.preview', { fileId })).planHash
  })
  await watch('commit', async () => {
    const done = await door.call('import.commit', { fileId, planHash })
    if (!done.committed) throw new Error('the bench workbook was refused')
  })
  return { ...door, path, people, workbook }
}

/** One person's moves, there and back between two units of one kind: each a late entry with its paper and its reason. */
export async function moves(city: Pick<City, 'call' | 'people'>): Promise<(turn: number) => CallInput<'event.add'>> {
  const { people } = await city.call('roster.read', { list: 'in-quota' })
  const [first] = people
  const other = people.find((one) => one.unitId !== first?.unitId && one.categoryCode === first?.categoryCode)
  if (first === undefined || other === undefined) throw new Error('nobody can move')
  return (turn) => ({
    event: {
      type: 'move',
      on: `2026-${String(1 + Math.floor(turn / 28)).padStart(2, '0')}-${String(1 + (turn % 28)).padStart(2, '0')}`,
      person: first.personId,
      unit: (turn % 2 === 0 ? other.unitId : first.unitId) ?? '',
      post: '科员',
      reason: '工作需要',
      document: { number: `试编办〔2026〕${turn + 1}号` },
      overUntil: '2027-12-31',
    },
  })
}

export const sizeOf = (city: City) => statSync(city.path).size
