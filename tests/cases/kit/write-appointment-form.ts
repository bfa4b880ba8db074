import { relativeElements, type Draft, type Element } from './appointment-form.ts'
import { escaped } from './write-files.ts'

/* A 任免审批表 as .lrmx (XML, in several manners) and as the older .lrm. */

export interface XmlManner {
  readonly encoding: string
  readonly line: string
  /** Empty elements as <A/>. */
  readonly short?: true
  readonly text?: (tag: string, text: string) => string
  readonly before?: (tag: string) => string
  readonly attributes?: string
}

/** The whole file; elements in the order given. */
export function xml(elements: readonly Element[], form: Draft, manner: XmlManner): string {
  const { line, text = (_: string, value: string) => escaped(value) } = manner
  const one = (tag: string, value: string, indent: string) =>
    value === '' && manner.short === true ? `${indent}<${tag}/>` : `${indent}<${tag}>${text(tag, value)}</${tag}>`
  const items = form.family.flatMap((each) => [
    '    <Item>',
    ...relativeElements(each, form.manner).map(([tag, value]) => one(tag, value, '      ')),
    '    </Item>',
  ])
  const lines = elements.flatMap(([tag, value]) => [
    ...(manner.before?.(tag) === undefined || manner.before(tag) === '' ? [] : [`  ${manner.before(tag)}`]),
    ...(tag === 'JiaTingChengYuan'
      ? ['  <JiaTingChengYuan>', ...items, '  </JiaTingChengYuan>']
      : [one(tag, value, '  ')]),
  ])
  return [
    `<?xml version="1.0" encoding="${manner.encoding}"?>`,
    `<Person${manner.attributes ?? ''}>`,
    ...lines,
    '</Person>',
    '',
  ]
    .join('\n')
    .replaceAll('\n', line)
}

/** 33 fields in quotes; people of a column joined by @, twelve places. */
export function oldForm(elements: readonly Element[], form: Draft): string {
  const of = (tag: string) => elements.find(([name]) => name === tag)?.[1] ?? ''
  const column = (tag: string) => {
    const texts = form.family.map((one) => relativeElements(one, form.manner).find(([name]) => name === tag)?.[1] ?? '')
    return [...texts, ...Array.from({ length: 13 - texts.length }, () => '')].join('@')
  }
  const pair = (part: string) =>
    `${of(`QuanRiZhiJiaoYu_XueLi${part}`)}#${of(`QuanRiZhiJiaoYu_XueWei${part}`)}@${of(`ZaiZhiJiaoYu_XueLi${part}`)}#${of(`ZaiZhiJiaoYu_XueWei${part}`)}`
  const fields = [
    ...[
      'XingMing',
      'XingBie',
      'ChuShengNianYue',
      'MinZu',
      'JiGuan',
      'RuDangShiJian',
      'JianKangZhuangKuang',
      'ChuShengDi',
      'CanJiaGongZuoShiJian',
    ].map(of),
    pair(''),
    pair('_BiYeYuanXiaoXi'),
    of('ZhuanYeJiShuZhiWu'),
    '',
    '',
    '',
    '',
    of('ShuXiZhuanYeYouHeZhuanChang'),
    of('JianLi'),
    of('JiangChengQingKuang'),
    of('NianDuKaoHeJieGuo'),
    ...['ChengWei', 'XingMing', 'ChuShengRiQi', 'ZhengZhiMianMao', 'GongZuoDanWeiJiZhiWu'].map(column),
    ...[
      'XianRenZhiWu',
      'NiRenZhiWu',
      'NiMianZhiWu',
      'RenMianLiYou',
      'ChengBaoDanWei',
      'JiSuanNianLingShiJian',
      'TianBiaoRen',
      'TianBiaoShiJian',
    ].map(of),
  ]
  return fields
    .map((field) => `"${field}"`)
    .join(',')
    .replaceAll('\n', '\r\n')
}
