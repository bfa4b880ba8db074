import { expect, it } from 'vitest'
import { readFigures } from '../../electron/app/units/read-figures.ts'
import { correctPerson } from '../../electron/app/people/correct-person.ts'
import { readPerson } from '../../electron/app/people/read-person.ts'
import type { Input } from '../../electron/contract/operations.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { inventedId, newestEntry, seatPeople } from '../kit/people.ts'
import { entryCount, withTownship } from '../kit/township.ts'

async function seatOne(book: OpenBook): Promise<string> {
  const [id] = await seatPeople(book, [
    {
      name: '试甲',
      unit: '财政所',
      category: 'institution',
      birth: '1985-06-16',
      enteredOn: '2010-07',
      entryDocumentNumber: null,
    },
  ])
  return id!
}

function correct(book: OpenBook, personId: string, changes: Input<'person.correct'>['changes']) {
  return correctPerson({ personId, reason: '档案核对', changes }, makeContext(book))
}

it('a correction changes the fact in place; what was believed before is in the journal with the reason', () =>
  withTownship(async (book) => {
    const id = await seatOne(book)
    const { seq } = await correct(book, id, {
      name: '试贾',
      birth: '1985-06-18',
      education: '大专',
      entryDocumentNumber: '山人社〔2010〕8号',
      quotaCardNumber: '',
    })
    const detail = await readPerson({ personId: id, asOf: '2011-01-01' }, makeContext(book))
    expect(detail.person).toMatchObject({
      name: '试贾',
      birth: '1985-06-18',
      education: '大学专科',
      politicalStatus: '中共党员',
      entryDocumentNumber: '山人社〔2010〕8号',
    })
    const entry = await newestEntry(book)
    expect([entry.seq, entry.operation, entry.reason]).toEqual([seq, 'person.correct', '档案核对'])
    expect(entry.summary).not.toMatch(/试甲|试贾/)
    expect(entry.changes.map((change) => change.table)).toEqual(['person', 'person_version', 'holding'])
    expect(entry.changes[0]).toMatchObject({
      before: { name: '试甲', birth: '1985-06' },
      after: { name: '试贾', birth: '1985-06-18' },
    })
    expect(detail.entries[0]?.summary).toBe('更正试贾的姓名、出生年月、学历、入编文号')
  }))

it('a corrected 编制类型 moves the person to another line', () =>
  withTownship(async (book) => {
    const id = await seatOne(book)
    await correct(book, id, { categoryCode: 'administrative' })
    const figures = await readFigures({}, makeContext(book))
    expect(figures.misplaced).toMatchObject([{ unit: '财政所', category: '行政编制', people: [{ name: '试甲' }] }])
    expect(figures.lines.find((line) => line.unit === '财政所')).toMatchObject({ actual: 0 })
  }))

it('an earlier 入编时间 counts the person from then, a later one no longer before it', () =>
  withTownship(async (book) => {
    const id = await seatOne(book)
    const actual = async (asOf: string) =>
      (await readFigures({ asOf }, makeContext(book))).lines.find((line) => line.unit === '财政所')?.actual
    expect([await actual('2009-02-28'), await actual('2010-07-01')]).toEqual([0, 1])
    await correct(book, id, { enteredOn: '2009-03' })
    expect([await actual('2009-02-28'), await actual('2009-03-01')]).toEqual([0, 1])
    expect((await readPerson({ personId: id, asOf: '2009-03-01' }, makeContext(book))).person).toMatchObject({
      post: '科员',
      politicalStatus: '中共党员',
      enteredOn: '2009-03',
    })
    await correct(book, id, { enteredOn: '2012-01-05' })
    expect([await actual('2012-01-04'), await actual('2012-01-05')]).toEqual([0, 1])
  }))

it('a wrong date, a wrong or taken number, nothing new, nobody: refused, and no entry is left', () =>
  withTownship(async (book) => {
    const id = await seatOne(book)
    await seatPeople(book, [{ name: '试乙', unit: '财政所', category: 'institution', birth: '1986-02-03' }])
    const before = await entryCount(book)
    await expect(correct(book, id, { birth: '1985.16' })).rejects.toMatchObject({
      code: 'invalid_input',
      details: { field: '出生年月', at: 'changes.birth' },
    })
    await expect(correct(book, id, { enteredOn: '2010-02-30' })).rejects.toMatchObject({
      code: 'invalid_input',
      details: { field: '入编时间', at: 'changes.enteredOn' },
    })
    await expect(correct(book, id, { education: '大专科' })).rejects.toMatchObject({
      details: { field: '学历', problem: expect.stringContaining('大学专科'), at: 'changes.education' },
    })
    await expect(correct(book, id, { enteredOn: '2026-12' })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(correct(book, id, { idNumber: '360111198506169913' })).rejects.toMatchObject({
      code: 'id_number_invalid',
    })
    await expect(correct(book, id, { idNumber: inventedId('1986-02-03') })).rejects.toMatchObject({
      code: 'id_number_taken',
      details: { name: '试乙' },
    })
    await expect(correct(book, id, { name: '试甲' })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(correct(book, 'nobody', { name: '谁' })).rejects.toMatchObject({ code: 'person_not_found' })
    expect(await entryCount(book)).toBe(before)
  }))

it('编外 people have no 编制类型 to correct', () =>
  withTownship(async (book) => {
    const [id] = await seatPeople(book, [{ name: '试丁', unit: '财政所', kind: 'offQuota', offQuotaKind: 'selfHired' }])
    await expect(correct(book, id!, { categoryCode: 'institution' })).rejects.toMatchObject({ code: 'invalid_input' })
    await correct(book, id!, { remark: '食堂' })
    expect((await readPerson({ personId: id! }, makeContext(book))).person).toMatchObject({
      status: '编外（自聘）',
      category: '自聘',
      remark: '食堂',
      list: 'off-quota',
    })
  }))
