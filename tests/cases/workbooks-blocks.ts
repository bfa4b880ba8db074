import { dotted, of, told, unitsOf, type Case } from './kit/case.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, xlsx, type Row } from './kit/write-files.ts'

/* C05–C10: blocks beside and below each other, heads of many rows or repeated, units carried down. */

const blank = (count: number): readonly null[] => Array.from({ length: count }, () => null)

/** Rows of blocks laid beside each other, an empty column between them. */
function beside(blocks: readonly (readonly Row[])[], width: number): Row[] {
  const height = Math.max(...blocks.map((block) => block.length))
  return Array.from({ length: height }, (_, row) =>
    blocks.flatMap((block, at) => [...(at === 0 ? [] : [null]), ...(block[row] ?? blank(width))]),
  )
}

function threeBeside(): Case {
  const people = roster(105, [
    ['乡领导班子', '行政编制', 4, ['党委书记', '乡长', '人大主席', '副乡长']],
    ['党政综合办公室', '行政编制', 4],
    ['社会事务办公室', '行政编制', 3],
    ['财政所', '事业编制', 3],
    ['水利工作站', '事业编制', 3],
  ])
  const blocks = [people.slice(0, 6), people.slice(6, 12), people.slice(12)].map((part): readonly Row[] => [
    ['单位', '姓名', '编制', '身份证号'],
    ...part.map((one, at): Row => [part[at - 1]?.unit === one.unit ? null : one.unit, one.name, one.category, one.id]),
  ])
  return {
    truth: {
      case: 'C05-左右三栏',
      file: 'C05-左右三栏.xlsx',
      about: '左右三栏，每栏自己的表头，单位只写一次，下面空着；第三栏短一行',
      people: told(people, 'id'),
    },
    bytes: xlsx({
      name: '通讯录',
      merges: ['A1:N1'],
      rows: [['云溪乡干部职工名单', ...blank(13)], ...beside(blocks, 4)],
    }),
  }
}

function unitsBeside(): Case {
  const people = roster(106, [
    ['党政综合办公室', '行政编制', 5],
    ['农业农村综合服务中心', '事业编制', 4],
  ])
  const block = (unit: string): readonly Row[] => {
    const here = of(people, unit)
    return [
      [`${unit}（${here[0]?.category ?? ''}）`, ...blank(3)],
      ['序号', '姓名', '身份证号码', '入编时间'],
      ...here.map((one, at): Row => [at + 1, one.name, one.id, one.entered]),
    ]
  }
  return {
    truth: {
      case: 'C06-左右两机构',
      file: 'C06-左右两机构.et',
      about: '左右两栏是两个机构，机构和编制写在各栏上方的小标题；WPS 的 .et',
      people: told(people, 'id', 'enteredOn'),
    },
    bytes: biff({
      name: 'Sheet1',
      merges: ['A1:I1', 'A2:D2', 'F2:I2'],
      rows: [['云溪乡在编人员分布', ...blank(8)], ...beside(unitsOf(people).map(block), 4)],
    }),
  }
}

function aboveAndBelow(): Case {
  const people = roster(107, [
    ['党政综合办公室', '行政编制', 4],
    ['财政所', '事业编制', 4],
    ['党政综合办公室', '政府购买服务', 1, ['保洁']],
    ['财政所', '劳务派遣', 2, ['驾驶员', '协管员']],
  ])
  const within = people.filter((one) => one.category.endsWith('编制'))
  const off = people.filter((one) => !one.category.endsWith('编制'))
  return {
    truth: {
      case: 'C07-上下两块',
      file: 'C07-上下两块.xlsx',
      about: '上面在编人员，隔两行下面编外人员，两块的列不同；末尾有注和签字',
      people: [
        ...told(within, 'sex', 'id', 'birth', 'post', 'enteredOn'),
        ...told(off, 'post').map((one) => ({ ...one, list: 'off-quota' })),
      ],
    },
    bytes: xlsx({
      name: '人员情况',
      merges: ['A1:I1', 'A2:I2'],
      rows: [
        ['云溪乡人员情况表', ...blank(8)],
        ['一、在编人员', ...blank(8)],
        ['序号', '单位', '姓名', '性别', '出生年月', '身份证号', '编制类别', '职务', '入编时间'],
        ...within.map((one, at): Row => [
          at + 1,
          one.unit,
          one.name,
          one.sex,
          dotted(one.birth.slice(0, 7)),
          one.id,
          one.category,
          one.post,
          dotted(one.entered),
        ]),
        ['合计', `${within.length}人`, ...blank(7)],
        blank(9),
        blank(9),
        ['二、编外聘用人员', ...blank(8)],
        ['序号', '姓名', '用工形式', '所在部门', '岗位', '用工起始时间', '月工资（元）', ...blank(2)],
        ...off.map((one, at): Row => [
          at + 1,
          one.name,
          one.category,
          one.unit,
          one.post,
          dotted(one.entered),
          2300,
          ...blank(2),
        ]),
        blank(9),
        ['注：编外人员不占编制，工资由乡自筹。', ...blank(8)],
        ['审核人：', ...blank(3), '制表人：', null, null, '2026.11.20', null],
      ],
    }),
  }
}

function everyPage(): Case {
  const people = roster(108, [
    ['党政综合办公室', '行政编制', 5],
    ['经济发展办公室', '行政编制', 3],
    ['便民服务中心', '事业编制', 5],
    ['财政所', '事业编制', 4],
  ])
  const rows: Row[] = []
  for (let page = 0; page * 6 < people.length; page += 1) {
    const here = people.slice(page * 6, page * 6 + 6)
    rows.push(['云溪乡干部职工花名册', ...blank(6)], ['填报单位：云溪乡人民政府', ...blank(4), '2026年11月', null])
    rows.push(['序号', '姓名', '单位', '编制', '身份证号', '职务', '入编\n时间'])
    here.forEach((one, at) => {
      const above = here[at - 1]
      const unit = above?.unit === one.unit ? (at % 2 === 0 ? '同上' : '〃') : one.unit
      rows.push([
        page * 6 + at + 1,
        one.name,
        unit,
        above?.category === one.category ? '〃' : one.category,
        one.id,
        one.post,
        one.entered,
      ])
    })
    rows.push(['本页小计', `${here.length}人`, ...blank(5)], [...blank(5), `第 ${page + 1} 页 共 3 页`, null])
  }
  return {
    truth: {
      case: 'C08-每页重复表头和同上',
      file: 'C08-每页重复表头和同上.xlsx',
      about: '每六人一页，标题、填报单位、表头、本页小计和页码都重复；单位和编制写“〃”“同上”',
      people: told(people, 'id', 'post', 'enteredOn'),
    },
    bytes: xlsx({ name: '花名册', rows }),
  }
}

function fourRowHeader(): Case {
  const people = roster(109, [
    ['党建工作办公室', '行政编制', 4],
    ['社会事务办公室', '行政编制', 3],
    ['农业农村综合服务中心', '事业编制', 4],
  ])
  const both = (one: Person) =>
    one.education === '硕士研究生'
      ? ['大学本科', '硕士研究生']
      : one.education === '大学本科'
        ? ['大学专科', '大学本科']
        : [one.education, null]
  return {
    truth: {
      case: 'C09-四层表头',
      file: 'C09-四层表头.xlsx',
      about: '表头四层，全日制和在职学历分两列（取高的），“编制情况／入编／时间”连读，单位写“同上”',
      people: told(people, 'sex', 'id', 'education', 'enteredOn'),
    },
    bytes: xlsx({
      name: '名册',
      merges: [
        'A1:K1',
        'A2:A5',
        'B2:F2',
        'B3:B5',
        'C3:C5',
        'D3:D5',
        'E3:F3',
        'E4:E5',
        'F4:F5',
        'G2:K2',
        'G3:G5',
        'H3:H5',
        'I3:K3',
        'I4:J4',
        'K4:K5',
      ],
      rows: [
        ['云溪乡干部名册', ...blank(10)],
        ['序号', '个人情况', ...blank(4), '任职及编制情况', ...blank(4)],
        [null, '姓名', '性别', '身份证号', '学历', null, '单位', '现任职务', '编制情况', null, null],
        [...blank(4), '全日制', '在职', null, null, '入编', null, '类别'],
        [...blank(8), '时间', '文号', null],
        ...people.map((one, at): Row => {
          const [full, inService] = both(one)
          return [
            at + 1,
            one.name,
            one.sex,
            one.id,
            full ?? null,
            inService ?? null,
            people[at - 1]?.unit === one.unit ? '同上' : one.unit,
            one.post,
            dotted(one.entered),
            `云编办〔${one.entered.slice(0, 4)}〕7号`,
            one.category,
          ]
        }),
      ],
    }),
  }
}

function unitAndOffice(): Case {
  const people = roster(110, [
    ['党政综合办公室', '行政编制', 3],
    ['平安建设办公室', '行政编制', 4],
    ['村镇规划建设服务中心', '事业编制', 4],
    ['文化旅游服务中心', '事业编制', 3],
  ])
  const outer = (one: Person) => (one.category === '行政编制' ? '云溪乡人民政府' : '云溪乡所属事业单位')
  const merges: string[] = []
  const first = 3
  let from = 0
  people.forEach((one, at) => {
    const next = people[at + 1]
    if (next !== undefined && outer(next) === outer(one)) return
    merges.push(`B${first + from}:B${first + at}`)
    from = at + 1
  })
  return {
    truth: {
      case: 'C10-单位和科室',
      file: 'C10-单位和科室.xlsx',
      about: '单位（纵向合并）和所在科室两列，取里面一层；身份证号一列被隐藏，两行被筛选隐藏',
      people: told(people, 'sex', 'id', 'post'),
    },
    bytes: xlsx({
      name: '花名册',
      merges,
      hiddenColumns: [5],
      hiddenRows: [5, 9],
      rows: [
        ['云溪乡机关事业单位人员花名册'],
        ['序号', '单位', '所在科室', '姓名', '性别', '身份证号', '编制性质', '岗位'],
        ...people.map((one, at): Row => [
          at + 1,
          people[at - 1] !== undefined && outer(people[at - 1] ?? one) === outer(one) ? null : outer(one),
          one.unit,
          one.name,
          one.sex,
          one.id,
          one.category,
          one.post,
        ]),
      ],
    }),
  }
}

export const blockCases: readonly (() => Case)[] = [
  threeBeside,
  unitsBeside,
  aboveAndBelow,
  everyPage,
  fourRowHeader,
  unitAndOffice,
]
