import { describe, expect, it } from 'vitest'
import { packIndexPage } from '../../../electron/domain/paper-packs/index-page.ts'
import { maskNumbers } from '../../../electron/domain/paper-packs/mask-sheet.ts'
import { fileNameOf, uniquePath, type PackIndex } from '../../../electron/domain/paper-packs/pack-contents.ts'

describe('numbers in a pack', () => {
  it.each([
    ['号码362201198009259914。', '号码362201********9914。'],
    ['362201 19800925 991x', '362201********991x'],
    ['老号362201800925991。', '老号362201********5991。'],
    ['电话138-0000-1111', '电话138****1111'],
    ['座机0794-1234567', '座机0794-1234567'],
    ['2026-11-22 至 2026-12-22', '2026-11-22 至 2026-12-22'],
    ['山编办〔2026〕12号', '山编办〔2026〕12号'],
    ['卡号6222021234567890123', '卡号622202********0123'],
  ])('%s → %s', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked)
  })
})

describe('names of files in a pack', () => {
  it('take nothing a file system refuses, and lead nowhere else', () => {
    expect(fileNameOf('山编办〔2026〕9号')).toBe('山编办〔2026〕9号')
    expect(fileNameOf('../../a/b:c*?.pdf')).toBe('_.._a_b_c__.pdf')
    expect(fileNameOf(' . ')).toBe('未命名')
    expect(fileNameOf('长'.repeat(300)).length).toBe(80)
  })

  it('are each once, whatever their case', () => {
    const taken = new Set(['3 文件/a.pdf', '3 文件/a_2.pdf'])
    expect(uniquePath('3 文件/A.pdf', taken)).toBe('3 文件/A_3.pdf')
    expect(uniquePath('3 文件/b', taken)).toBe('3 文件/b')
    expect(uniquePath('3.1 文件/c', new Set(['3.1 文件/c']))).toBe('3.1 文件/c_2')
  })
})

it('the index page says what stands in names as text, never as markup', () => {
  const index: PackIndex = {
    kind: 'inspection',
    name: '包',
    township: '<b>乡</b>',
    asOf: '2026-11-30',
    from: '2026-01-01',
    madeOn: '2026-11-30',
    madeBy: '经办人',
    wholeNumbersFor: null,
    state: [['编制本', '"甲" & 乙']],
    files: [{ path: '1 名单/<img src=x>.xlsx', about: '', pages: 1, bytes: 1200, sha256: 'ab' }],
    leftOut: [{ what: '某扫描件', why: '太大' }],
  }
  const page = packIndexPage(index)
  expect(page).not.toMatch(/<b>乡|<img/u)
  expect(page).toContain('&lt;b&gt;乡')
  expect(page).toContain('&quot;甲&quot; &amp; 乙')
  expect(page).toContain('某扫描件：太大')
})
