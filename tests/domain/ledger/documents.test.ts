import { describe, expect, test } from 'vitest'
import { matchesDocument } from '../../../electron/domain/ledger/journal/document-search.ts'
import { missingExitProofs } from '../../../electron/domain/ledger/planning/exit-proofs.ts'
import { markedPersonIds, personMark, withNames } from '../../../electron/domain/ledger/journal/person-marks.ts'
import { scanFileName, scanTypeOf } from '../../../electron/domain/ledger/journal/scan-type.ts'
import { EXIT_CAUSE_LIST } from '../../../electron/vocabulary/causes.ts'

describe('a document is found by whatever is typed of it', () => {
  const document = {
    number: '山编办〔2006〕12号',
    title: '关于山溪乡机构改革的批复',
    issuing_body: '宜县编办',
    issued_on: '2006-11-01',
  }
  test.each([
    '山编办[2006]12号',
    '山编办（2006）12号',
    '山编办【2006】12号',
    '〔2006〕',
    '  机构改革   编办 ',
    '2006-11',
    '2006年11月1日',
    '2006.11',
    '',
  ])('%j', (search) => expect(matchesDocument(document, search)).toBe(true))

  test.each([
    '山编办〔2007〕',
    '机构改革 财政局',
    '2006年12月',
    '2006年11月01日',
    // A bracket is part of the number; a word does not run on from the number into the title.
    '山编办2006〕',
    '〔200612号',
    '12号关于',
  ])('%j is another', (search) => {
    expect(matchesDocument(document, search)).toBe(false)
  })

  test('letters in any case and width; what is not on record is not searched', () => {
    const bare = { number: 'XB-12', title: null, issuing_body: null, issued_on: null }
    expect(matchesDocument(bare, 'ｘｂ-12')).toBe(true)
    expect(matchesDocument(bare, 'null')).toBe(false)
  })
})

describe('a scan is what its content says', () => {
  const bytes = (...parts: readonly (string | readonly number[])[]) =>
    Uint8Array.from(
      parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (one) => one.charCodeAt(0)) : part)),
    )
  const zeros = (count: number) => Array.from({ length: count }, () => 0)
  const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

  test.each([
    ['a PDF', bytes('%PDF-1.7'), 'application/pdf'],
    ['a PDF after what the scanner put before', bytes(zeros(1024), '%PDF-1.7'), 'application/pdf'],
    ['a PDF that begins too late', bytes(zeros(1025), '%PDF-1.7'), null],
    ['the mark of a PDF and no more', bytes('%PDF-'), 'application/pdf'],
    ['half the mark', bytes('%PDF'), null],
    ['a PNG', bytes(PNG, [1, 2]), 'image/png'],
    ['a PNG not at the begin', bytes([0], PNG), null],
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['a program', bytes('MZ', zeros(64)), null],
    ['nothing', bytes(), null],
  ])('%s', (_what, content, type) => expect(scanTypeOf(content)).toBe(type))

  test.each([
    ['批文.pdf', 'application/pdf', '批文.pdf'],
    ['批文.PDF', 'application/pdf', '批文.PDF'],
    ['批文.exe', 'application/pdf', '批文.exe.pdf'],
    ['照片.jpeg', 'image/jpeg', '照片.jpeg'],
    ['照片.png', 'image/jpeg', '照片.png.jpg'],
    ['图', 'image/png', '图.png'],
    [' 甲/乙:丙?\u0007.pdf ', 'application/pdf', '甲_乙_丙__.pdf'],
    ['   ', 'application/pdf', '扫描件.pdf'],
  ] as const)('%j, %s is handed out as %j', (name, type, given) => expect(scanFileName(name, type)).toBe(given))
})

describe('papers of an exit', () => {
  const [cause, { proofs }] = Object.entries(EXIT_CAUSE_LIST).find(([, entry]) => entry.proofs.length > 1) ?? [
    '',
    { proofs: [] },
  ]
  test('those not seen yet', () => {
    expect(proofs.length).toBeGreaterThan(1)
    expect(missingExitProofs(cause, [])).toEqual(proofs)
    expect(missingExitProofs(cause, proofs.slice(1))).toEqual(proofs.slice(0, 1))
    expect(missingExitProofs(cause, proofs)).toEqual([])
  })
  test('a cause that is not on the list asks for none', () => expect(missingExitProofs('没有的', [])).toEqual([]))
})

describe('summaries carry no name', () => {
  const said = `${personMark('p1')}调${personMark('p2')}的岗位，接替${personMark('p1')}`
  test('who they are about', () => {
    expect(markedPersonIds(said)).toEqual(['p1', 'p2', 'p1'])
    expect(markedPersonIds('核增 1 名')).toEqual([])
  })
  test('names stand in when they are read; of whoever was erased only that', () => {
    expect(withNames(said, new Map([['p1', '甲']]))).toBe('甲调已清除的人员的岗位，接替甲')
  })
})
