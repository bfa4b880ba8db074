import { utils, write, type CellObject, type WorkSheet } from 'xlsx'
import { checkDigitOf } from '../../electron/domain/identity/resident-id.ts'

const SURNAMES = Array.from(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳',
)
const GIVEN = Array.from(
  '安邦昌达恩芳国海慧佳建静俊凯兰磊丽林玲梅敏明娜宁鹏萍强琴青荣瑞珊生树涛婷伟文霞翔晓欣雪燕阳怡英勇玉媛志',
)
const REGIONS = ['360121', '360902', '362201', '362321', '362401', '362502']
const HEADER = [
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
  '备注',
]

type Cell = string | number

export interface BigWorkbookSize {
  readonly people: number
  readonly units: number
}

/**
 * A clerk's workbook of any size as .xlsx bytes: quota sheet and roster, invented people. ID numbers carry the sequences 990–999 and right
 * check digits; no two are alike up to 60,000 people.
 */
export function bigWorkbook({ people, units }: BigWorkbookSize): Uint8Array {
  const names = Array.from({ length: units }, (_, index) =>
    index % 3 === 0 ? `第${index + 1}办公室` : `第${index + 1}服务中心`,
  )
  const perUnit = Math.ceil(people / units)
  const quotas: Cell[][] = [
    ['机构编制核定情况表'],
    ['序号', '机构名称', '加挂牌子', '机构类别', '编制类型', '核定编制数', '领导职数', '批准文号'],
  ]
  names.forEach((name, index) =>
    quotas.push([
      index + 1,
      name,
      '',
      isOffice(index) ? '内设机构' : '事业单位',
      isOffice(index) ? '行政编制' : '事业编制',
      perUnit,
      '',
      '试编办〔2020〕1号',
    ]),
  )
  const sheets: Readonly<Record<string, WorkSheet>> = {
    机构编制: denseSheet(quotas),
    人员花名册: denseSheet([
      ['编制实名制人员花名册'],
      HEADER,
      ...Array.from({ length: people }, (_, index) => personRow(index, names, perUnit)),
    ]),
  }
  const bytes: unknown = write(
    { SheetNames: Object.keys(sheets), Sheets: sheets },
    { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true },
  )
  if (!(bytes instanceof Uint8Array)) throw new Error('xlsx wrote no bytes')
  return bytes
}

function isOffice(unit: number): boolean {
  return unit % 3 === 0
}

function personRow(index: number, units: readonly string[], perUnit: number): readonly Cell[] {
  const unit = Math.floor(index / perUnit)
  const number = idNumber(index)
  const office = isOffice(unit)
  const entered = `${2000 + (index % 24)}-${pad((index % 12) + 1)}`
  return [
    index + 1,
    units[unit] ?? '',
    nameOf(index),
    Number(number.charAt(16)) % 2 === 1 ? '男' : '女',
    number,
    `${number.slice(6, 10)}-${number.slice(10, 12)}`,
    '汉族',
    index % 3 === 0 ? '中共党员' : '群众',
    ['大学本科', '大学专科', '硕士研究生'][index % 3] ?? '',
    entered,
    office ? '行政编制' : '事业编制',
    office ? '考试录用' : '公开招聘',
    entered,
    `试编办〔${2000 + (index % 24)}〕${(index % 300) + 1}号`,
    office ? '科员' : '专业技术岗十二级',
    '',
  ]
}

/** Day of birth and region run through, so that with ten sequences every number is another. */
function idNumber(index: number): string {
  const sequence = 990 + (index % 10)
  const day = Math.floor(index / 10)
  const birth = `${1970 + (Math.floor(day / 336) % 28)}${pad((Math.floor(day / 28) % 12) + 1)}${pad((day % 28) + 1)}`
  const first17 = `${REGIONS[Math.floor(day / 9408) % REGIONS.length] ?? ''}${birth}${sequence}`
  return first17 + checkDigitOf(first17)
}

function nameOf(index: number): string {
  const pick = (list: readonly string[], by: number) => list[by % list.length] ?? ''
  return (
    pick(SURNAMES, index) +
    pick(GIVEN, Math.floor(index / SURNAMES.length)) +
    pick(GIVEN, Math.floor(index / 7) + index)
  )
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

/** Text cells stay text, numbers numbers; nothing else occurs. */
function denseSheet(rows: readonly (readonly Cell[])[]): WorkSheet {
  const data = rows.map((row) =>
    row.map((value): CellObject | undefined =>
      value === '' ? undefined : typeof value === 'number' ? { t: 'n', v: value } : { t: 's', v: value },
    ),
  )
  const width = Math.max(...rows.map((row) => row.length))
  return {
    '!data': data,
    '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: width - 1 } }),
  } as unknown as WorkSheet
}
