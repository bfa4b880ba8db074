import { dotted, of, told, unitsOf, type Case } from './kit/case.ts'
import { roster } from './kit/people.ts'
import { xlsx, type Row, type Sheet } from './kit/write-files.ts'

/* C01–C04: the unit and the 编制 of a person stand in titles and names of sheets. */

const blank = (count: number): readonly null[] => Array.from({ length: count }, () => null)

function twoLevelTitles(): Case {
  const people = roster(101, [
    ['党政综合办公室', '行政编制', 3],
    ['经济发展办公室', '行政编制', 2],
    ['平安建设办公室', '行政编制', 2],
    ['便民服务中心', '事业编制', 3],
    ['农业农村综合服务中心', '事业编制', 3],
  ])
  const rows: Row[] = [
    ['云溪乡机关和事业单位在编人员名单', ...blank(6)],
    ['序号', '姓名', '性别', '身份证号', '职务（岗位）', '入编时间', '备注'],
  ]
  const merges = ['A1:G1']
  const title = (text: string) => {
    rows.push([text, ...blank(6)])
    merges.push(`A${rows.length}:G${rows.length}`)
  }
  let number = 0
  const unit = (name: string, at: number) => {
    const here = of(people, name)
    title(`${at}、${name}（编制${here.length + 1}名，实有${here.length}名）`)
    for (const one of here) rows.push([(number += 1), one.name, one.sex, one.id, one.post, dotted(one.entered), null])
  }
  title('一、乡机关（行政编制10名，实有7名）')
  for (const [at, name] of ['党政综合办公室', '经济发展办公室', '平安建设办公室'].entries()) unit(name, at + 1)
  title('二、事业单位（事业编制8名，实有6名）')
  for (const [at, name] of ['便民服务中心', '农业农村综合服务中心'].entries()) unit(name, at + 1)
  rows.push(blank(7), ['单位负责人：', ...blank(3), '填表人：', null, '2026年11月'])
  return {
    truth: {
      case: 'C01-两级小标题',
      file: 'C01-两级小标题.xlsx',
      about: '编制类型写在一级小标题，机构写在二级小标题，都带编制数和实有数',
      people: told(people, 'sex', 'id', 'post', 'enteredOn'),
    },
    bytes: xlsx({ name: '名单', rows, merges }),
  }
}

function titlesWithCategory(): Case {
  const people = roster(102, [
    ['党群工作办公室', '行政编制', 4],
    ['应急管理办公室', '行政编制', 3],
    ['财政所', '事业编制', 3],
    ['文化旅游服务中心', '事业编制', 2],
  ])
  const rows: Row[] = [
    ['云溪乡人员花名册'],
    blank(6),
    ['序号', '姓  名', '性 别', '公民身份号码', '学  历', '进入本单位时间'],
  ]
  for (const unit of unitsOf(people)) {
    const here = of(people, unit)
    rows.push(blank(6), [
      `${unit}　　${here[0]?.category ?? ''}${here.length + 1}名　实有${here.length}人`,
      ...blank(5),
    ])
    here.forEach((one, at) => rows.push([at + 1, spread(one.name), one.sex, one.id, one.education, one.entered]))
    rows.push([null, '小计', null, `${here.length}人`, null, null])
  }
  rows.push(
    blank(6),
    [null, '合计', null, `${people.length}人`, null, null],
    ['注：本表截至2026年10月31日，退休人员不列入。', ...blank(5)],
  )
  return {
    truth: {
      case: 'C02-小标题写编制',
      file: 'C02-小标题写编制.xlsx',
      about: '机构和编制写在同一小标题（不合并，只占 A 列），中间空行、小计，二字姓名中间加空格',
      people: told(people, 'sex', 'id', 'education'),
    },
    bytes: xlsx({ name: 'Sheet1', rows }),
  }
}
const spread = (name: string) => (name.length === 2 ? Array.from(name).join('　') : name)

function sheetAUnit(): Case {
  const people = roster(103, [
    ['党政综合办公室', '行政编制', 4],
    ['财政所', '事业编制', 3],
    ['退役军人服务站', '事业编制', 2],
    ['综合行政执法大队', '事业编制', 4],
  ])
  const sheets: Sheet[] = [
    {
      name: '填表说明',
      rows: [
        ['填表说明'],
        ['1．请各站办所按实有人员填写，姓名与身份证一致。'],
        ['2．出生年月填写格式为1985.06。'],
        ['3．于11月20日前报党政综合办公室。'],
      ],
    },
  ]
  unitsOf(people).forEach((unit, at) =>
    sheets.push({
      name: `表${at + 1}`,
      merges: ['A1:G1'],
      rows: [
        [`云溪乡${unit}在职人员登记表`, ...blank(6)],
        [`填报单位：${unit}（盖章）`, ...blank(4), '2026年11月15日', null],
        ['序号', '姓名', '性别', '出生年月', '身份证号', '编制性质', '职务'],
        ...of(people, unit).map((one, row): Row => [
          row + 1,
          one.name,
          one.sex,
          dotted(one.birth.slice(0, 7)),
          one.id,
          one.category,
          one.post,
        ]),
        ...[1, 2].map(() => blank(7)),
        ['填表人：', ...blank(3), '负责人：', null, null],
      ],
    }),
  )
  return {
    truth: {
      case: 'C03-一机构一表只看标题',
      file: 'C03-一机构一表只看标题.xlsx',
      about: '表名只是“表1”“表2”，机构写在标题“云溪乡××在职人员登记表”和“填报单位”里，第一张是填表说明',
      people: told(people, 'sex', 'birth', 'id', 'post'),
    },
    bytes: xlsx(...sheets),
  }
}

function sheetACategory(): Case {
  const people = roster(104, [
    ['党政综合办公室', '行政编制', 3],
    ['乡村振兴办公室', '行政编制', 2],
    ['党政综合办公室', '机关工勤编制', 1, ['驾驶员']],
    ['便民服务中心', '事业编制', 3],
    ['林业工作站', '事业编制', 2],
    ['便民服务中心', '劳务派遣', 1, ['窗口辅助']],
    ['林业工作站', '公益性岗位', 2, ['护林员']],
  ])
  const within = (category: string) => people.filter((one) => one.category === category)
  const sheet = (name: string, category: string): Sheet => ({
    name,
    rows: [
      [`云溪乡${name}人员花名册`],
      ['序号', '所在机构', '姓名', '性别', '身份证号', '职务'],
      ...within(category).map((one, at): Row => [at + 1, one.unit, one.name, one.sex, one.id, one.post]),
    ],
  })
  const off = people.filter((one) => one.category === '劳务派遣' || one.category === '公益性岗位')
  return {
    truth: {
      case: 'C04-一类一表和编外',
      file: 'C04-一类一表和编外.xlsx',
      about: '行政、工勤、事业、编外各一张表，编制类型只写在表名和标题里，编外按用工形式；另一张编制情况有小计和合计',
      people: [
        ...told(
          people.filter((one) => !off.includes(one)),
          'sex',
          'id',
          'post',
        ),
        ...told(off, 'post').map((one) => ({ ...one, list: 'off-quota' })),
      ],
      quotas: [
        { unit: '党政综合办公室', category: '行政编制', quota: 4 },
        { unit: '党政综合办公室', category: '机关工勤编制', quota: 1 },
        { unit: '乡村振兴办公室', category: '行政编制', quota: 3 },
        { unit: '便民服务中心', category: '事业编制', quota: 5 },
        { unit: '林业工作站', category: '事业编制', quota: 3 },
      ],
    },
    bytes: xlsx(
      {
        name: '编制情况',
        merges: ['A1:D1', 'A3:A5', 'A9:B9'],
        rows: [
          ['云溪乡机构编制情况', ...blank(3)],
          ['机构名称', '编制类型', '核定编制数', '批准文号'],
          ['党政综合办公室', '行政编制', 4, '云编办〔2019〕12号'],
          [null, '机关工勤编制', 1, '云编办〔2019〕12号'],
          [null, '小计', 5, null],
          ['乡村振兴办公室', '行政编制', 3, '云编办〔2019〕12号'],
          ['便民服务中心', '事业编制', 5, '云编办〔2019〕13号'],
          ['林业工作站', '事业编制', 3, '云编办〔2019〕13号'],
          ['合计', null, 16, null],
        ],
      },
      sheet('行政编制', '行政编制'),
      sheet('机关工勤编制', '机关工勤编制'),
      sheet('事业编制', '事业编制'),
      {
        name: '编外',
        rows: [
          ['云溪乡编外人员花名册'],
          ['序号', '所在机构', '姓名', '性别', '身份证号', '用工形式', '岗位'],
          ...off.map((one, at): Row => [at + 1, one.unit, one.name, one.sex, one.id, one.category, one.post]),
        ],
      },
    ),
  }
}

export const unitCases: readonly (() => Case)[] = [twoLevelTitles, titlesWithCategory, sheetAUnit, sheetACategory]
