import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  elementsOf,
  meaningOf,
  picture,
  relativeElements,
  type Draft,
  type Element,
  type Meaning,
  type Relative,
} from './kit/appointment-form.ts'
import { oldForm, xml } from './kit/write-appointment-form.ts'
import { roster, type Person } from './kit/people.ts'
import { escaped, gb18030, separated, utf16 } from './kit/write-files.ts'

/* Writes `lrmx/` anew: node tests/cases/make-lrmx.ts. Six forms in the ways offices write them, and seven made to do harm. */

const people = roster(500, [
  ['党政综合办公室', '行政编制', 2],
  ['平安建设办公室', '行政编制', 2],
  ['便民服务中心', '事业编制', 2],
])
const at = (index: number): Person => {
  const found = people[index]
  if (found === undefined) throw new Error(`nobody at ${index}`)
  return found
}
const later = (value: string, years: number) => `${Number(value.slice(0, 4)) + years}${value.slice(4, 7)}`
const relative = (relation: string, name: string, birth: string, work: string, politicalStatus = '群众'): Relative => ({
  relation,
  name,
  birth,
  politicalStatus,
  work,
})

/** School, a first post, and the present one since. */
function draft(person: Person, more: Partial<Draft>): Draft {
  return {
    person,
    manner: { dot: '', dash: '--' },
    stages: [
      { from: later(person.work, -4), to: person.work, text: '赣西师范学院汉语言文学专业学习' },
      {
        from: person.work,
        to: later(person.work, 5),
        text: '云溪乡人民政府干事',
        meanwhile: `${later(person.work, 1).replace('-', '.')}--${later(person.work, 3).replace('-', '.')}云岭省委党校行政管理专业大学学习`,
      },
      { from: later(person.work, 5), to: null, text: `云溪乡${person.unit}${person.post}` },
    ],
    family: [
      relative(person.sex === '男' ? '妻子' : '丈夫', '温若兰', '1988-03', '云溪县第二小学教师'),
      relative('父亲', '郏守信', '1955-11', '云溪乡下坊村村民', '中共党员'),
    ],
    photo: null,
    fullTime: { education: '大专', degree: '', school: '赣西师范学院汉语言文学专业' },
    inService: { education: '大学', degree: '', school: '云岭省委党校行政管理专业' },
    ...more,
  }
}

interface Written {
  readonly file: string
  readonly about: string
  readonly draft: Draft
  /** Elements that are not among the known, to be kept byte for byte. */
  readonly unknown?: readonly string[]
  readonly write: (elements: readonly Element[], draft: Draft) => Buffer
  readonly sister?: readonly [name: string, bytes: Buffer]
}

const BOM = Buffer.from([0xef, 0xbb, 0xbf])
const photo = picture(180)
const second = picture(90)
const TITLED = { professionalTitle: '助理社会工作师', specialty: '财务 & 统计；“三农”政策 <基层>' }
const old = at(5)

const forms: readonly Written[] = [
  {
    file: 'L1-BOM和CRLF.lrmx',
    about: 'BOM, CRLF, a comment, attributes of the root, empty elements as <A/>',
    draft: draft(at(0), { photo }),
    write: (elements, form) =>
      Buffer.concat([
        BOM,
        Buffer.from(
          xml(elements, form, {
            encoding: 'utf-8',
            line: '\r\n',
            short: true,
            attributes: ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" edit="3.2"',
            before: (tag) => (tag === 'JianLi' ? '<!-- 以下为简历 -->' : ''),
          }),
        ),
      ]),
  },
  {
    file: 'L2-次序和CDATA.lrmx',
    about: 'elements in another order, text as CDATA, by entities and by numbers, unknown elements between',
    draft: draft(at(1), { more: { ...TITLED, proposedPost: '云溪乡党政综合办公室主任', reason: '工作需要' } }),
    unknown: ['<DaoLingNianYue>204511</DaoLingNianYue>', '<ZiDingYi lei="甲"><Xiang>一</Xiang></ZiDingYi>'],
    write: (elements, form) =>
      Buffer.from(
        xml(elements.toReversed(), form, {
          encoding: 'UTF-8',
          line: '\n',
          text: (tag, value) =>
            tag === 'JianLi'
              ? `<![CDATA[${value}]]>`
              : tag === 'MinZu'
                ? Array.from(value, (letter) => `&#x${(letter.codePointAt(0) ?? 0).toString(16)};`).join('')
                : escaped(value),
          before: (tag) =>
            tag === 'JianKangZhuangKuang'
              ? '<DaoLingNianYue>204511</DaoLingNianYue>'
              : tag === 'ChengBaoDanWei'
                ? '<ZiDingYi lei="甲"><Xiang>一</Xiang></ZiDingYi>'
                : '',
        }),
      ),
  },
  {
    file: 'L3-UTF16.lrmx',
    about: 'UTF-16 with its mark, dates as 1994.03, stages with —',
    draft: draft(at(2), {
      manner: { dot: '.', dash: '—' },
      more: { removedPost: '云溪乡平安建设办公室科员', health: '一般' },
    }),
    write: (elements, form) => utf16(xml(elements, form, { encoding: 'utf-16', line: '\r\n' })),
  },
  {
    file: 'L4-声明GBK.lrmx',
    about: 'declared gb2312 and written so; a 民主党派 in 入党时间; a name with a middle dot among the relatives',
    draft: draft(
      { ...at(3), party: null },
      {
        otherParty: '民建',
        family: [
          relative(
            at(3).sex === '男' ? '妻子' : '丈夫',
            '买买提·吐尔逊',
            '1985-01',
            '云溪县农业农村局干部',
            '中共党员',
          ),
        ],
      },
    ),
    write: (elements, form) => gb18030(xml(elements, form, { encoding: 'gb2312', line: '\n' })),
  },
  {
    file: 'L5-十名亲属.lrmx',
    about: 'ten relatives, one has died, a picture, stages with ～',
    draft: draft(at(4), {
      manner: { dot: '.', dash: '～' },
      photo: second,
      more: { honours: '2023年获云溪县“先进工作者”称号' },
      family: [
        ...(at(4).sex === '男' ? ['妻子', '岳父', '岳母'] : ['丈夫', '公公', '婆婆']),
        '儿子',
        '女儿',
        '父亲',
        '母亲',
        '哥哥',
        '姐姐',
        '弟弟',
      ].map((relation, n) =>
        relative(
          relation,
          `${'温郏浦尚农冀燕边寿牛'.charAt(n)}${n % 2 === 0 ? '素心' : '立诚'}`,
          `${1950 + n * 4}-0${(n % 9) + 1}`,
          n === 1 ? '已去世' : '云溪乡上坊村村民',
        ),
      ),
    }),
    write: (elements, form) => Buffer.from(xml(elements, form, { encoding: 'utf-8', line: '\n' })),
  },
  {
    file: 'L6-旧版和照片.lrm',
    about: 'the older text form in GBK with CRLF, a comma within a field, the picture in a .pic beside it',
    draft: draft(old, { photo: second, more: { honours: '2019年，获县嘉奖,记入档案' } }),
    write: (elements, form) => gb18030(oldForm(elements, form)),
    sister: ['L6-旧版和照片.pic', second],
  },
]

/** Files that are to be refused by name, while the rest of the folder comes in. */
function hostile(): readonly (readonly [file: string, about: string, bytes: Buffer])[] {
  const model = draft(at(0), {})
  const plain = xml(elementsOf(model, meaningOf(model, null)), model, { encoding: 'utf-8', line: '\n' })
  const head = '<?xml version="1.0" encoding="utf-8"?>\n'
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('')
  return [
    [
      'X1-实体膨胀.lrmx',
      'entities that grow to a thousand million letters',
      Buffer.from(
        plain.replace('?>\n', `?>\n<!DOCTYPE Person [<!ENTITY a0 "哈哈">${laughs}]>\n`).replace('健康', '&a9;'),
      ),
    ],
    [
      'X2-外部实体.lrmx',
      'an entity that names a file of the computer',
      Buffer.from(
        plain
          .replace('?>\n', '?>\n<!DOCTYPE Person [<!ENTITY x SYSTEM "file:///etc/hostname">]>\n')
          .replace('健康', '&x;'),
      ),
    ],
    ['X3-截断.lrmx', 'cut off in the middle', Buffer.from(plain).subarray(0, 1500)],
    [
      'X4-别的文件.lrmx',
      'well-formed, but a spreadsheet',
      Buffer.from(`${head}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>\n`),
    ],
    ['X5-空文件.lrmx', 'no bytes at all', Buffer.alloc(0)],
    [
      'X6-层层嵌套.lrmx',
      'twenty thousand elements within each other',
      Buffer.from(`${head}<Person>${'<A>'.repeat(20_000)}${'</A>'.repeat(20_000)}</Person>\n`),
    ],
    ['X7-不是文字.lrm', 'a picture named .lrm', second],
  ]
}

const folder = join(import.meta.dirname, 'lrmx')
mkdirSync(folder, { recursive: true })
for (const name of readdirSync(folder)) rmSync(join(folder, name))
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const truthOf = (one: Written, meaning: Meaning, elements: readonly Element[], bytes: Buffer) => {
  const isOld = one.file.endsWith('.lrm')
  const kept = elements.filter(
    ([tag]) => tag !== 'ZhaoPian' && !(isOld && (tag === 'ShenFenZheng' || tag === 'Version')),
  )
  const relatives = one.draft.family.map((each) => Object.fromEntries(relativeElements(each, one.draft.manner)))
  const { idNumber, birth, ...rest } = meaning
  return {
    file: one.file,
    about: one.about,
    person: meaning.name,
    elements: Object.fromEntries(kept.map(([tag, text]) => [tag, tag === 'JiaTingChengYuan' ? relatives : text])),
    unknown: one.unknown ?? [],
    photoSha256: meaning.photo,
    // The older form has no ID number, and a month of birth only.
    meaning: isOld ? { ...rest, birth: birth.slice(0, 7) } : { ...rest, birth, idNumber },
    bytes: bytes.length,
  }
}
for (const one of forms) {
  const meaning = meaningOf(one.draft, one.draft.photo === null ? null : sha(one.draft.photo))
  const elements = elementsOf(one.draft, meaning)
  const bytes = one.write(elements, one.draft)
  writeFileSync(join(folder, one.file), bytes)
  if (one.sister !== undefined) writeFileSync(join(folder, one.sister[0]), one.sister[1])
  const name = one.file.replace(/\.\w+$/, '.truth.json')
  writeFileSync(join(folder, name), `${JSON.stringify(truthOf(one, meaning, elements, bytes), null, 1)}\n`)
}
for (const [file, about, bytes] of hostile()) {
  writeFileSync(join(folder, file), bytes)
  writeFileSync(
    join(folder, file.replace(/\.\w+$/, '.truth.json')),
    `${JSON.stringify({ file, about, refused: true }, null, 1)}\n`,
  )
}
const head = ['序号', '姓名', '性别', '身份证号', '机构', '编制类型', '职务', '入编时间']
writeFileSync(
  join(folder, 'roster.csv'),
  '\ufeff' +
    separated(
      [
        head,
        ...people.map((one, n) => [
          n + 1,
          one.name,
          one.sex,
          one.id,
          one.unit,
          one.category,
          one.post,
          one.entered.replace('-', '.'),
        ]),
      ],
      ',',
    ),
)
