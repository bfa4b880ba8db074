import { expect, it } from 'vitest'
import { readUnits } from '../../electron/app/units-read.ts'
import { createUnit } from '../../electron/app/unit-create.ts'
import { makeContext } from '../kit/context.ts'
import { newestEntry } from '../kit/people.ts'
import { entryCount, unitNamed, withTownship } from '../kit/township.ts'

const input = { name: '综合执法队', kind: 'institution' as const, nameplates: ['应急管理站'], documentNumber: '山编发〔2021〕9号', effectiveOn: '2021-03-01' }

it('a new unit stands last below the township from its day, with its nameplate and document', () =>
  withTownship(async (book) => {
    const context = makeContext(book, { operation: 'unit.create' })
    const { unitId, seq } = await createUnit(input, context)
    const { units } = await readUnits({}, context)
    expect(units.at(-1)).toEqual({
      unitId, name: '综合执法队', kind: 'institution', parentId: await unitNamed(book, '试验乡'), managingBody: null, nameplates: ['应急管理站'], validFrom: '2021-03-01', quotas: [], leadership: null,
    })
    expect((await readUnits({ asOf: '2021-02-28' }, context)).units.map((unit) => unit.name)).not.toContain('综合执法队')
    const entry = await newestEntry(book)
    expect([entry.seq, entry.operation, entry.summary]).toEqual([seq, 'unit.create', '设立事业单位“综合执法队”'])
    expect(entry.changes.map((change) => change.table)).toEqual(['basis_document', 'unit', 'unit_version', 'nameplate'])
  }))

it('a name that a unit bears is refused, a second township too, and neither leaves an entry', () =>
  withTownship(async (book) => {
    const context = makeContext(book)
    await expect(createUnit({ ...input, name: '财政所' }, context)).rejects.toMatchObject({ code: 'unit_name_taken', details: { name: '财政所' } })
    await expect(createUnit({ ...input, kind: 'township' }, context)).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await entryCount(book)).toBe(1)
  }))
