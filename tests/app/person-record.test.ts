import { describe, expect, it } from 'vitest'
import { previewNotice } from '../../electron/app/notice/preview-notice.ts'
import { correctPerson } from '../../electron/app/people/correct-person.ts'
import { addOwnField } from '../../electron/app/people/keep-own-fields.ts'
import { readPerson } from '../../electron/app/people/read-person.ts'
import { lookAtPerson, readPersonRecord } from '../../electron/app/people/read-person-record.ts'
import { addRecord } from '../../electron/app/records/add-record.ts'
import { changeRecord } from '../../electron/app/records/change-record.ts'
import { lookAtRecord } from '../../electron/app/records/look-record.ts'
import { readRecords } from '../../electron/app/records/read-records.ts'
import type { Input } from '../../electron/contract/operations.ts'
import { NOTICE_LAYOUTS } from '../../electron/vocabulary/notices.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { makeContext } from '../kit/context.ts'
import { newestEntry, seatPeople } from '../kit/people.ts'
import { entryCount, withTownship } from '../kit/township.ts'

/* The record of a person: each fact with its source, personal parts on request alone, each look written down without what was seen. */

/** Words that stand in sensitive parts and nowhere else. */
const SECRETS = ['密语大学', '密名甲', '密单位', '密奖', '13800007777', '6222密卡'] as const

async function withRecord(work: (book: OpenBook, personId: string) => Promise<void>): Promise<void> {
  await withTownship(async (book) => {
    const [personId = ''] = await seatPeople(book, [
      { name: '试一', birth: '1985-06-16', unit: '财政所', category: 'institution' },
    ])
    const add = (input: Omit<Input<'record.add'>, 'person'>) =>
      addRecord({ ...input, person: personId }, makeContext(book, { operation: 'record.add' }))
    await add({
      kind: 'personFile',
      from: '2026-11-01',
      documentNumber: '试组〔2026〕7号',
      content: { nativePlace: '江西抚州', partyJoined: '2006-05', phone: SECRETS[4], honours: `2024 年 ${SECRETS[3]}` },
    })
    await add({
      kind: 'resume',
      from: '2026-11-01',
      content: { text: `2004.09--2008.08  ${SECRETS[0]}学习\n2008.08--          试验乡干事` },
    })
    await add({
      kind: 'familyMember',
      from: '2026-11-01',
      content: { relation: '妻子', name: SECRETS[1], birth: '1987-03', politicalStatus: '群众', work: SECRETS[2] },
    })
    const { fields } = await addOwnField(
      { fields: [{ title: '工资卡号', masked: true }] },
      makeContext(book, { operation: 'ownField.add' }),
    )
    await correctPerson(
      { personId, reason: '核对', changes: { [fields[0] ?? 'own01']: SECRETS[5] } },
      makeContext(book, { operation: 'person.correct' }),
    )
    await work(book, personId)
  })
}

const secretsIn = (value: unknown) => SECRETS.filter((secret) => JSON.stringify(value).includes(secret))

describe('the record of a person', () => {
  it('says of each fact by which paper or entry it stands; a correction becomes the source of what it changed alone', () =>
    withRecord(async (book, personId) => {
      const before = (await readPersonRecord({ personId }, makeContext(book))).sources
      expect(before['nativePlace']).toMatchObject({ paper: '试组〔2026〕7号', title: '登记资料', on: '2026-11-01' })
      await correctPerson(
        { personId, reason: '与档案核对', changes: { nativePlace: '江西南昌', birth: '1985-07' } },
        makeContext(book, { operation: 'person.correct' }),
      )
      const { sources } = await readPersonRecord({ personId }, makeContext(book))
      expect(sources['birth']).toMatchObject({ title: '更正人员信息', reason: '与档案核对' })
      expect(sources['partyJoined']).toEqual(before['partyJoined'])
    }))

  it('reckons years with their arithmetic, on the day and the day before', () =>
    withRecord(async (book, personId) => {
      const age = async (asOf: string) =>
        (await readPersonRecord({ personId, asOf }, makeContext(book))).counted.find(({ title }) => title === '年龄')
      expect(await age('2026-11-22')).toMatchObject({
        value: '41 周岁',
        arithmetic: expect.stringContaining('2026 − 1985 = 41'),
      })
      const party = (await readPersonRecord({ personId }, makeContext(book))).counted.find(
        ({ title }) => title === '党龄',
      )
      expect(party).toMatchObject({ value: '20 年', arithmetic: expect.stringContaining('2006-05 至 2026-11-22') })
    }))

  it('no query shows a sensitive part; each is shown when asked, with an entry that says whose and not what', () =>
    withRecord(async (book, personId) => {
      const context = makeContext(book)
      expect(secretsIn(await readPersonRecord({ personId }, context))).toEqual([])
      expect(secretsIn(await readPerson({ personId }, context))).toEqual([])
      expect(secretsIn(await readRecords({ personId }, context))).toEqual([])
      const looks = [
        ['phone', SECRETS[4]],
        ['resume', SECRETS[0]],
        ['family', SECRETS[1]],
        ['honours', SECRETS[3]],
        ['own01', SECRETS[5]],
      ] as const
      for (const [part, secret] of looks) {
        const entries = await entryCount(book)
        const looked = await lookAtPerson(
          { personId, part, reason: '核对档案' },
          makeContext(book, { operation: 'person.look' }),
        )
        expect(secretsIn(looked)).toContain(secret)
        expect(await entryCount(book)).toBe(entries + 1)
        const entry = await newestEntry(book)
        expect(entry).toMatchObject({ operation: 'person.look', reason: '核对档案', change_count: 0 })
        expect(secretsIn(entry)).toEqual([])
        expect(JSON.stringify(entry)).not.toContain('试一')
      }
      expect((await verifyBook(book)).problems).toEqual([])
    }))

  it('a masked record put right elsewhere keeps what was masked; looked at, it is whole', () =>
    withRecord(async (book) => {
      const [shown] = (await readRecords({ kind: 'familyMember' }, makeContext(book))).records
      if (shown === undefined) throw new Error('no family')
      await changeRecord(
        { id: shown.id, from: shown.from, content: { ...shown.content, relation: '配偶' } },
        makeContext(book, { operation: 'record.change' }),
      )
      const { content } = await lookAtRecord(
        { id: shown.id, reason: '核对' },
        makeContext(book, { operation: 'record.look' }),
      )
      expect(content).toMatchObject({ relation: '配偶', name: SECRETS[1], birth: '1987-03', work: SECRETS[2] })
    }))

  it.each(NOTICE_LAYOUTS)('none of it ever stands on a public sheet: %s', (layout) =>
    withRecord(async (book) => {
      const preview = await previewNotice(
        { layout, from: '2026-11-23', days: 5, asOf: '2026-11-22' },
        makeContext(book),
      )
      const text = JSON.stringify(preview)
      expect(secretsIn(preview)).toEqual([])
      expect(text).not.toMatch(/工资卡号|家庭成员|简历|联系电话/u)
      // Control: the sheet is not empty, and what may hang on the wall does.
      expect(text).toContain('财政所')
    }),
  )
})
