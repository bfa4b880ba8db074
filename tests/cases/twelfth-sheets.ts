import { spreadsheet2003 } from './eleventh-files.ts'
import { dotted, of, quotaBook, told, unitsOf, type Case, type ToldPerson } from './kit/case.ts'
import { staffSheet, type Column } from './kit/columns.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, separated, utf16, xlsx, type Row, type Sheet } from './kit/write-files.ts'

/* R08–R13: sheets by unit, joined columns, remarks, units carried down, text named .xls, and heads in other words. */

const blanks = (count: number): readonly null[] => Array.from({ length: count }, () => null)
const line = (text: string, columns: number): Row => [text, ...blanks(columns - 1)]
const EDUCATION: Readonly<Record<string, string>> = {
  大学本科: '大学',
  大学专科: '大专',
  硕士研究生: '硕士研究生',
  中等专科: '中专',
}

export const twelfthSheetCases: readonly (() => Case)[] = [
  () => {
    const people = roster(12008, [
      ['党政综合办公室', '行政编制', 3],
      ['经济发展办公室', '行政编制', 3],
      ['综合行政执法队', '事业编制', 4],
      ['便民服务中心', '事业编制', 3],
    ])
    const sheet = (unit: string): Sheet => {
      const staff = of(people, unit)
      return {
        name: unit,
        rows: [
          line(`${unit}工作人员一览表`, 6),
          [`编制性质：${staff[0]?.category}`, ...blanks(3), `现有：${staff.length}人`, null],
          ['序号', '姓名', '性别', '身份证号码', '担任职务', '进编时间'],
          ...staff.map((one, at): Row => [at + 1, one.name, one.sex, one.id, one.post, dotted(one.entered)]),
          ['负责人（签字）：', ...blanks(5)],
        ],
        merges: ['A1:F1'],
      }
    }
    const instructions: Sheet = {
      name: '填表说明',
      rows: [
        ['填表说明'],
        ['1.每个站办所填一张表，工作表以站办所名称命名。'],
        ['2.身份证号码须为18位，进编时间填到月。'],
        ['3.借出人员由原单位填报；编外人员不填。'],
      ],
    }
    const total: Sheet = {
      name: '汇总',
      rows: [
        ['云溪乡人员汇总', null, null],
        ['站办所', '人数', '其中：女'],
        ...unitsOf(people).map((unit): Row => {
          const staff = of(people, unit)
          return [unit, staff.length, staff.filter((one) => one.sex === '女').length]
        }),
        ['合计', people.length, people.filter((one) => one.sex === '女').length],
      ],
      merges: ['A1:C1'],
    }
    return {
      truth: {
        case: 'R08-一站一表',
        file: 'R08-一站一表.xml',
        about: '每站办所一张工作表，编制写在标题下一行；前有填表说明，后有汇总（SpreadsheetML 2003）',
        people: told(people, 'id', 'sex', 'enteredOn', 'post'),
      },
      bytes: spreadsheet2003(instructions, ...unitsOf(people).map(sheet), total),
    }
  },
  () => {
    const people = roster(12009, [
      ['党建办公室', '行政编制', 3, ['主任', '副主任', '干事']],
      ['乡村振兴办公室', '行政编制', 4, ['主任', '副主任', '干事']],
      ['社会事业服务中心', '事业编制', 4, ['主任', '副主任', '管理岗九级']],
      ['财政所', '事业编制', 3, ['所长', '会计', '出纳']],
    ])
    const quotas = [
      { unit: '党建办公室', category: '行政编制', quota: 4 },
      { unit: '乡村振兴办公室', category: '行政编制', quota: 4 },
      { unit: '社会事业服务中心', category: '事业编制', quota: 6 },
      { unit: '财政所', category: '事业编制', quota: 3 },
    ]
    const degree = ['大学、学士', '大专', '研究生/硕士', '中专']
    const known = ['大学本科', '大学专科', '硕士研究生', '中等专科']
    const columns: readonly Column[] = [
      ['姓 名\n（性别）', (one) => `${one.name}（${one.sex}）`],
      ['现工作单位及职务', (one) => `云溪乡${one.unit}${one.post}`],
      [
        '出生年月\n（年龄）',
        (one) => `${dotted(one.birth.slice(0, 7))}\n（${2026 - Number(one.birth.slice(0, 4))}岁）`,
      ],
      ['学历\n学位', (one) => degree[known.indexOf(one.education)] ?? null],
      ['民族', (one) => one.nation.replace('族', '')],
      ['入党\n时间', (one) => (one.party === null ? null : dotted(one.party))],
      ['参加工作\n时 间', (one) => dotted(one.work)],
      ['编制及入编时间', (one) => `${one.category}（${dotted(one.entered)}）`],
      ['身份证号', (one) => one.id],
    ]
    return {
      truth: {
        case: 'R09-一格两项',
        file: 'R09-一格两项.xlsx',
        before: ['R09-机构编制.xlsx'],
        about: '姓名带性别、单位连职务、年月连年龄、学历连学位、编制连入编时间；先有机构编制',
        people: told(people, 'id', 'sex', 'birth', 'education', 'post', 'enteredOn'),
        quotas,
      },
      bytes: xlsx({
        name: '干部名册',
        rows: [
          line('干 部 名 册', 9),
          [...blanks(7), '2026年11月25日', null],
          ...staffSheet(people, columns),
          ['注：年龄计算到填表当年。', ...blanks(8)],
        ],
        merges: ['A1:I1'],
      }),
      beforeBytes: [quotaBook(quotas)],
    }
  },
  () => {
    const people = roster(12010, [
      ['人大政协联络办公室', '行政编制', 3],
      ['党群服务办公室', '行政编制', 5],
      ['文化体育服务站', '事业编制', 4],
      ['农村经营管理站', '事业编制', 4],
    ])
    const remarks: readonly (readonly [text: string, to: string | null])[] = [
      ['', null],
      ['2024年9月借调县纪委监委', '县纪委监委'],
      ['享受副科待遇', null],
      ['因病休养（县医院证明）', null],
      ['自2025年6月起抽调到县信访局', '县信访局'],
      ['2026年2月退休', null],
      ['护理假中', null],
      ['', null],
      ['驻大坪村工作队员', null],
      ['借用至县自然资源局，期限一年', '县自然资源局'],
      ['', null],
      ['2026.4调县交通运输局', null],
      ['分管档案', null],
      ['借调到市文旅局（2026.01—2026.12）', '市文旅局'],
      ['已辞职', null],
      ['联系电话已变更', null],
    ]
    const columns: readonly Column[] = [
      ['单位', (one) => one.unit],
      ['编制类别', (one) => one.category],
      ['姓名', (one) => one.name],
      ['性别', (one) => one.sex],
      ['职务', (one) => one.post],
      ['身份证号码', (one) => one.id],
      ['入编时间', (one) => one.entered],
      ['情况说明', (_, at) => remarks[at]?.[0] ?? null],
    ]
    const left = [5, 11, 14]
    const truthPeople = people
      .map((one, at): ToldPerson => ({
        ...told([one], 'id', 'sex', 'enteredOn', 'post')[0],
        name: one.name,
        secondedTo: remarks[at]?.[1] ?? null,
      }))
      .filter((_, at) => !left.includes(at))
    return {
      truth: {
        case: 'R10-情况说明里的事',
        file: 'R10-情况说明里的事.xls',
        about: '借调、抽调、借用写在“情况说明”里，也有退休、调出、辞职和无关的话',
        people: truthPeople,
        gone: people.filter((_, at) => left.includes(at)).map((one) => one.name),
      },
      bytes: biff({
        name: '在册人员',
        rows: [
          line('云溪乡在册人员情况', 8),
          ...staffSheet(people, columns),
          ['合计', null, `${people.length}`, ...blanks(5)],
          line('注：本表按10月工资册整理，其中借出4人。', 8),
        ],
        merges: ['A1:H1'],
      }),
    }
  },
  () => {
    const people = roster(12011, [
      ['党政办公室', '行政编制', 4],
      ['民生事务办公室', '行政编制', 3],
      ['党政办公室', '机关工勤编制', 1, ['驾驶员']],
      ['农业服务中心', '事业编制', 4],
      ['村镇建设站', '事业编制', 3],
    ])
    const head: Row = ['部门', '序号', '姓名', '性别', '身份证号', '职务（岗位）', '入编时间', '备注']
    const rows: Row[] = [line('云溪乡编制内人员名单', 8), head]
    let number = 0
    for (const category of ['行政编制', '机关工勤编制', '事业编制']) {
      const all = people.filter((one) => one.category === category)
      rows.push(line(`【${category}】${all.length}人`, 8))
      for (const [at, one] of all.entries()) {
        number += 1
        const carried = at > 0 && all[at - 1]?.unit === one.unit
        rows.push([carried ? null : one.unit, number, one.name, one.sex, one.id, one.post, dotted(one.entered), null])
        // The page ends in the midst of a unit.
        if (number === 10) {
          rows.push([null, null, '第1页　共2页', ...blanks(5)])
          rows.push(line('云溪乡编制内人员名单（续）', 8), head)
        }
      }
    }
    rows.push([null, null, `合计 ${people.length} 人`, ...blanks(5)])
    rows.push(['分管领导：', ...blanks(4), '制表人：', null, null])
    return {
      truth: {
        case: 'R11-部门只写首行',
        file: 'R11-部门只写首行.xlsx',
        about: '部门只写在首行（未合并），编制在【】小标题行里，换页重印表头',
        people: told(people, 'id', 'sex', 'enteredOn', 'post'),
      },
      bytes: xlsx({ name: 'Sheet1', rows }),
    }
  },
  () => {
    const people = roster(12012, [
      ['纪检监察办公室', '行政编制', 2, ['纪委副书记', '纪检干事']],
      ['党政综合办', '行政编制', 4],
      ['民政所', '事业编制', 3, ['所长', '管理岗九级']],
      ['畜牧兽医站', '事业编制', 4],
    ])
    const columns: readonly Column[] = [
      ['人员编码', (_, at) => `YX${String(at + 101)}`],
      ['姓名', (one) => one.name],
      ['性别', (one) => one.sex],
      ['身份证件号码', (one) => `="${one.id}"`],
      ['所在内设机构/下属单位', (one) => one.unit],
      ['编制类型', (one) => one.category],
      ['入编日期', (one) => `${one.entered}-01`],
      ['政治面貌', (one) => one.politics],
      ['学历', (one) => EDUCATION[one.education] ?? null],
      ['岗位职务', (one) => one.post],
      ['更新人', () => 'admin'],
      ['更新时间', (_, at) => `2026-11-${10 + at} 08:3${at % 10}`],
    ]
    return {
      truth: {
        case: 'R12-文本存成xls',
        file: 'R12-文本存成xls.xls',
        about: '系统导出的 UTF-16 制表符文本，名为 .xls；身份证号写成 ="…"，末列有更新人和更新时间',
        people: told(people, 'id', 'sex', 'enteredOn', 'post', 'education', 'politicalStatus'),
      },
      bytes: utf16(separated(staffSheet(people, columns), '\t')),
    }
  },
  () => {
    const people = roster(12013, [
      ['党的建设办公室', '行政编制', 4],
      ['生态环境办公室', '行政编制', 3],
      ['农业综合站', '事业编制', 4],
      ['退役军人事务站', '事业编制', 3],
    ])
    const party = (one: Person) => (one.politics === '中共党员' ? '党员' : one.politics)
    const columns: readonly Column[] = [
      ['顺号', (_, at) => at + 1],
      ['职工姓名', (one) => one.name],
      ['证号（居民身份证）', (one) => one.id],
      ['男/女', (one) => one.sex],
      ['哪年哪月生', (one) => dotted(one.birth.slice(0, 7))],
      ['党派', party],
      ['文化程度', (one) => EDUCATION[one.education] ?? null],
      ['工作科室（站所）', (one) => one.unit],
      ['干什么工作', (one) => one.post],
      ['占的什么编', (one) => (one.category === '行政编制' ? '行政编' : '事业编')],
      ['何时占编', (one) => dotted(one.entered)],
      ['手机', (one) => one.phone],
    ]
    return {
      truth: {
        case: 'R13-口语表头',
        file: 'R13-口语表头.xlsx',
        about: '乡里自己做的表，表头全是口语：哪年哪月生、占的什么编、何时占编、干什么工作',
        people: told(people, 'id', 'sex', 'birth', 'enteredOn', 'education', 'politicalStatus', 'post'),
      },
      bytes: xlsx({
        name: '摸底',
        rows: [
          line('云溪乡职工摸底表', 12),
          line('各科室（站所）务必于11月20日前报党政办，逾期后果自负！', 12),
          ...staffSheet(people, columns),
        ],
        merges: ['A1:L1', 'A2:L2'],
      }),
    }
  },
]
