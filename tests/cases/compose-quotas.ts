import type { RawCell, RawMerge, RawSheet } from '../../electron/domain/table/raw-workbook.ts'
import type { Dice } from '../kit/dice.ts'

/* A table of approved numbers laid out at random: a row an office and 编制, or the 编制 across; totals, 实有, 空编, leaders, groups, notes. */

export interface QuotaLine {
  readonly unit: string
  readonly category: string
  readonly quota: number
}

const OFFICES = ['党政综合办公室', '经济发展办公室', '社会事务办公室', '平安建设办公室', '纪检监察室']
const STATIONS = ['便民服务中心', '财政所', '农业农村综合服务中心', '林业工作站', '退役军人服务站', '综合行政执法大队']
const HEADS: Readonly<Record<string, readonly string[]>> = {
  行政编制: ['行政编制', '行政', '行政编制数', '核定行政编制', '机关行政编制'],
  机关工勤编制: ['机关工勤编制', '工勤', '工勤编制', '核定工勤编制'],
  事业编制: ['事业编制', '事业', '事业编制数', '核定事业编制'],
}
const WORDS: Readonly<Record<string, readonly string[]>> = {
  行政编制: ['行政编制', '行政', '行政编'],
  机关工勤编制: ['机关工勤编制', '工勤编制', '机关工勤'],
  事业编制: ['事业编制', '事业', '事业编'],
}
const NUMBER = '云编〔2021〕7号'

/** The approved numbers of a seed, each over nought. */
export function quotasFor(dice: Dice): readonly QuotaLine[] {
  const some = (list: readonly string[], count: number) => list.slice(0, count)
  return [
    ...some(OFFICES, 2 + dice.below(4)).flatMap((unit) => [
      { unit, category: '行政编制', quota: 1 + dice.below(14) },
      ...(dice.chance(0.3) ? [{ unit, category: '机关工勤编制', quota: 1 + dice.below(3) }] : []),
    ]),
    ...some(STATIONS, 1 + dice.below(5)).map((unit) => ({ unit, category: '事业编制', quota: 1 + dice.below(14) })),
  ]
}

/** Lays them out; the same for the same dice. */
export function composeQuotas(
  lines: readonly QuotaLine[],
  dice: Dice,
): { readonly sheet: RawSheet; readonly about: string } {
  const pick = <T>(list: readonly T[]): T => {
    const one = dice.pick(list)
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  const across = dice.chance(0.6)
  const units = [...new Set(lines.map((one) => one.unit))]
  const categories = ['行政编制', '机关工勤编制', '事业编制'].filter((one) =>
    lines.some((line) => line.category === one),
  )
  const of = (unit: string, category: string) =>
    lines.find((one) => one.unit === unit && one.category === category)?.quota
  const [numbered, withActual, withTotal, withLeaders] = [
    dice.chance(0.7),
    dice.chance(0.5),
    dice.chance(0.5),
    dice.chance(0.3),
  ]
  const documentColumn = dice.chance(0.5)
  const [foot, sums, groups] = [dice.chance(0.5), dice.chance(0.6), dice.chance(0.4)]
  const style = pick(['plain', 'plain', 'named', 'wide'])
  const none = pick(['', '0', '/', '—', '无'])
  const shown = (value: number | undefined): RawCell =>
    value === undefined
      ? none
      : style === 'named'
        ? `${value}名`
        : style === 'wide'
          ? String(value).replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
          : { kind: 'number', value, shown: String(value) }
  const rows: RawCell[][] = []
  const merges: RawMerge[] = []
  const unitHead = pick(['机构名称', '单位名称', '单位', '机构', '内设机构名称', '部门'])
  const head: string[] = [...(numbered ? ['序号'] : []), unitHead]
  const top = [...head]
  if (across) {
    const two = dice.chance(0.6)
    const heads = categories.map((category) =>
      two ? pick((HEADS[category] ?? []).slice(0, 2)) : pick((HEADS[category] ?? []).slice(3)),
    )
    head.push(
      ...heads,
      ...(withTotal ? [two ? '小计' : '核定编制总数'] : []),
      ...(withActual ? [two ? '行政' : '实有人数', ...(two ? ['事业'] : ['空编'])] : []),
    )
    if (two) {
      top.push(
        pick(['核定编制', '核定编制数', '编制数']),
        ...Array.from({ length: categories.length + Number(withTotal) - 1 }, () => ''),
        ...(withActual ? ['实有人数', ''] : []),
      )
      if (documentColumn) top.push('批准文号')
      if (dice.chance(0.8)) {
        const wide = categories.length + Number(withTotal)
        const from = Number(numbered) + 1
        merges.push({ top: 0, left: from, bottom: 0, right: from + wide - 1 })
        if (withActual) merges.push({ top: 0, left: from + wide, bottom: 0, right: from + wide + 1 })
        for (let column = 0; column < from; column += 1) merges.push({ top: 0, left: column, bottom: 1, right: column })
      }
    }
    if (documentColumn) head.push('批准文号')
    const named = two ? head.map((text, at) => (at <= Number(numbered) || text === '批准文号' ? '' : text)) : head
    if (two) rows.push(top, named)
    else rows.push(head)
  } else {
    head.push(
      pick(['编制类型', '编制性质', '编制类别']),
      pick(['核定编制数', '编制数', '核定数']),
      ...(withLeaders ? ['领导职数'] : []),
      ...(withActual ? ['实有人数'] : []),
    )
    if (documentColumn) head.push('批准文号')
    rows.push(head)
  }
  const width = head.length
  const pad = (row: RawCell[]): RawCell[] => [
    ...row,
    ...Array.from({ length: Math.max(0, width - row.length) }, () => null),
  ]
  const titles: RawCell[][] =
    dice.chance(0.8) || !documentColumn
      ? [pad([`云溪乡机构编制${pick(['核定表', '情况表', '一览表', '汇总表'])}`])]
      : []
  if (!documentColumn) titles.push(pad([`（依据${NUMBER}）`]))
  let number = 0
  const put = (unit: string) => {
    number += 1
    const start: RawCell[] = [...(numbered ? [String(number)] : []), unit]
    if (across) {
      const own = categories.map((category) => of(unit, category))
      const total = own.reduce<number>((sum, one) => sum + (one ?? 0), 0)
      rows.push([
        ...start,
        ...own.map(shown),
        ...(withTotal ? [shown(total)] : []),
        ...(withActual ? [shown(Math.max(0, total - 2)), shown(1)] : []),
        ...(documentColumn ? [NUMBER] : []),
      ])
      return
    }
    const mine = lines.filter((one) => one.unit === unit)
    mine.forEach((line, at) => {
      const lead: RawCell[] = at === 0 ? start : [...(numbered ? [null] : []), null]
      if (at === 0 && mine.length > 1)
        merges.push({
          top: rows.length,
          left: Number(numbered),
          bottom: rows.length + mine.length - 1,
          right: Number(numbered),
        })
      rows.push([
        ...lead,
        pick(WORDS[line.category] ?? []),
        shown(line.quota),
        ...(withLeaders ? [at === 0 ? '1' : null] : []),
        ...(withActual ? [shown(Math.max(0, line.quota - 1))] : []),
        ...(documentColumn ? [NUMBER] : []),
      ])
    })
  }
  const isOffice = (unit: string) => OFFICES.includes(unit)
  const sum = (some: readonly string[], word: string) => {
    const all = lines.filter((one) => some.includes(one.unit)).reduce((total, one) => total + one.quota, 0)
    rows.push(
      pad([
        ...(numbered ? [null] : []),
        word,
        ...(across
          ? categories.map((category) =>
              shown(
                lines
                  .filter((one) => some.includes(one.unit) && one.category === category)
                  .reduce((total, one) => total + one.quota, 0) || undefined,
              ),
            )
          : [null, shown(all)]),
      ]),
    )
  }
  if (groups) {
    for (const [word, some] of [
      ['一、内设机构', units.filter(isOffice)],
      ['二、事业单位', units.filter((unit) => !isOffice(unit))],
    ] as const) {
      rows.push(pad([word]))
      for (const unit of some) put(unit)
      if (sums) sum(some, '小计')
    }
  } else for (const unit of units) put(unit)
  if (sums) sum(units, pick(['合计', '总计']))
  if (foot) rows.push(pad(['注：本表数据截至2026年9月底。']), pad(['审核人：宓守信', null, '填表人：谭素心']))
  const moved = merges.map((merge) => ({
    ...merge,
    top: merge.top + titles.length,
    bottom: merge.bottom + titles.length,
  }))
  return {
    sheet: {
      name: pick(['Sheet1', '编制核定表', '机构编制']),
      hidden: false,
      rows: [...titles, ...rows],
      merges: moved,
    },
    about: `${across ? 'across' : 'down'}${groups ? ' groups' : ''}${sums ? ' sums' : ''} ${style} “${none}” ${head.join('|')}`,
  }
}
