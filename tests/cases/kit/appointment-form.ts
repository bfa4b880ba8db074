import { crc32, deflateSync } from 'node:zlib'
import type { Person } from './people.ts'

/* 任免审批表 as the editors write them: the elements of one person, and what they mean. */

export type Element = readonly [tag: string, text: string]

export interface Relative {
  readonly relation: string
  readonly name: string
  readonly birth: string
  readonly politicalStatus: string
  readonly work: string
}

export interface Stage {
  readonly from: string
  /** null: still running. */
  readonly to: string | null
  readonly text: string
  /** Study in service, written on a line of its own in brackets. */
  readonly meanwhile?: string
}

export interface Education {
  readonly education: string
  readonly degree: string
  readonly school: string
}

/** Each in the words of the book; months as `YYYY-MM`. */
export interface Meaning {
  readonly name: string
  readonly sex: string
  readonly birth: string
  readonly ethnicity: string
  readonly nativePlace: string
  readonly joinedPartyOn: string | null
  readonly otherParty: string | null
  readonly startedWorkOn: string
  readonly health: string
  readonly birthplace: string
  readonly professionalTitle: string
  readonly specialty: string
  readonly fullTime: Education
  readonly inService: Education
  readonly post: string
  readonly proposedPost: string
  readonly removedPost: string
  readonly resume: readonly { readonly from: string; readonly to: string | null; readonly text: string }[]
  readonly honours: string
  readonly assessments: string
  readonly reason: string
  readonly family: readonly Relative[]
  readonly photo: string | null
  readonly idNumber?: string
}

/** How an office writes it. */
export interface Manner {
  /** Between year and month: '' for 199403, '.' for 1994.03. */
  readonly dot: '' | '.'
  /** Between the two months of a stage. */
  readonly dash: string
}

export interface Draft {
  readonly person: Person
  readonly manner: Manner
  readonly stages: readonly Stage[]
  readonly family: readonly Relative[]
  readonly photo: Buffer | null
  readonly otherParty?: string
  readonly more?: Partial<
    Pick<Meaning, 'proposedPost' | 'removedPost' | 'reason' | 'professionalTitle' | 'specialty' | 'honours' | 'health'>
  >
  readonly fullTime?: Education
  readonly inService?: Education
}

export const NO_EDUCATION: Education = { education: '', degree: '', school: '' }

const month = (value: string, manner: Manner) => value.slice(0, 7).replace('-', manner.dot)
const INDENT = ' '.repeat(18)

export function resumeText(stages: readonly Stage[], manner: Manner): string {
  const point = (value: string) => value.replace('-', '.')
  return stages
    .flatMap((one) => [
      `${point(one.from)}${manner.dash}${one.to === null ? '       ' : point(one.to)}  ${one.text}`,
      ...(one.meanwhile === undefined ? [] : [`${INDENT}（其间：${one.meanwhile}）`]),
    ])
    .join('\n')
}

export function meaningOf(draft: Draft, photoSha256: string | null): Meaning {
  const { person, more = {} } = draft
  return {
    name: person.name,
    sex: person.sex,
    birth: person.birth,
    ethnicity: person.nation,
    nativePlace: '江西上高',
    joinedPartyOn: person.party,
    otherParty: draft.otherParty ?? null,
    startedWorkOn: person.work,
    health: more.health ?? '健康',
    birthplace: '湖南醴陵',
    professionalTitle: more.professionalTitle ?? '',
    specialty: more.specialty ?? '',
    fullTime: draft.fullTime ?? NO_EDUCATION,
    inService: draft.inService ?? NO_EDUCATION,
    post: `云溪乡${person.unit}${person.post}`,
    proposedPost: more.proposedPost ?? '',
    removedPost: more.removedPost ?? '',
    resume: draft.stages.map(({ from, to, text, meanwhile }) => ({
      from,
      to,
      text: meanwhile === undefined ? text : `${text}（其间：${meanwhile}）`,
    })),
    honours: more.honours ?? '无',
    assessments: '2024年、2025年年度考核均为称职',
    reason: more.reason ?? '',
    family: draft.family,
    photo: photoSha256,
    idNumber: person.id,
  }
}

/** The elements in the order of the editor, 家庭成员 and the picture apart. */
export function elementsOf(draft: Draft, meaning: Meaning): readonly Element[] {
  const { manner } = draft
  const joined = meaning.joinedPartyOn === null ? '' : month(meaning.joinedPartyOn, manner)
  return [
    ['XingMing', meaning.name],
    ['XingBie', meaning.sex],
    ['ChuShengNianYue', month(meaning.birth, manner)],
    ['MinZu', meaning.ethnicity],
    ['JiGuan', meaning.nativePlace],
    ['ChuShengDi', meaning.birthplace],
    ['RuDangShiJian', [joined, draft.otherParty ?? ''].filter((one) => one !== '').join('；')],
    ['CanJiaGongZuoShiJian', month(meaning.startedWorkOn, manner)],
    ['JianKangZhuangKuang', meaning.health],
    ['ZhuanYeJiShuZhiWu', meaning.professionalTitle],
    ['ShuXiZhuanYeYouHeZhuanChang', meaning.specialty],
    ['QuanRiZhiJiaoYu_XueLi', meaning.fullTime.education],
    ['QuanRiZhiJiaoYu_XueWei', meaning.fullTime.degree],
    ['QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi', meaning.fullTime.school],
    ['QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi', ''],
    ['ZaiZhiJiaoYu_XueLi', meaning.inService.education],
    ['ZaiZhiJiaoYu_XueWei', meaning.inService.degree],
    ['ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi', meaning.inService.school],
    ['ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi', ''],
    ['XianRenZhiWu', meaning.post],
    ['NiRenZhiWu', meaning.proposedPost],
    ['NiMianZhiWu', meaning.removedPost],
    ['JianLi', resumeText(draft.stages, manner)],
    ['JiangChengQingKuang', meaning.honours],
    ['NianDuKaoHeJieGuo', meaning.assessments],
    ['RenMianLiYou', meaning.reason],
    ['JiaTingChengYuan', ''],
    ['ChengBaoDanWei', '中共云溪乡委员会'],
    ['JiSuanNianLingShiJian', '20261130'],
    ['TianBiaoShiJian', '20261128'],
    ['TianBiaoRen', '温书恒'],
    ['ShenFenZheng', meaning.idNumber ?? ''],
    ['ZhaoPian', draft.photo === null ? '' : draft.photo.toString('base64')],
    ['Version', '3.2.1.16'],
  ]
}

/** The five fields of a relative, as `Item` holds them. */
export function relativeElements(one: Relative, manner: Manner): readonly Element[] {
  return [
    ['ChengWei', one.relation],
    ['XingMing', one.name],
    ['ChuShengRiQi', month(one.birth, manner)],
    ['ZhengZhiMianMao', one.politicalStatus],
    ['GongZuoDanWeiJiZhiWu', one.work],
  ]
}

/** A picture of 4:5 with a colour of its own. */
export function picture(shade: number): Buffer {
  const [width, height] = [40, 50]
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height, shade)
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
