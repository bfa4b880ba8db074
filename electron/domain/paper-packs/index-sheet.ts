import { PAPER_PACK_NAMES } from '../../vocabulary/paper-packs.ts'
import type { SheetModel } from '../report/sheet-model.ts'
import { tableSheet } from '../report/table-sheet.ts'
import { dateText } from '../rules/wording.ts'
import { sizeText, type PackIndex } from './pack-contents.ts'

/** Enough of a hash to tell two files apart on paper; the page has all of it. */
const HASH_SHOWN = 8

/** Who signs: the two clerks and who watches over it, or who gives and who takes. */
const SIGNATURES = {
  handover: '移交人：　　　　　　　接收人：　　　　　　　监交人：　　　　　　　　　　年　　月　　日',
  inspection: '提供人：　　　　　　　接收人：　　　　　　　　　　年　　月　　日',
} as const

/** 目录 of a pack as a sheet to be printed and signed. */
export function packIndexSheet(index: PackIndex): SheetModel {
  const { kind, township, asOf, from, files, leftOut, state, wholeNumbersFor } = index
  return tableSheet({
    name: '目录',
    title: `${township}机构编制${PAPER_PACK_NAMES[kind]}目录`,
    subtitle: `${from === null ? '' : `${dateText(from)}至`}${dateText(asOf)}　共 ${files.length} 个文件`,
    orientation: 'portrait',
    before: state.map(([name, value]) => `${name}：${value}`),
    columns: [
      { title: '序号', share: 6, style: 'tableNumber' },
      { title: '文件', share: 40, style: 'tableText' },
      { title: '内容', share: 30, style: 'tableText' },
      { title: '页数', share: 7, style: 'tableNumber' },
      { title: '大小', share: 10 },
      { title: '校验值', share: 12 },
    ],
    rows: files.map(({ path, about, pages, bytes, sha256 }, place) => [
      String(place + 1),
      path,
      about,
      pages === null ? '' : String(pages),
      sizeText(bytes),
      sha256.slice(0, HASH_SHOWN),
    ]),
    empty: '没有文件。',
    after: [
      numbersNote(wholeNumbersFor),
      ...leftOut.map(({ what, why }) => `没有放进来：${what}，${why}。`),
      `制作：${index.madeBy}，${dateText(index.madeOn)}。`,
    ],
    signature: SIGNATURES[kind],
    footerNote: `${township}${PAPER_PACK_NAMES[kind]}目录　${asOf}`,
  })
}

/** What the pack says of the numbers in it. */
export function numbersNote(wholeNumbersFor: string | null): string {
  return wholeNumbersFor === null
    ? '表中的身份证号、手机号已遮住中间各位；扫描件照原样，可能有个人信息。'
    : `表中有完整的身份证号，理由：${wholeNumbersFor}。已记入台账，请妥善保管。`
}
