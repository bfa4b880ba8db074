import { describe, expect, it } from 'vitest'
import { MAX_FORM_BYTES, type LrmxFormView } from '../../electron/contract/lrmx-operations.ts'
import { previewReport } from '../../electron/app/forms/draft-report.ts'
import { addRecord } from '../../electron/app/records/add-record.ts'
import { correctPerson } from '../../electron/app/people/correct-person.ts'
import { exportForms } from '../../electron/app/records/lrmx/export-forms.ts'
import { importForms } from '../../electron/app/records/lrmx/import-forms.ts'
import { previewForms } from '../../electron/app/records/lrmx/preview-forms.ts'
import { readPersonForm, revealPersonForm } from '../../electron/app/records/lrmx/read-forms.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { MAX_FORM_BYTES as READ_LIMIT } from '../../electron/domain/lrmx/read-form.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { makeForms, type MadeForm } from '../kit/lrmx-forms.ts'
import { seatPeople } from '../kit/people.ts'
import { entryCount, withTownship } from '../kit/township.ts'

/** Seats the people of the forms, so that the book knows them. */
function seat(book: OpenBook, forms: readonly MadeForm[]): Promise<readonly string[]> {
  return seatPeople(
    book,
    forms.map(({ name, idNumber, birth, sex }) => ({
      name,
      unit: '财政所',
      category: 'institution' as const,
      title: '会计',
      idNumber,
      birth,
      sex,
    })),
  )
}

async function take(book: OpenBook, files: readonly { readonly fileName: string; readonly bytes: Uint8Array }[]) {
  const context = makeContext(book)
  return importForms({ fileIds: files.map(({ fileName, bytes }) => context.stage(fileName, bytes)) }, context)
}

async function shown(book: OpenBook, person: string): Promise<LrmxFormView> {
  return revealPersonForm({ person, reason: '核对' }, makeContext(book))
}

async function written(book: OpenBook, person: string, more: object = {}): Promise<Buffer> {
  const { files } = await exportForms({ people: [person], ...more }, makeContext(book))
  return Buffer.from(files[0]?.base64 ?? '', 'base64')
}

const FORMS = makeForms(66, 20)
const plain = (text: string) => ({ fileName: 'F.lrmx', bytes: Buffer.from(text) })
const person = (inside: string) => `<?xml version="1.0" encoding="utf-8"?>\n<Person>\n${inside}\n</Person>`

describe('a folder of forms', () => {
  it('comes in as it means, goes out byte for byte, and coming in again changes nothing', () =>
    withTownship(async (book) => {
      const ids = await seat(book, FORMS)
      const first = await take(book, FORMS)
      expect(first.refused).toEqual([])
      expect(first).toMatchObject({ files: FORMS.length, matched: FORMS.length, updated: FORMS.length, added: 0 })
      for (const [place, form] of FORMS.entries()) {
        const id = ids[place] ?? ''
        expect(await shown(book, id), `${form.fileName} ${form.about}`).toMatchObject(form.meaning)
        expect((await written(book, id)).equals(form.bytes), `${form.fileName} ${form.about}`).toBe(true)
      }
      const again = await take(book, FORMS)
      expect(again).toMatchObject({ unchanged: FORMS.length, updated: 0, differences: [], refused: [], seq: null })
      expect(await verifyBook(book)).toMatchObject({ ok: true })
      // Control: one letter in one file, and that file is no longer unchanged.
      const other = { ...plain(person(`<XingMing>${FORMS[5]?.name}</XingMing><JiGuan>他乡</JiGuan>`)) }
      expect(await take(book, [other])).toMatchObject({ updated: 1, unchanged: 0 })
    }))

  it('is one entry that can be taken back, forms and photos too', () =>
    withTownship(async (book) => {
      const forms = FORMS.slice(0, 5)
      const [id = ''] = await seat(book, forms)
      const before = await entryCount(book)
      const { seq } = await take(book, forms)
      expect(await entryCount(book)).toBe(before + 1)
      await undoEntry({ seq: seq ?? 0 }, makeContext(book))
      expect(await shown(book, id)).toMatchObject({ nativePlace: '', photo: null, file: null, family: [] })
      expect(await verifyBook(book)).toMatchObject({ ok: true })
    }))

  it('is held against the book field by field, and only what is accepted goes in', () =>
    withTownship(async (book) => {
      const [form] = FORMS
      if (form === undefined) return
      const [id = ''] = await seat(book, [form])
      const context = makeContext(book)
      const fileId = context.stage(form.fileName, form.bytes)
      const preview = await previewForms({ fileIds: [fileId] }, context)
      expect(preview.differences.find(({ field }) => field === 'nativePlace')).toMatchObject({
        from: null,
        to: '江西上高',
        person: form.name,
      })
      await importForms({ fileIds: [fileId], accept: [{ fileId, fields: ['health'] }] }, context)
      expect(await shown(book, id)).toMatchObject({ health: '健康', nativePlace: '' })
      // What was not accepted is still asked, and is not what the book writes.
      const rest = await previewForms({ fileIds: [fileId] }, context)
      expect(rest.differences.map(({ field }) => field)).toContain('nativePlace')
      expect(rest.differences.map(({ field }) => field)).not.toContain('health')
    }))
})

it('one changed field changes its own characters in every manner of file, and not a byte besides', () =>
  withTownship(async (book) => {
    const ids = await seat(book, FORMS)
    await take(book, FORMS)
    for (const [place, form] of FORMS.entries()) {
      const id = ids[place] ?? ''
      await addRecord(
        { kind: 'personFile', person: id, from: '2026-11-22', content: { nativePlace: '湖南醴陵' } },
        makeContext(book),
      )
      expect(
        (await written(book, id)).equals(form.rewritten('江西上高', '湖南醴陵')),
        `${form.fileName} ${form.about}`,
      ).toBe(true)
    }
  }))

describe('what changed in the book since', () => {
  const changed = async (work: (book: OpenBook, id: string) => Promise<unknown>, at = 4) => {
    const form = FORMS[at]
    if (form === undefined) throw new Error('no such form')
    const lines: string[][] = []
    await withTownship(async (book) => {
      const [id = ''] = await seat(book, [form])
      await take(book, [form])
      await work(book, id)
      const decode = (bytes: Buffer) => new TextDecoder('gb18030').decode(bytes).split(/\r?\n/)
      const [before, after] = [decode(form.bytes), decode(await written(book, id))]
      lines.push(
        after.filter((line) => !before.includes(line)),
        before.filter((line) => !after.includes(line)),
      )
    })
    return lines
  }
  const record = (book: OpenBook, id: string, content: Record<string, string | number | null>, kind = 'personFile') =>
    addRecord({ kind: kind as 'personFile', person: id, from: '2026-11-22', content }, makeContext(book))

  it('is written into its own element and nowhere else', async () => {
    expect(FORMS[4]?.about).toMatch(/^gbk/)
    const [after, before] = await changed((book, id) => record(book, id, { nativePlace: '湖南醴陵 <东> & 西' }))
    expect(after?.join('')).toContain('<JiGuan>湖南醴陵 &lt;东&gt; &amp; 西</JiGuan>')
    expect([after?.length, before?.length]).toEqual([1, 1])
    // Control: nothing changed, nothing differs.
    expect(await changed(() => Promise.resolve())).toEqual([[], []])
  })

  it('has months in the manner of the form', async () => {
    const [after] = await changed((book, id) => record(book, id, { partyJoined: '2019-05' }))
    const style = /<ChuShengNianYue[^>]*>\s*([^<]*?)\s*</.exec(new TextDecoder('gb18030').decode(FORMS[4]?.bytes))?.[1]
    const wanted = style?.includes('年') === true ? '2019年5月' : `2019${/^\d{4}(\D?)/.exec(style ?? '')?.[1] ?? ''}05`
    expect(after?.join('')).toContain(`<RuDangShiJian>${wanted}`)
  })

  it('adds a member of the family behind the others', async () => {
    const member = {
      place: 99,
      relation: '弟弟',
      name: '新来',
      birth: '1990-02',
      politicalStatus: '群众',
      work: '务农',
    }
    const [after] = await changed((book, id) => record(book, id, member, 'familyMember'))
    expect(after?.join('')).toContain('<ChengWei>弟弟</ChengWei>')
    expect(after?.join('')).toContain('<GongZuoDanWeiJiZhiWu>务农</GongZuoDanWeiJiZhiWu>')
  })

  it('takes a corrected day of birth, and 到龄年月 with it where the form has one', async () => {
    const [after] = await changed(
      (book, id) =>
        correctPerson({ personId: id, reason: '档案认定', changes: { birth: '1971-01' } }, makeContext(book)),
      0,
    )
    expect(after?.join('')).toMatch(/<ChuShengNianYue>\s*1971/)
  })
})

describe('somebody who never had a form', () => {
  it('gets one from the book, with 到龄年月 by the engine, and it comes back unchanged', () =>
    withTownship(async (book) => {
      const [id = ''] = await seatPeople(book, [
        { name: '沃惟一', unit: '党政综合办公室', title: '科员', sex: '男', birth: '1975-04-02', enteredOn: '1998-07' },
      ])
      const text = (await written(book, id)).toString()
      expect(text).toContain('<XingMing>沃惟一</XingMing>')
      expect(text).toContain('<XianRenZhiWu>试验乡党政综合办公室科员</XianRenZhiWu>')
      expect(text).toContain('<JianLi>1998.07--         试验乡党政综合办公室科员</JianLi>')
      // 男, born April 1975: 60 and 31 months after, by the table of the State Council.
      expect(text).toContain('<DaoLingNianYue>203711</DaoLingNianYue>')
      expect(text).toContain('<TianBiaoShiJian>20261122</TianBiaoShiJian>')
      expect(text).toContain('<Version>3.2.1.16</Version>')
      await take(book, [{ fileName: '沃惟一.lrmx', bytes: Buffer.from(text) }])
      expect((await written(book, id)).toString()).toBe(text)
      expect((await readPersonForm({ person: id }, makeContext(book))).idNumber).toMatch(/\*/)
    }))
})

it('has one limit for whoever looks at the size and whoever reads', () => {
  expect(MAX_FORM_BYTES).toBe(READ_LIMIT)
})

describe('a file that is no form, is damaged or does harm', () => {
  const good = (inside = '') => person(`<XingMing>季承平</XingMing>${inside}`)
  const photo = (bytes: number) => `<ZhaoPian>${Buffer.alloc(bytes, 0xff).toString('base64')}</ZhaoPian>`
  it.each([
    ['a document type', good().replace('<Person>', '<!DOCTYPE Person><Person>'), 'lrmx_unsafe'],
    [
      'an entity of its own',
      `<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]>${good('<JiGuan>&a;</JiGuan>')}`,
      'lrmx_unsafe',
    ],
    ['an unknown entity', good('<JiGuan>&nbsp;</JiGuan>'), 'lrmx_unsafe'],
    ['an entity in an attribute', good('<JiGuan a="&x;"/>'), 'lrmx_unsafe'],
    [
      'a style sheet',
      `<?xml-stylesheet href="a.xsl"?>${good()}`.replace('<?xml version="1.0" encoding="utf-8"?>\n', ''),
      'lrmx_unsafe',
    ],
    ['a photo that is a page', good(`<ZhaoPian>${Buffer.from('<html>').toString('base64')}</ZhaoPian>`), 'lrmx_unsafe'],
    ['a photo of 60 MB', good(photo(45_000_000)), 'lrmx_too_large'],
    ['a photo of 7 MB', good(photo(7_000_000)), 'lrmx_too_large'],
    ['a truncated file', good('<JiGuan>江西</JiGuan>').slice(0, -30), 'lrmx_damaged'],
    ['tags that do not pair', good('<JiGuan>江西</JiGuang>'), 'lrmx_damaged'],
    ['a field twice', good('<JiGuan>江西</JiGuan><JiGuan>湖南</JiGuan>'), 'lrmx_damaged'],
    ['deep nesting', good(`${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`), 'lrmx_damaged'],
    ['a hundred thousand elements', good('<a/>'.repeat(100_000)), 'lrmx_damaged'],
    ['a field inside a field', good('<JiGuan><b>江西</b></JiGuan>'), 'lrmx_damaged'],
    ['a bare ampersand', good('<JiGuan>江西 & 湖南</JiGuan>'), 'lrmx_damaged'],
    ['another root', '<?xml version="1.0"?><Workbook><XingMing>季承平</XingMing></Workbook>', 'lrmx_foreign'],
    ['a Person of somebody else', '<Person><Name>季承平</Name></Person>', 'lrmx_foreign'],
    ['plain text', '季承平，男', 'lrmx_foreign'],
    ['nothing', '', 'lrmx_damaged'],
    ['the older form cut short', '"季承平","男","198602"', 'lrmx_damaged'],
    ['megabytes of blanks in a tag', `<Person${' '.repeat(3_000_000)}`, 'lrmx_damaged'],
  ])('is refused by name: %s', (_, text, code) =>
    withTownship(async (book) => {
      const [id = ''] = await seatPeople(book, [{ name: '季承平', unit: '财政所', category: 'institution' }])
      const done = await take(book, [
        { fileName: '坏.lrmx', bytes: Buffer.from(text) },
        plain(good('<JiGuan>江西</JiGuan>')),
      ])
      expect(done.refused).toMatchObject([{ file: '坏.lrmx', code }])
      expect(done.refused[0]?.message).toContain('坏.lrmx')
      // The rest of the folder came in.
      expect(await shown(book, id)).toMatchObject({ nativePlace: '江西' })
    }),
  )
})

describe('whose form it is', () => {
  it('is a question where two bear the name, and an answer with the number', () =>
    withTownship(async (book) => {
      const [first = ''] = await seatPeople(book, [
        { name: '季承平', unit: '财政所', category: 'institution', birth: '1986-02-04' },
        { name: '季承平', unit: '党政综合办公室', birth: '1990-05-06' },
      ])
      const asked = await take(book, [plain(person('<XingMing>季承平</XingMing><JiGuan>江西</JiGuan>'))])
      expect(asked.refused).toMatchObject([{ code: 'lrmx_person_ambiguous' }])
      expect(asked.refused[0]?.message).toMatch(/财政所.*党政综合办公室/)
      const { idNumber } = await shown(book, first)
      const told = await take(book, [
        plain(person(`<XingMing>季 承 平</XingMing><JiGuan>江西</JiGuan><ShenFenZheng>${idNumber}</ShenFenZheng>`)),
      ])
      expect(told).toMatchObject({ matched: 1, updated: 1, refused: [] })
    }))

  it.each([
    [
      'a number that is another person’s',
      (_: string, other: string) => `<XingMing>季承平</XingMing><ShenFenZheng>${other}</ShenFenZheng>`,
      'lrmx_id_mismatch',
    ],
    [
      'another number than the book has',
      () => '<XingMing>季承平</XingMing><ShenFenZheng>362321198602049935</ShenFenZheng>',
      'lrmx_id_mismatch',
    ],
    [
      'a number with a wrong digit',
      (own: string) =>
        `<XingMing>季承平</XingMing><ShenFenZheng>${own.slice(0, 17)}${own.endsWith('1') ? '2' : '1'}</ShenFenZheng>`,
      'lrmx_id_invalid',
    ],
    ['nobody of the book', () => '<XingMing>无此人</XingMing>', 'lrmx_person_unknown'],
  ])('is refused for %s, and nothing is written', (_, inside, code) =>
    withTownship(async (book) => {
      const [own = '', other = ''] = await seatPeople(book, [
        { name: '季承平', unit: '财政所', category: 'institution', birth: '1984-02-04' },
        { name: '商婉容', unit: '财政所', category: 'institution', birth: '1990-05-06', sex: '女' },
      ])
      const [mine, theirs] = [(await shown(book, own)).idNumber ?? '', (await shown(book, other)).idNumber ?? '']
      const entries = await entryCount(book)
      expect((await take(book, [plain(person(inside(mine, theirs)))])).refused).toMatchObject([{ code }])
      expect(await entryCount(book)).toBe(entries)
    }),
  )

  it('asks which of two different forms of one person counts; the same one twice is one', () =>
    withTownship(async (book) => {
      await seatPeople(book, [{ name: '季承平', unit: '财政所', category: 'institution' }])
      const one = plain(person('<XingMing>季承平</XingMing><JiGuan>江西</JiGuan>'))
      const two = { ...plain(person('<XingMing>季承平</XingMing><JiGuan>湖南</JiGuan>')), fileName: 'G.lrmx' }
      expect((await take(book, [one, two])).refused).toMatchObject([{ code: 'lrmx_twice', file: 'G.lrmx' }])
      expect(await take(book, [one, one])).toMatchObject({ files: 2, matched: 2, unchanged: 2, refused: [] })
    }))

  it('says which date it could not read, and leaves it', () =>
    withTownship(async (book) => {
      const [id = ''] = await seatPeople(book, [{ name: '季承平', unit: '财政所', category: 'institution' }])
      const before = (await shown(book, id)).startedWorkOn
      const done = await take(book, [
        plain(person('<XingMing>季承平</XingMing><CanJiaGongZuoShiJian>二〇〇八年</CanJiaGongZuoShiJian>')),
      ])
      expect(done.notes).toMatchObject([{ field: 'startedWorkOn' }])
      expect((await shown(book, id)).startedWorkOn).toBe(before)
    }))
})

describe('the printed form', () => {
  it('is two pages from the same record, ages to the day of the form, none for the dead', () =>
    withTownship(async (book) => {
      const [id = ''] = await seatPeople(book, [{ name: '季承平', unit: '财政所', category: 'institution' }])
      const family = [
        ['妻子', '198706', '教师'],
        ['父亲', '195007', '已去世'],
      ].map(
        ([relation, birth, work]) =>
          `<Item><ChengWei>${relation}</ChengWei><XingMing>某${relation}</XingMing><ChuShengRiQi>${birth}` +
          `</ChuShengRiQi><GongZuoDanWeiJiZhiWu>${work}</GongZuoDanWeiJiZhiWu></Item>`,
      )
      await take(book, [
        plain(
          person(
            '<XingMing>季承平</XingMing><NiRenZhiWu>某乡所长</NiRenZhiWu><JianLi>2001.09--2005.07  学习</JianLi>' +
              `<JiSuanNianLingShiJian>202611</JiSuanNianLingShiJian><JiaTingChengYuan>${family.join('')}` +
              '</JiaTingChengYuan>',
          ),
        ),
      ])
      const { preview } = await previewReport({ form: '干部任免审批表', person: id }, makeContext(book))
      expect(preview.pages).toHaveLength(2)
      const texts = preview.pages.map((page) => page.cells.map(({ text }) => text))
      expect(texts[0]).toContain('某乡所长')
      expect(texts[0]).toContain('2001.09--2005.07  学习')
      expect(texts[1]?.filter((text) => /^\d{2}$/.test(text))).toEqual(['39'])
      expect(texts.flat().join('')).not.toMatch(/\d{17}[\dX]/)
    }))
})

it('a number of fifteen digits is the same number; a sex written long is the same sex', () =>
  withTownship(async (book) => {
    const [id = ''] = await seatPeople(book, [{ name: '季承平', unit: '财政所', category: 'institution', sex: '男' }])
    const { idNumber } = await shown(book, id)
    const short = `${idNumber?.slice(0, 6)}${idNumber?.slice(8, 17)}`
    const forms = [
      plain(person(`<XingMing>季承平</XingMing><XingBie>男性</XingBie><ShenFenZheng>${short}</ShenFenZheng>`)),
    ]
    expect(await take(book, forms)).toMatchObject({ matched: 1, refused: [], differences: [] })
    expect((await shown(book, id)).idNumber).toBe(idNumber)
    expect(await take(book, forms)).toMatchObject({ unchanged: 1, updated: 0 })
  }))
