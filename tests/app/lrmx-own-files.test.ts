import { describe, expect, it } from 'vitest'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { addRecord } from '../../electron/app/records/add-record.ts'
import { exportForms } from '../../electron/app/records/lrmx/export-forms.ts'
import { importForms } from '../../electron/app/records/lrmx/import-forms.ts'
import { previewForms } from '../../electron/app/records/lrmx/preview-forms.ts'
import { readPersonForm } from '../../electron/app/records/lrmx/read-forms.ts'
import { addPersonDocuments, type NewPersonDocument } from '../../electron/store/person-document-store.ts'
import type { EventInput } from '../../electron/contract/events.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { gb18030 } from '../fixtures/gb18030.ts'
import { makeContext, nextId } from '../kit/context.ts'
import { dice } from '../kit/dice.ts'
import { makeForms } from '../kit/lrmx-forms.ts'
import { seatPeople } from '../kit/people.ts'
import { withSample } from '../kit/sample-month.ts'
import { entryCount, withTownship } from '../kit/township.ts'

/* A form the book wrote itself and nobody touched says nothing new when it comes back. */

interface File {
  readonly fileName: string
  readonly bytes: Buffer
}

async function written(book: OpenBook, people: readonly string[], more: object = {}): Promise<readonly File[]> {
  const { files } = await exportForms({ people: [...people], ...more }, makeContext(book))
  return files.map(({ fileName, base64 }) => ({ fileName, bytes: Buffer.from(base64, 'base64') }))
}

function take(book: OpenBook, files: readonly File[], day?: string) {
  const context = makeContext(book, day === undefined ? {} : { today: day })
  return importForms({ fileIds: files.map(({ fileName, bytes }) => context.stage(fileName, bytes)) }, context)
}

const edited = ({ fileName, bytes }: File, from: string, to: string): File => {
  const text = bytes.toString()
  expect(text).toContain(from)
  return { fileName, bytes: Buffer.from(text.replace(from, to)) }
}

/** The files come back and nothing is said, and nothing written. */
async function expectUnchanged(book: OpenBook, files: readonly File[], day?: string): Promise<void> {
  const entries = await entryCount(book)
  expect(await take(book, files, day)).toMatchObject({
    matched: files.length,
    unchanged: files.length,
    updated: 0,
    differences: [],
    notes: [],
    refused: [],
    seq: null,
  })
  expect(await entryCount(book)).toBe(entries)
}

async function everybody(book: OpenBook): Promise<readonly string[]> {
  return (await book.db.selectFrom('person').select('id').execute()).map(({ id }) => id)
}

describe('somebody who never had a form', () => {
  it('everybody of the sample township: the file says nothing new, on the day and later', () =>
    withSample(async (book) => {
      const people = await everybody(book)
      expect(people.length).toBeGreaterThan(30)
      const files = await written(book, people)
      await expectUnchanged(book, files)
      await expectUnchanged(book, files, '2026-12-03')
    }))

  it('a changed value is a difference, and the only one; once taken it is none, and goes out as it came', () =>
    withSample(async (book) => {
      const people = (await everybody(book)).slice(0, 2)
      const [one, two] = await written(book, people)
      if (one === undefined || two === undefined) throw new Error('no files')
      const changes: readonly (readonly [string, string, string])[] = [
        ['nativePlace', '<JiGuan></JiGuan>', '<JiGuan>湖南醴陵</JiGuan>'],
        ['post', '</XianRenZhiWu>', '（试用期一年）</XianRenZhiWu>'],
        ['resume', '<JianLi>', '<JianLi>1999.09--2001.07  某校学习\n'],
        ['reportingUnit', '</ChengBaoDanWei>', '组织办</ChengBaoDanWei>'],
        ['filledOn', '<TianBiaoShiJian>20261122', '<TianBiaoShiJian>20261101'],
        ['ageAsOf', '<JiSuanNianLingShiJian>20261122', '<JiSuanNianLingShiJian>20261101'],
        ['birth', '<ChuShengNianYue>19', '<ChuShengNianYue>20'],
      ]
      for (const [field, from, to] of changes) {
        const context = makeContext(book)
        const files = [edited(one, from, to), two]
        const fileIds = files.map(({ fileName, bytes }) => context.stage(fileName, bytes))
        const seen = await previewForms({ fileIds }, context)
        expect(seen).toMatchObject({ updated: 1, unchanged: 1, differences: [{ field }] })
        expect(seen.differences).toHaveLength(1)
      }
      // Days later too: the days that stand in the file are those on which it was written.
      const late = makeContext(book, { today: '2026-12-03' })
      const fileId = late.stage('a.lrmx', edited(one, '<JiGuan></JiGuan>', '<JiGuan>湖南醴陵</JiGuan>').bytes)
      expect((await previewForms({ fileIds: [fileId] }, late)).differences).toMatchObject([
        { field: 'nativePlace', from: null, to: '湖南醴陵' },
      ])
      const other = edited(edited(one, '<JiGuan></JiGuan>', '<JiGuan>湖南醴陵</JiGuan>'), 'utf-8', 'UTF-8')
      expect((await take(book, [other])).differences.map((own) => own.field)).toEqual(['nativePlace'])
      await expectUnchanged(book, [other], '2026-12-03')
      expect((await written(book, people.slice(0, 1)))[0]?.bytes.equals(other.bytes)).toBe(true)
      // The days stand in the form that came in, and so in the book.
      expect(await readPersonForm({ person: people[0] ?? '' }, makeContext(book))).toMatchObject({
        filledOn: '2026-11-22',
        ageAsOf: '2026-11-22',
        nativePlace: '湖南醴陵',
      })
    }))

  it.each([1, 2, 3])('invented people with family, study, 简历, reviews and a picture, seed %i', (seed) =>
    withTownship(async (book) => {
      const people = await inventedPeople(book, seed)
      const files = await written(book, people)
      await expectUnchanged(book, files)
      await expectUnchanged(book, files, '2026-12-03')
      // Written by another hand, as it means the same: kept as it came, and no difference is told.
      const rewritten = files.map(({ fileName, bytes }) => ({ fileName, bytes: Buffer.from(`${bytes.toString()}\n`) }))
      expect(await take(book, rewritten)).toMatchObject({ updated: files.length, differences: [], refused: [] })
      await expectUnchanged(book, rewritten)
      await expectUnchanged(book, files)
    }),
  )
})

describe('somebody whose form came in', () => {
  it('.lrmx: what the book writes after changes of its own says nothing new', () =>
    withTownship(async (book) => {
      const forms = makeForms(24, 7)
      const people = await seatPeople(
        book,
        forms.map((form) => ({ ...form, unit: '财政所', category: 'institution' as const, title: '会计' })),
      )
      await take(book, forms)
      await changeBook(book, people)
      const files = await written(book, people)
      expect(files[0]?.bytes.toString()).toContain('<XianRenZhiWu>试验乡农业综合服务中心干事</XianRenZhiWu>')
      // Control: the files are others than those that came in.
      for (const [place, file] of files.entries())
        expect(file.bytes.equals(forms[place]?.bytes ?? file.bytes)).toBe(false)
      await expectUnchanged(book, files)
    }))

  it('.lrm: so too as .lrm, and as a file of the newer kind', () =>
    withTownship(async (book) => {
      const people = await seatPeople(book, [
        { name: '季承平', unit: '财政所', category: 'institution', title: '会计', birth: '1986-02-04' },
        { name: '商婉容', unit: '财政所', category: 'institution', title: '会计', birth: '1990-05-06', sex: '女' },
      ])
      const forms = [olderForm('季承平', '男', '198602'), olderForm('商婉容', '女', '1990.05')]
      expect(await take(book, forms)).toMatchObject({ updated: 2, refused: [] })
      await expectUnchanged(book, await written(book, people, { format: 'lrm' }))
      await expectUnchanged(book, await written(book, people))
      await changeBook(book, people)
      const older = await written(book, people, { format: 'lrm' })
      expect(older[0]?.bytes.equals(forms[0]?.bytes ?? Buffer.alloc(0))).toBe(false)
      await expectUnchanged(book, older)
      await expectUnchanged(book, await written(book, people))
      // Control: a word changed in it is told.
      const other = { fileName: 'a.lrm', bytes: gb18030(decode(older[0]?.bytes).replace('健康', '良好')) }
      expect((await take(book, [other])).differences.map((own) => own.field)).toEqual(['health'])
    }))
})

/** Changes of the book's own: a move into another post, a study, a family with whole days and the marks of the older form. */
async function changeBook(book: OpenBook, people: readonly string[]): Promise<void> {
  const [mover = ''] = people
  for (const person of people) {
    const on = { person, from: '2026-11-22' }
    await addRecord({ kind: 'personFile', ...on, content: STUDY }, makeContext(book))
    await addRecord({ kind: 'familyMember', ...on, content: memberOf(99, '女儿', '2015-03-09') }, makeContext(book))
  }
  const event: EventInput = {
    type: 'move',
    on: '2026-11-10',
    person: mover,
    unit: '农业综合服务中心',
    post: '干事',
    category: 'institution',
    reason: '工作需要',
    document: { number: '试党发〔2026〕9号' },
  }
  await addEvent({ event }, makeContext(book))
}

const STUDY = {
  nativePlace: '湖南醴陵 <东> & 西',
  partyJoined: '2019-05-20',
  otherParty: '民建',
  health: '健康',
  specialty: '“三农”工作 C# 与 a@b "引号"',
  fullTimeEducation: '大学',
  fullTimeDegree: '农学学士',
  fullTimeSchool: '赣西某学院#农学专业',
  inServiceEducation: '研究生',
  inServiceSchool: '某省委党校@经济管理',
  honours: '2020年 嘉奖；\n2021年 "优秀"个人  ',
}

function memberOf(place: number, relation: string, birth: string) {
  return { place, relation, name: `某 ${relation}`, birth, politicalStatus: '群众', work: '下坊村@务农 #1 ' }
}

/** People on every manner of record, all by chance; the same for the same seed. */
async function inventedPeople(book: OpenBook, seed: number): Promise<readonly string[]> {
  const roll = dice(seed)
  const forms = makeForms(12, seed)
  const people = await seatPeople(
    book,
    forms.map((form) => ({ ...form, unit: '财政所', category: 'institution' as const, title: `会计${roll.below(3)}` })),
  )
  const photos: NewPersonDocument[] = []
  for (const person of people) {
    const on = { person, from: '2026-01-05' }
    const study = Object.fromEntries(Object.entries(STUDY).filter(() => roll.below(3) > 0))
    await addRecord({ kind: 'personFile', ...on, content: { health: '良好', ...study } }, makeContext(book))
    for (const place of Array.from({ length: roll.below(4) }, (_, index) => index + 1)) {
      const birth = `19${60 + place}-0${1 + roll.below(9)}${roll.below(2) === 0 ? '' : '-17'}`
      const content = memberOf(place, ['妻子', '父亲', '母亲', '儿子'][place] ?? '', birth)
      await addRecord({ kind: 'familyMember', ...on, content }, makeContext(book))
    }
    if (roll.below(2) === 0)
      await addRecord(
        { kind: 'resume', ...on, content: { text: '  2001.09—2005.07 某校学习\r\n\r\n2005年8月至今  某乡  ' } },
        makeContext(book),
      )
    if (roll.below(2) === 0)
      await addRecord({ kind: 'annualReview', ...on, content: { year: 2025, result: 'competent' } }, makeContext(book))
    if (roll.below(2) === 0)
      photos.push({
        id: nextId(),
        personId: person,
        purpose: 'photo',
        fileName: '照片.jpg',
        mediaType: 'image/jpeg',
        content: Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: 300 }, () => roll.below(256))]),
        basis: null,
        recordedAt: '2026-11-22T00:00:00.000Z',
      })
  }
  const context = makeContext(book)
  await context.commit({ summary: '照片' }, (tx, journal) => addPersonDocuments(tx, journal, photos))
  return people
}

const decode = (bytes: Buffer | undefined) => new TextDecoder('gb18030').decode(bytes)

/** A form of the older kind: thirty-three quoted fields. */
function olderForm(name: string, sex: string, birth: string): File {
  const fields: string[] = Array.from({ length: 33 }, () => '')
  const said: Readonly<Record<number, string>> = {
    0: name,
    1: sex,
    2: birth,
    3: '汉族',
    6: '健康',
    9: '大学#农学学士@研究生#',
    10: '赣西某学院#@某省委党校#',
    17: '2004.09--2008.07  某校学习\r\n2010.07--         试验乡财政所会计',
    20: '妻子@',
    21: '某妻@',
    22: '198706@',
    23: '群众@',
    24: '教师@',
    25: '试验乡财政所会计',
    29: '试验乡党委',
    32: '20261101',
  }
  for (const [place, text] of Object.entries(said)) fields[Number(place)] = text
  return { fileName: `${name}.lrm`, bytes: gb18030(fields.map((text) => `"${text}"`).join(',')) }
}
