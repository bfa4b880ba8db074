import type { FormFamilyMember } from './elements.ts'
import type { FamilyText, FormFile } from './form-file.ts'
import { FormRefusal } from './form-refusal.ts'
import { readValues } from './read-values.ts'
import { decodeOlder } from './text-encoding.ts'

/* The older .lrm: quoted fields one after another; parts of a field parted by # and @, people of the family by @. */

/** Place of each element among the quoted fields. */
export const OLDER_PLACES: ReadonlyMap<string, number> = new Map([
  ['XingMing', 0],
  ['XingBie', 1],
  ['ChuShengNianYue', 2],
  ['MinZu', 3],
  ['JiGuan', 4],
  ['RuDangShiJian', 5],
  ['JianKangZhuangKuang', 6],
  ['ChuShengDi', 7],
  ['CanJiaGongZuoShiJian', 8],
  ['ZhuanYeJiShuZhiWu', 11],
  ['ShuXiZhuanYeYouHeZhuanChang', 16],
  ['JianLi', 17],
  ['JiangChengQingKuang', 18],
  ['NianDuKaoHeJieGuo', 19],
  ['XianRenZhiWu', 25],
  ['NiRenZhiWu', 26],
  ['NiMianZhiWu', 27],
  ['RenMianLiYou', 28],
  ['ChengBaoDanWei', 29],
  ['JiSuanNianLingShiJian', 30],
  ['TianBiaoRen', 31],
  ['TianBiaoShiJian', 32],
])
/** Two fields of four parts each: 全日制 学历#学位 @ 在职 学历#学位, and their schools. */
export const OLDER_PARTS: readonly {
  readonly place: number
  readonly elements: readonly [string, string, string, string]
}[] = [
  {
    place: 9,
    elements: ['QuanRiZhiJiaoYu_XueLi', 'QuanRiZhiJiaoYu_XueWei', 'ZaiZhiJiaoYu_XueLi', 'ZaiZhiJiaoYu_XueWei'],
  },
  {
    place: 10,
    elements: [
      'QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi',
      'QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi',
      'ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi',
      'ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi',
    ],
  },
]
/** Columns of the family, each a field. */
export const OLDER_FAMILY: readonly (readonly [keyof FormFamilyMember, number])[] = [
  ['relation', 20],
  ['name', 21],
  ['birth', 22],
  ['politicalStatus', 23],
  ['work', 24],
]
const FIELDS = 33
const MAX_TEXT = 20_000

/** @throws FormRefusal where the quotes do not close or fields are missing. */
export function readOlderForm(bytes: Uint8Array): FormFile {
  const decoded = decodeOlder(bytes)
  const quoted = quotedFields(decoded.text)
  if (quoted.length < FIELDS)
    throw new FormRefusal('lrmx_damaged', `应有 ${FIELDS} 项，只有 ${quoted.length} 项，文件可能没有传完`)
  const fields = quoted.map(({ start, end }) => decoded.text.slice(start, end).replaceAll(/\r\n?/g, '\n'))
  const long = fields.find((text) => text.length > MAX_TEXT)
  if (long !== undefined) throw new FormRefusal('lrmx_damaged', `有一项 ${long.length} 字，超过 ${MAX_TEXT} 字`)
  const texts = new Map<string, string>()
  for (const [element, place] of OLDER_PLACES) texts.set(element, fields[place] ?? '')
  for (const { place, elements } of OLDER_PARTS) {
    const parts = fourParts(fields[place] ?? '')
    for (const [index, element] of elements.entries()) texts.set(element, parts[index] ?? '')
  }
  if ((texts.get('XingMing') ?? '').trim() === '') throw new FormRefusal('lrmx_foreign', '里面没有姓名')
  const family = readFamily(fields)
  return {
    format: 'lrm',
    bytes,
    decoded,
    texts,
    family,
    photo: null,
    photoType: null,
    unknown: [],
    ...readValues(texts, family),
    root: null,
    quoted,
  }
}

/** A field ends at a quote before a comma and the next quote, or before the end: quotes inside a text are not doubled. */
function quotedFields(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = []
  let place = text.search(/\S/)
  while (place < text.length) {
    if (text.charAt(place) !== '"') throw new FormRefusal('lrmx_damaged', '各项应加引号、用逗号隔开')
    const start = place + 1
    const next = text.indexOf('","', start)
    if (next === -1) {
      const last = text.trimEnd()
      if (last.length - 1 < start || !last.endsWith('"'))
        throw new FormRefusal('lrmx_damaged', '最后一项没有结束，文件可能没有传完')
      found.push({ start, end: last.length - 1 })
      return found
    }
    found.push({ start, end: next })
    place = next + 2
  }
  return found
}

/** a#b@c#d; a part that is missing is empty. */
export function fourParts(text: string): readonly string[] {
  const [fullTime = '', inService = ''] = splitOnce(text, '@')
  return [...pair(fullTime), ...pair(inService)]
}

function pair(text: string): readonly [string, string] {
  const [first = '', second = ''] = splitOnce(text, '#')
  return [first, second]
}

function splitOnce(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark)
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + mark.length)]
}

function readFamily(fields: readonly string[]): readonly FamilyText[] {
  const columns = OLDER_FAMILY.map(([field, place]) => [field, (fields[place] ?? '').split('@')] as const)
  const count = Math.max(...columns.map(([, people]) => people.length))
  return Array.from({ length: count }, (_, row) => ({
    texts: Object.fromEntries(columns.map(([field, people]) => [field, people[row] ?? ''])) as Record<
      keyof FormFamilyMember,
      string
    >,
    element: null,
  })).filter(({ texts }) => Object.values(texts).some((text) => text.trim() !== ''))
}
