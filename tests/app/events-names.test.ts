import { expect, it } from 'vitest'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { previewEvent } from '../../electron/app/ledger/preview-event.ts'
import { makeContext } from '../kit/context.ts'
import { NEWCOMER, OFFICE, withOffice, type EventInput } from '../kit/office-full.ts'
import { inventedId } from '../kit/people.ts'
import { entryCount, unitNamed } from '../kit/township.ts'

const FINANCE = '财政所'
const TWIN = { name: '甘一', unit: FINANCE, category: 'institution', birth: '1990-10-10' } as const
const leave = (person: string): EventInput => ({ type: 'secondment.out', on: '2026-11-20', person, to: '县农业农村局' })

it('a name that two people have is refused with both, by unit and last digits', () =>
  withOffice(
    1,
    async (book) => {
      const tails = [inventedId('1981-01-11'), inventedId('1990-10-10')].map((number) => number.slice(-4))
      await expect(previewEvent({ event: leave('甘一') }, makeContext(book))).rejects.toMatchObject({
        code: 'name_ambiguous',
        details: {
          name: '甘一',
          count: 2,
          choices: `甘一（${OFFICE}，身份证尾号 ${tails[0]}）、甘一（${FINANCE}，身份证尾号 ${tails[1]}）`,
        },
      })
    },
    [TWIN],
  ))

it('the ID number, however written, or the id says which of the two', () =>
  withOffice(
    1,
    async (book, [, twin]) => {
      const number = inventedId('1990-10-10')
      const spaced = `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`
      const said = new Set<string>()
      for (const person of [number, spaced, twin ?? '']) {
        const { sentences } = await previewEvent(
          { event: { type: 'move', on: '2026-11-20', person, unit: '农业综合服务中心', post: '干事' } },
          makeContext(book),
        )
        said.add(sentences.join('\n'))
      }
      expect([...said]).toEqual([
        expect.stringMatching(
          /^财政所 事业编制 3，实有 1，本次后 0，.*\n农业综合服务中心 事业编制 10，实有 0，本次后 1，/,
        ),
      ])
      await addEvent({ event: leave(number) }, makeContext(book, { operation: 'event.add' }))
      const holding = await book.db
        .selectFrom('holding')
        .select('person_id')
        .where('kind', '=', 'secondedOut')
        .executeTakeFirstOrThrow()
      expect(holding.person_id).toBe(twin)
    },
    [TWIN],
  ))

it('an unknown name is refused and nothing is written; an unknown ID number is not repeated', () =>
  withOffice(1, async (book) => {
    const before = await entryCount(book)
    const unknown = inventedId('1977-07-07')
    await expect(addEvent({ event: leave('查无此人') }, makeContext(book))).rejects.toMatchObject({
      code: 'name_unknown',
      details: { name: '查无此人', what: '人员' },
    })
    await expect(addEvent({ event: leave(unknown) }, makeContext(book))).rejects.toMatchObject({
      code: 'name_unknown',
      details: { name: expect.stringMatching(/^360111\*{8}\d{3}[\dX]$/) },
    })
    await expect(addEvent({ event: { ...NEWCOMER, unit: '没有的站' } }, makeContext(book))).rejects.toMatchObject({
      code: 'name_unknown',
      details: { name: '没有的站', what: '机构' },
    })
    expect(await entryCount(book)).toBe(before)
  }))

it('a unit goes by its name on the day, by 加挂牌子, or by its id', () =>
  withOffice(1, async (book) => {
    const unitId = await unitNamed(book, OFFICE)
    const sentence = async (unit: string) =>
      (await previewEvent({ event: { ...NEWCOMER, unit } }, makeContext(book))).sentences[0]
    expect(await sentence(unitId)).toBe(await sentence(OFFICE))
    expect(await sentence('社会治安综合治理委员会办公室')).toBe(await sentence(OFFICE))
    await addEvent(
      {
        event: {
          type: 'unit.rename',
          on: '2026-12-01',
          document: { number: '山编发〔2026〕20号' },
          unit: OFFICE,
          name: '党政办',
        },
      },
      makeContext(book),
    )
    expect(await sentence(OFFICE)).toContain(OFFICE)
    await expect(
      previewEvent({ event: { ...NEWCOMER, on: '2026-12-02', arrivesOn: '2026-12-02' } }, makeContext(book)),
    ).rejects.toMatchObject({ code: 'name_unknown' })
  }))

it('a wrong ID number of a newcomer is refused with what is wrong', () =>
  withOffice(1, async (book) => {
    const number = inventedId('1999-09-19')
    const wrong = `${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}`
    await expect(
      previewEvent({ event: { ...NEWCOMER, person: { name: '新二', idNumber: wrong } } }, makeContext(book)),
    ).rejects.toMatchObject({ code: 'id_number_invalid' })
    await expect(
      previewEvent({ event: { ...NEWCOMER, person: { name: '新二', birth: '1999-13' } } }, makeContext(book)),
    ).rejects.toMatchObject({ code: 'invalid_input', details: { field: '出生年月', at: 'event.person.birth' } })
  }))
