import { dotted, of, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, separated, xlsx, type DayCell, type Row, type Value } from './kit/write-files.ts'

/* T04, T05, T09, T12, T13, T14: import templates, formulas, pictures in cells, dirty text, a list over two sheets, a printed copy. */

const blanks = (count: number): readonly null[] => Array.from({ length: count }, () => null)
const line = (text: string, columns: number): Row => [text, ...blanks(columns - 1)]
const EDUCATION_CODE: Readonly<Record<string, string>> = {
  硕士研究生: '14-硕士研究生',
  大学本科: '21-大学本科',
  大学专科: '31-大学专科',
  中等专科: '41-中等专科',
}

export const thirteenthSystemCases: readonly (() => Case)[] = [
  () => {
    const people = roster(13004, [
      ['党政办公室', '行政编制', 4],
      ['公共管理办公室', '行政编制', 3],
      ['农业服务中心', '事业编制', 4],
      ['文体服务中心', '事业编制', 3],
    ])
    const inner = (one: Person) => one.category === '行政编制'
    const day = (text: string) => text.replaceAll('-', '')
    const columns: readonly Column[] = [
      ['*姓名', (one) => one.name],
      ['*证件类型', () => '1-居民身份证'],
      ['*证件号码', (one) => one.id],
      ['*性别', (one) => (one.sex === '男' ? '1-男' : '2-女')],
      ['*出生日期', (one) => day(one.birth)],
      ['*学历', (one) => EDUCATION_CODE[one.education] ?? null],
      ['*所在单位', (one) => (inner(one) ? '云溪乡人民政府' : one.unit)],
      ['所在机构', (one) => (inner(one) ? one.unit : null)],
      ['*编制类型', (one) => (inner(one) ? '1-行政编制' : '3-事业编制')],
      ['*入编日期', (one) => `${day(one.entered)}01`],
      ['人员管理状态', () => '1-现职'],
      ['职务（岗位）', (one) => one.post],
    ]
    const [head, ...body] = staffSheet(people, columns)
    const hints: Row = [
      '文本，不超过36字',
      '下拉选择',
      '18位',
      '下拉选择',
      '8位数字',
      '下拉选择',
      '填法人单位名称',
      '没有内设机构的不填',
      '下拉选择',
      '8位数字',
      '下拉选择',
      '文本',
    ]
    return {
      truth: {
        case: 'T04-多张表的导入模板',
        file: 'T04-多张表的导入模板.xlsx',
        about:
          '系统导入模板：说明、只有表头的几张表、带*的表头、提示行、“1-男”代码；有内设机构的取所在机构，没有的取所在单位',
        people: told(people, 'id', 'sex', 'birth', 'enteredOn', 'post'),
      },
      bytes: xlsx(
        {
          name: '填写说明',
          rows: [
            line('机构编制实名制信息导入模板（V2018.11）', 2),
            [1, '带*的为必填项，请勿修改表头和工作表名称。'],
            [2, '日期按8位数字填写，如20180901。'],
            [3, '代码项请从下拉列表中选择。'],
          ],
        },
        { name: '1机构信息', rows: [['*机构名称', '*机构编码', '机构级别', '*机构类型', '上级机构']] },
        { name: '2人员基本信息', rows: head === undefined ? [] : [head, hints, ...body] },
        { name: '3年度考核', rows: [['*姓名', '*证件号码', '*考核年度', '*考核结果']] },
        { name: '4家庭成员', rows: [['*姓名', '*证件号码', '称谓', '成员姓名', '工作单位及职务']] },
        {
          name: '代码',
          rows: [
            ['性别', '编制类型', '人员管理状态'],
            ['1-男', '1-行政编制', '1-现职'],
            ['2-女', '2-参公事业编制', '2-离退'],
            [null, '3-事业编制', '3-调出'],
            [null, '4-其他', '4-已去世'],
          ],
          hidden: true,
        },
      ),
    }
  },
  () => {
    const people = roster(13005, [
      ['综合办公室', '行政编制', 4],
      ['民政和社会保障办公室', '行政编制', 3],
      ['农产品质量监管站', '事业编制', 3],
      ['国土规划环保站', '事业编制', 4],
    ])
    const at = (text: string, format: string): DayCell => ({ day: text, format })
    const first = 4
    const columns: readonly Column[] = [
      column.number,
      ['姓名', (one) => one.name],
      ['身份证号码', (one) => `'${one.id}`],
      ['性别', (one) => one.sex],
      ['出生日期', (one) => at(one.birth, 'yyyy/m/d')],
      ['年龄', (one) => 2026 - Number(one.birth.slice(0, 4))],
      ['所在科室（站所）', (one) => one.unit],
      ['编制', (one) => (one.category === '行政编制' ? '行政' : '事业')],
      ['参加工作时间', (one) => at(`${one.work}-01`, 'yyyy"年"m"月"')],
      ['入编时间', (one) => at(`${one.entered}-01`, 'yyyy\\.mm')],
      ['职务', (one) => one.post],
    ]
    const rows: Row[] = [
      line('云溪乡工作人员信息库', 11),
      ['更新日期', at('2026-11-25', 'yyyy-mm-dd'), ...blanks(9)],
      ...staffSheet(people, columns),
      ['人数', people.length, ...blanks(3), 44, ...blanks(5)],
    ]
    const formulas: Record<string, string> = {}
    people.forEach((_, place) => {
      const row = first + place
      formulas[`A${row}`] = `ROW()-${first - 1}`
      formulas[`D${row}`] = `IF(MOD(MID(C${row},18,1),2)=1,"男","女")`
      formulas[`F${row}`] = `YEAR(TODAY())-YEAR(E${row})`
    })
    const end = first + people.length
    formulas[`B${end}`] = `COUNTA(B${first}:B${end - 1})`
    formulas[`F${end}`] = `ROUND(AVERAGE(F${first}:F${end - 1}),0)`
    return {
      truth: {
        case: 'T05-公式和真日期',
        file: 'T05-公式和真日期.xls',
        about: '性别、年龄、序号都是公式，三种格式的真日期，身份证号前有单引号，末行人数和平均年龄',
        people: told(people, 'id', 'sex', 'birth', 'enteredOn', 'post'),
      },
      bytes: biff({ name: '信息库', rows, merges: ['A1:K1'], formulas }),
    }
  },
  () => {
    const people = roster(13009, [
      ['党建办', '行政编制', 4],
      ['纪检监察室', '行政编制', 2],
      ['畜牧站', '事业编制', 3],
      ['公共就业服务所', '事业编制', 4],
    ])
    const rows: Row[] = [
      line('云溪乡干部职工（含照片）信息册', 7),
      ['序号', '照片', '姓名', '性别', '职务', '身份证号', '入编年月'],
    ]
    const formulas: Record<string, string> = {}
    let number = 0
    for (const unit of unitsOf(people)) {
      const staff = of(people, unit)
      rows.push(line(`部门：${unit}　　编制性质：${staff[0]?.category ?? ''}　　人数：${staff.length}人`, 7))
      for (const one of staff) {
        number += 1
        const call = `DISPIMG("ID_${String(number).padStart(4, '0')}9C0F4A2E4D18B5A1F3E07D6C2B9A",1)`
        rows.push([number, `=${call}`, one.name, one.sex, one.post, one.id, one.entered.replace('-', '年') + '月'])
        formulas[`B${rows.length}`] = `_xlfn.${call}`
      }
    }
    rows.push(['共计', null, `${number}人`, ...blanks(4)])
    return {
      truth: {
        case: 'T09-照片公式和部门行',
        file: 'T09-照片公式和部门行.xlsx',
        about: '照片列是 DISPIMG 公式，“部门：　编制性质：　人数：”写在每组上面一行，表头只有一次',
        people: told(people, 'id', 'sex', 'enteredOn', 'post'),
      },
      bytes: xlsx({ name: '信息册', rows, formulas, merges: ['A1:G1'] }),
    }
  },
  () => {
    const made = roster(13012, [
      ['党政办公室', '行政编制', 5],
      ['规划建设办公室', '行政编制', 3],
      ['社会事务服务中心', '事业编制', 4],
      ['乡村治理服务站', '事业编制', 3],
    ])
    const people = made.map((one, at): Person => (at === 8 ? { ...one, name: '阿依努尔·买买提' } : one))
    const full = (text: string) =>
      Array.from(text, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0)).join('')
    const name = (one: Person, at: number) =>
      [one.name, Array.from(one.name).join(' '), ` ${one.name}`, `${one.name}　`, one.name][
        one.name.includes('·') ? 0 : at % 5
      ] ?? null
    const number = (one: Person, at: number) =>
      [
        one.id,
        `${one.id.slice(0, 6)} ${one.id.slice(6, 14)} ${one.id.slice(14)}`,
        full(one.id),
        `="${one.id}"`,
        one.id.toLowerCase(),
        `${one.id} `,
      ][at % 6] ?? null
    const columns: readonly Column[] = [
      column.number,
      ['工作部门', (one, at) => [one.unit, `${one.unit} `, `　${one.unit}`][at % 3] ?? null],
      ['姓　名', name],
      ['性别\n（男/女）', (one, at) => [one.sex, `${one.sex}性`, ` ${one.sex}`][at % 3] ?? null],
      ['身份证\n号码', number],
      ['编制种类', (one, at) => [one.category, ` ${one.category}`, one.category.slice(0, 2)][at % 3] ?? null],
      [
        '入编\n年月',
        (one, at) => [dotted(one.entered), ` ${one.entered}`, one.entered.replace('-', '/')][at % 3] ?? null,
      ],
      ['职务或\n岗位', (one) => one.post],
      ['备注', (_, at): Value => (at === 1 ? '身份证号已核对，\n与户口簿一致' : null)],
    ]
    const rows: Row[] = [
      line('云溪乡人员信息采集表,第3次修改稿', 9),
      line('', 9),
      ...staffSheet(people, columns),
      blanks(9),
      ['制表人：', '（略）', null, null, '复核人：', '（略）', null, null, null],
    ]
    return {
      truth: {
        case: 'T12-脏字符的逗号文本',
        file: 'T12-脏字符的逗号文本.csv',
        about: '带 BOM 的 .csv：引号内换行的表头和备注，姓名、部门、身份证号前后和中间有空格，全角数字，小写 x，="…"',
        people: told(people, 'id', 'sex', 'enteredOn', 'post'),
      },
      bytes: Buffer.from(`\ufeff${separated(rows, ',')}`),
    }
  },
  () => {
    const people = roster(13013, [
      ['党政和人大办公室', '行政编制', 4],
      ['基层治理办公室', '行政编制', 3],
      ['农村经营管理站', '事业编制', 4],
      ['水务管理站', '事业编制', 2],
    ])
    const basic: readonly Column[] = [
      column.number,
      ['姓名', (one) => one.name],
      ['性别', (one) => one.sex],
      ['公民身份号码', (one) => one.id],
      ['学历', (one) => one.education],
      ['所在机构', (one) => one.unit],
      ['现任职务', (one) => one.post],
    ]
    const seats: readonly Column[] = [
      column.number,
      ['姓名', (one) => one.name],
      ['公民身份号码', (one) => one.id],
      ['编制类型', (one) => one.category],
      ['入编时间', (one) => one.entered],
      ['入编方式', (_, at) => ['考试录用', '调入', '公开招聘'][at % 3] ?? null],
    ]
    const byId = [...people].sort((a, b) => (a.id < b.id ? -1 : 1))
    return {
      truth: {
        case: 'T13-两张表合起来',
        file: 'T13-两张表合起来.xlsx',
        about: '表1是基本情况（机构、职务），表2是编制情况（编制类型、入编时间），次序不同，要按身份证号合起来',
        people: told(people, 'id', 'sex', 'education', 'enteredOn', 'post'),
      },
      bytes: xlsx(
        {
          name: '表1基本情况',
          rows: [line('表1　人员基本情况表', 7), ...staffSheet(people, basic)],
          merges: ['A1:G1'],
        },
        { name: '表2编制情况', rows: [line('表2　人员编制情况表', 6), ...staffSheet(byId, seats)], merges: ['A1:F1'] },
      ),
    }
  },
  () => {
    const people = roster(13014, [
      ['组织和宣传办公室', '行政编制', 4],
      ['自然资源管理办公室', '行政编制', 2],
      ['科技文化服务中心', '事业编制', 4],
      ['交通和公路管理站', '事业编制', 3],
    ])
    const columns: readonly Column[] = [
      ['姓名', (one) => one.name],
      ['部门名称', (one) => one.unit],
      ['岗位', (one) => one.post],
      ['性别', (one) => one.sex],
      ['身份证', (one) => one.id],
      ['编制', (one) => one.category],
      ['入编时间', (one) => dotted(one.entered)],
    ]
    const data = staffSheet(people, columns)
    const formulas: Record<string, string> = {}
    const print: Row[] = [line('云溪乡在职人员一览表', 4), ['序号', '姓名', '部门', '岗位']]
    for (let at = 0; at < 20; at += 1) {
      const one = people[at]
      print.push([at + 1, one?.name ?? 0, one?.unit ?? 0, one?.post ?? 0])
      formulas[`B${at + 3}`] = `数据!A${at + 2}`
      formulas[`C${at + 3}`] = `数据!B${at + 2}`
      formulas[`D${at + 3}`] = `数据!C${at + 2}`
    }
    return {
      truth: {
        case: 'T14-打印页用公式引用',
        file: 'T14-打印页用公式引用.xlsx',
        about: '“打印”一张在前，二十行都用公式引用“数据”，多出的七行显示 0；同样的人不能进两次',
        people: told(people, 'id', 'sex', 'enteredOn', 'post'),
      },
      bytes: xlsx({ name: '打印', rows: print, merges: ['A1:D1'], formulas }, { name: '数据', rows: data }),
    }
  },
]
