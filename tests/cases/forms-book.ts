import type { BookTruth } from './kit/form-truth.ts'
import { roster, type Person } from './kit/people.ts'
import { xlsx, type Row } from './kit/write-files.ts'

/* The people of the forms: 26 in post, one unit without anybody, three off quota. */

export const AS_OF = '2026-11-30'
export const FULL = '事业编制（全额拨款）'
export const CIVIL = '事业编制（参公）'
export const WORKER = '机关工勤编制'

export interface QuotaRow {
  readonly unit: string
  readonly kind: string
  readonly category: string
  readonly quota: number
}
export const QUOTAS: readonly QuotaRow[] = [
  { unit: '乡领导班子', kind: '领导班子', category: '行政编制', quota: 5 },
  { unit: '党政综合办公室', kind: '内设机构', category: '行政编制', quota: 6 },
  { unit: '党政综合办公室', kind: '内设机构', category: WORKER, quota: 1 },
  { unit: '平安建设办公室', kind: '内设机构', category: '行政编制', quota: 4 },
  { unit: '便民服务中心', kind: '事业单位', category: FULL, quota: 5 },
  { unit: '农业农村综合服务中心', kind: '事业单位', category: FULL, quota: 7 },
  { unit: '综合行政执法大队', kind: '事业单位', category: CIVIL, quota: 4 },
  { unit: '文化旅游服务中心', kind: '事业单位', category: FULL, quota: 2 },
]

const everybody = roster(456, [
  ['乡领导班子', '行政编制', 4, ['党委书记', '党委副书记、乡长', '人大主席', '副乡长']],
  ['党政综合办公室', '行政编制', 5],
  ['党政综合办公室', WORKER, 1, ['驾驶员']],
  ['平安建设办公室', '行政编制', 3],
  ['便民服务中心', FULL, 4],
  ['农业农村综合服务中心', FULL, 6],
  ['综合行政执法大队', CIVIL, 3],
  ['便民服务中心', '劳务派遣', 1, ['窗口辅助']],
  ['农业农村综合服务中心', '公益性岗位', 2, ['护林员']],
]).map((one): Person => (one.politics === '中共预备党员' ? { ...one, politics: '群众' } : one))

export const inPost = everybody.filter((one) => one.category.includes('编制'))
export const off = everybody.filter((one) => !one.category.includes('编制'))

const TITLES = ['高级农艺师', '农艺师', '助理农艺师', '', '农艺师', '', '经济师', '助理经济师', '', '']
/** 职称 of a person in post; '' for none. Only 事业单位 people have one. */
export function titleOf(one: Person): string {
  if (one.category !== FULL) return ''
  return TITLES[inPost.filter((each) => each.category === FULL).indexOf(one)] ?? ''
}

export const bookFile = (): Buffer =>
  xlsx(
    {
      name: '编制核定',
      rows: [
        ['序号', '机构名称', '机构类别', '编制类型', '核定编制数', '领导职数', '批准文号'],
        ...QUOTAS.map((one, at): Row => [
          at + 1,
          one.unit,
          one.kind,
          one.category,
          one.quota,
          one.kind === '领导班子' ? 5 : null,
          '云编办〔2019〕12号',
        ]),
      ],
    },
    {
      name: '花名册',
      rows: [
        [
          '序号',
          '所在机构',
          '姓名',
          '性别',
          '身份证号',
          '出生年月',
          '民族',
          '政治面貌',
          '学历',
          '参加工作时间',
          '编制类型',
          '进入方式',
          '入编时间',
          '入编文号',
          '现任职务（岗位）',
          '职称',
        ],
        ...inPost.map((one, at): Row => [
          at + 1,
          one.unit,
          one.name,
          one.sex,
          one.id,
          one.birth.slice(0, 7),
          one.nation,
          one.politics,
          one.education,
          one.work,
          one.category,
          one.category === '行政编制' || one.category === CIVIL ? '考试录用' : '公开招聘',
          one.entered,
          documentOf(one),
          one.post,
          titleOf(one) || null,
        ]),
        ...off.map((one, at): Row => [
          inPost.length + at + 1,
          one.unit,
          one.name,
          one.sex,
          ...Array.from({ length: 6 }, () => null),
          one.category,
          null,
          null,
          null,
          one.post,
          null,
        ]),
      ],
    },
  )

export const documentOf = (one: Person): string => `云编办〔${one.entered.slice(0, 4)}〕${inPost.indexOf(one) + 1}号`

/** The one whose card is filled, and what only the 档案补充 holds. */
export const cardPerson = inPost.find((one) => one.unit === '党政综合办公室' && one.party !== null) ?? inPost[0]
export const CARD = {
  nativePlace: '江西万载',
  fullTimeEducation: '大专',
  fullTimeSchool: '赣西师范学院汉语言文学专业',
  inServiceEducation: '大学',
  inServiceSchool: '云岭省委党校行政管理专业',
}

export const bookTruth: BookTruth = {
  asOf: AS_OF,
  inPost: inPost.map((one) => one.name),
  off: off.map((one) => one.name),
  records: inPost
    .filter((one) => one.party !== null || one === cardPerson)
    .map((one) => ({
      person: one.name,
      content: { ...(one.party === null ? {} : { partyJoined: one.party }), ...(one === cardPerson ? CARD : {}) },
    })),
}

/** Full years from a month to the day of the forms (its last day of November, so that day and month agree). */
export const yearsSince = (month: string): number =>
  2026 - Number(month.slice(0, 4)) - (Number(month.slice(5, 7)) > 11 ? 1 : 0)
export const ageOf = (one: Person): number => yearsSince(one.birth)
