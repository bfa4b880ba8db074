import { createHash } from 'node:crypto'
import { checkDigitOf } from '../../electron/domain/identity/resident-id.ts'
import { gb18030 } from '../fixtures/gb18030.ts'
import { dice, type Dice } from './dice.ts'

/*
 * 任免审批表 as offices write them, made here by another hand than the product's: each with what it means. People are invented.
 */

export interface MadeForm {
  readonly name: string
  readonly fileName: string
  readonly bytes: Buffer
  readonly about: string
  readonly idNumber: string
  readonly birth: string
  readonly sex: '男' | '女'
  readonly meaning: Readonly<Record<string, unknown>>
  /** The file with one text in the place of another. */
  readonly rewritten: (from: string, to: string) => Buffer
}

type Encoding = 'utf8' | 'utf8-mark' | 'utf16le' | 'utf16be' | 'gbk'
const ENCODINGS: readonly Encoding[] = ['utf8', 'utf8-mark', 'utf16le', 'utf16be', 'gbk']
const DATES = ['yyyyMM', 'yyyyMMdd', 'yyyy.MM', 'yyyy.MM.dd', 'yyyy年M月', 'yyyy-MM'] as const
const DASHES = ['--', '—', '——', '～', '至', '-', '－－'] as const
const SURNAMES = '季商伏桑覃鄢庹甯佘屠阙蔺沃晏巫'
const GIVEN = '承平婉容远桥榆晚采薇子墨素琴开阳晓棠明礼亦安思齐惟一'

/** `count` forms, each in another manner; the same for the same seed. */
export function makeForms(count: number, seed: number): readonly MadeForm[] {
  const roll = dice(seed)
  return Array.from({ length: count }, (_, index) => makeForm(index, roll))
}

function makeForm(index: number, roll: Dice): MadeForm {
  const pick = <T>(from: readonly T[]): T => from[roll.below(from.length)] as T
  const second = GIVEN[index % GIVEN.length] ?? ''
  const third = GIVEN[Math.floor(index / GIVEN.length) % GIVEN.length] ?? ''
  const name = `${SURNAMES[index % SURNAMES.length]}${index % 9 === 0 ? '·' : ''}${second}${third}`
  const sex = roll.below(2) === 0 ? '男' : '女'
  const year = 1966 + roll.below(32)
  const month = String(1 + roll.below(12)).padStart(2, '0')
  const day = String(1 + roll.below(28)).padStart(2, '0')
  const first17 = `36232${roll.below(9)}${year}${month}${day}99${sex === '男' ? 1 + 2 * roll.below(4) : 2 * roll.below(4)}`
  const idNumber = first17 + checkDigitOf(first17)
  const style = pick(DATES)
  const dash = pick(DASHES)
  const newLine = pick(['\n', '\r\n', '&#xD;\n'])
  const encoding = ENCODINGS[index % ENCODINGS.length] ?? 'utf8'
  const date = (value: string) => written(value, style)
  const known = (value: string) => (style.includes('dd') ? value : value.slice(0, 7))
  const party = pick([
    { text: date(`${year + 24}-07-01`), joinedPartyOn: known(`${year + 24}-07-01`), otherParty: null },
    { text: `${date(`${year + 25}-03-02`)}；民建`, joinedPartyOn: known(`${year + 25}-03-02`), otherParty: '民建' },
    { text: '九三学社', joinedPartyOn: null, otherParty: '九三学社' },
    { text: '', joinedPartyOn: null, otherParty: null },
    { text: '群众', joinedPartyOn: null, otherParty: null },
  ])
  const started = `${year + 22}-08-15`
  const dot = (y: number, m: string) => (dash === '至' ? `${y}年${Number(m)}月` : `${y}.${m}`)
  const study = `（其间：${year + 26}.09${dash}${year + 28}.12某省委党校经济管理专业大学学习）`
  const resume = [
    { from: `${year + 18}-09`, to: `${year + 22}-07`, text: '赣西某学院农学专业学习' },
    { from: `${year + 22}-08`, to: `${year + 27}-03`, text: `云溪乡干事${index % 2 === 0 ? study : ''}` },
    { from: `${year + 27}-03`, to: null, text: '云溪乡财政所会计' },
  ]
  const lines = [
    `${dot(year + 18, '09')}${dash}${dot(year + 22, '07')}  赣西某学院农学专业学习`,
    `${dot(year + 22, '08')}${dash}${dot(year + 27, '03')}  云溪乡干事`,
    ...(index % 2 === 0 ? [`                  ${study}`] : []),
    `${dot(year + 27, '03')}${dash}${index % 3 === 0 ? '今       ' : '         '}云溪乡财政所会计`,
  ]
  const family = Array.from({ length: roll.below(7) }, (_, place) => ({
    relation: ['妻子', '父亲', '母亲', '儿子', '女儿', '岳父', '岳母'][place] ?? '亲属',
    name: `${SURNAMES[roll.below(SURNAMES.length)]}${GIVEN[roll.below(GIVEN.length)]}${place}`,
    birth: place === 5 ? null : known(`${year - 20 + place * 7}-0${1 + place}-11`),
    politicalStatus: pick(['群众', '中共党员', '']),
    work: pick(['云溪乡下坊村村民', '云溪县第一小学教师 <兼职> & 顾问', '已去世']),
  }))
  const photo =
    index % 4 === 0
      ? Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: 400 }, () => roll.below(256))])
      : null
  const elements: (readonly [string, string])[] = [
    ['XingMing', index % 5 === 1 ? spaced(name) : name],
    ['XingBie', sex],
    ['ChuShengNianYue', date(`${year}-${month}-${day}`)],
    ['MinZu', pick(['汉族', '畲族', '维吾尔族'])],
    ['JiGuan', '江西上高'],
    ['ChuShengDi', pick(['江西万载', ''])],
    ['RuDangShiJian', party.text],
    ['CanJiaGongZuoShiJian', date(started)],
    ['JianKangZhuangKuang', '健康'],
    ['ZhuanYeJiShuZhiWu', pick(['会计师', ''])],
    ['ShuXiZhuanYeYouHeZhuanChang', pick(['', '基层党建、“三农”工作'])],
    ['QuanRiZhiJiaoYu_XueLi', '大学'],
    ['QuanRiZhiJiaoYu_XueWei', pick(['', '农学学士'])],
    ['QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi', '赣西某学院农学专业'],
    ['QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi', ''],
    ['ZaiZhiJiaoYu_XueLi', pick(['', '研究生'])],
    ['ZaiZhiJiaoYu_XueWei', ''],
    ['ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi', pick(['', '某省委党校'])],
    ['ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi', ''],
    ['XianRenZhiWu', '云溪乡财政所会计'],
    ['NiRenZhiWu', pick(['', '云溪乡财政所所长'])],
    ['NiMianZhiWu', ''],
    ['JianLi', lines.join(newLine)],
    ['JiangChengQingKuang', '无'],
    ['NianDuKaoHeJieGuo', '2024年、2025年年度考核均为称职'],
    ['RenMianLiYou', pick(['', '工作需要'])],
    ['ChengBaoDanWei', '云溪乡党委'],
    ['JiSuanNianLingShiJian', '20261101'],
    ['TianBiaoShiJian', pick(['20261120', '202611'])],
    ['TianBiaoRen', '阙明礼'],
    ...(index % 7 === 3 ? [] : [['ShenFenZheng', idNumber] as const]),
    ...(index % 3 === 0 ? [['DaoLingNianYue', '205203'] as const] : []),
    ...(index % 6 === 0 ? [['X_ZiDingYi', '本单位自己加的'] as const] : []),
  ]
  const value = (element: string) => elements.find(([own]) => own === element)?.[1] ?? ''
  const ordered = index % 4 === 2 ? elements.toSorted(() => roll.below(3) - 1) : elements
  const pad = index % 8 === 5 ? '\n    ' : ''
  const body = ordered.map(([element, text]) => {
    const attributes = index % 11 === 4 && element === 'XingMing' ? ' xml:lang="zh" note="a&amp;b"' : ''
    if (text === '' && index % 2 === 1) return `<${element}${attributes} />`
    if (element === 'JianLi' && index % 5 === 2 && newLine !== '&#xD;\n') return `<JianLi><![CDATA[${text}]]></JianLi>`
    const inner = element === 'JianLi' ? text : `${pad}${escape(text)}${pad}`
    return `<${element}${attributes}>${inner}</${element}>`
  })
  const rows = family.map(
    (member) =>
      `<Item><ChengWei>${member.relation}</ChengWei><XingMing>${member.name}</XingMing><ChuShengRiQi>` +
      (member.birth === null ? '' : date(`${member.birth}${member.birth.length === 7 ? '-11' : ''}`)) +
      `</ChuShengRiQi><ZhengZhiMianMao>${member.politicalStatus}</ZhengZhiMianMao>` +
      `<GongZuoDanWeiJiZhiWu>${escape(member.work)}</GongZuoDanWeiJiZhiWu></Item>`,
  )
  const spare = index % 3 === 1 ? ['<Item><ChengWei></ChengWei><XingMing/></Item>', '<Item />'] : []
  const end = newLine === '&#xD;\n' ? '\n' : newLine
  const declared = {
    utf8: 'utf-8',
    'utf8-mark': 'UTF-8',
    utf16le: 'utf-16',
    utf16be: 'utf-16',
    gbk: pick(['GBK', 'gb2312']),
  }[encoding]
  const text = [
    index % 13 === 7 && encoding === 'utf8' ? '' : `<?xml version="1.0" encoding="${declared}"?>`,
    index % 10 === 9
      ? '<!-- 由某软件导出 --><Person xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
      : '<Person>',
    ...body,
    index % 6 === 5 ? '<!-- 家庭 -->' : '',
    `<JiaTingChengYuan>${[...rows, ...spare].join(end)}</JiaTingChengYuan>`,
    `<ZhaoPian>${photo === null ? '' : photo.toString('base64').replaceAll(/(.{76})/g, `$1${index % 8 === 0 ? end : ''}`)}</ZhaoPian>`,
    '<Version>3.2.1.16</Version>',
    '</Person>',
  ]
    .filter((line) => line !== '')
    .join(end)
  return {
    name,
    fileName: `${String(index).padStart(3, '0')}${name}.${index % 9 === 8 ? 'LRMX' : 'lrmx'}`,
    bytes: encoded(text, encoding),
    rewritten: (from, to) => encoded(text.replace(from, to), encoding),
    about: `${encoding} ${style} ${dash} ${JSON.stringify(newLine)}`,
    idNumber,
    birth: `${year}-${month}-${day}`,
    sex,
    meaning: {
      name,
      sex,
      birth: `${year}-${month}-${day}`,
      ethnicity: value('MinZu'),
      birthplace: value('ChuShengDi'),
      joinedPartyOn: party.joinedPartyOn,
      otherParty: party.otherParty,
      startedWorkOn: known(started),
      professionalTitle: value('ZhuanYeJiShuZhiWu'),
      specialty: value('ShuXiZhuanYeYouHeZhuanChang'),
      fullTime: { education: '大学', degree: value('QuanRiZhiJiaoYu_XueWei'), school: '赣西某学院农学专业' },
      inService: {
        education: value('ZaiZhiJiaoYu_XueLi'),
        degree: '',
        school: value('ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi'),
      },
      post: '云溪乡财政所会计',
      proposedPost: value('NiRenZhiWu'),
      removedPost: '',
      resume,
      honours: '无',
      reason: value('RenMianLiYou'),
      family,
      idNumber,
      reportingUnit: '云溪乡党委',
      ageAsOf: '2026-11-01',
      filledOn: value('TianBiaoShiJian') === '202611' ? '2026-11' : '2026-11-20',
      filledBy: '阙明礼',
      photo: photo === null ? null : createHash('sha256').update(photo).digest('hex'),
    },
  }
}

function written(value: string, style: (typeof DATES)[number]): string {
  const [year = '', month = '', day = '01'] = value.split('-')
  switch (style) {
    case 'yyyyMM':
      return `${year}${month}`
    case 'yyyyMMdd':
      return `${year}${month}${day}`
    case 'yyyy.MM':
      return `${year}.${month}`
    case 'yyyy.MM.dd':
      return `${year}.${month}.${day}`
    case 'yyyy-MM':
      return `${year}-${month}`
    case 'yyyy年M月':
      return `${year}年${Number(month)}月`
  }
}

/** A name of two characters stands as wide as one of three. */
function spaced(name: string): string {
  return Array.from(name).join(' ')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function encoded(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf8':
      return Buffer.from(text)
    case 'utf8-mark':
      return Buffer.from(`\uFEFF${text}`)
    case 'utf16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le')
    case 'utf16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
    case 'gbk':
      return gb18030(text)
  }
}
