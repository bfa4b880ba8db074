import { titlesOf } from './code-list.ts'
import { fieldsKept, personField, type PersonField, type PersonFieldOf } from './person-fields.ts'
import { isOwnField, OWN_FIELD_NAMES, type OwnFieldName } from './own-fields.ts'
import { lines, otherWords, required, text, type RecordField } from './record-shape.ts'

/* 资料 of a person: what stands in the file and on forms. The first two are fields of the person's catalogue. */

type FieldNamed<F extends string> = F extends string ? RecordField & { readonly name: F } : never

type Declared<H extends 'file' | 'grade'> = Exclude<PersonFieldOf<H>, OwnFieldName>

function recordFieldsOf<H extends 'file' | 'grade'>(home: H): readonly FieldNamed<Declared<H>>[] {
  // One declaration a field, its name kept in its type.
  return fieldsKept(home)
    .filter((field) => !isOwnField(field))
    .map(recordField) as unknown as readonly FieldNamed<Declared<H>>[]
}

function recordField(name: PersonField): RecordField {
  const { title, names, recordNames = [], kind, codes, open, masked, hint } = personField(name)
  return {
    name,
    title,
    ...(kind === 'code' && open !== true && codes !== undefined
      ? { type: 'choice', choices: titlesOf(codes), words: otherWords(codes), open: true }
      : { type: kind === 'lines' ? 'lines' : kind === 'month' ? 'month' : 'text' }),
    also: [...names, ...recordNames],
    ...(masked === undefined ? {} : { masked }),
    ...(hint === undefined ? {} : { hint }),
  }
}

export const FILE_RECORDS = {
  personGrade: {
    title: '人员类别与岗位等级',
    group: '人员',
    subject: 'person',
    oneAtATime: true,
    span: 'state',
    from: '自',
    to: null,
    purpose: '人员类别对应编制类型，职务层次对应机构规格，岗位等级对应岗位类别。',
    fields: recordFieldsOf('grade'),
  },
  personFile: {
    title: '档案补充',
    group: '人员',
    subject: 'person',
    oneAtATime: true,
    span: 'state',
    from: '登记日期',
    to: null,
    keepsUnsaid: true,
    purpose: '任免审批表、干部名册和上级表格要的籍贯、入党时间、院校等；不参与公示。',
    fields: recordFieldsOf('file'),
    more: OWN_FIELD_NAMES,
  },
  resume: {
    title: '简历',
    group: '人员',
    subject: 'person',
    oneAtATime: true,
    keepsUnsaid: true,
    span: 'state',
    from: '登记日期',
    to: null,
    purpose: '从上学或参加工作起的经历，一段一行，印在任免审批表上。',
    fields: [
      lines('text', '简历', {
        required: true,
        masked: true,
        hint: '一段一行：2004.09--2008.08  某校学习；至今的只写起始，如 2016.07--',
      }),
    ],
  },
  familyMember: {
    title: '家庭成员',
    group: '人员',
    subject: 'person',
    oneAtATime: false,
    span: 'state',
    from: '登记日期',
    to: '至',
    purpose: '家庭主要成员及重要社会关系，一人一条，印在任免审批表上。',
    fields: [
      { name: 'place', title: '次序', type: 'integer' },
      text('relation', '称谓', required),
      text('name', '家庭成员姓名', { ...required, masked: true }),
      { name: 'birth', title: '家庭成员出生年月', type: 'month', masked: true },
      text('politicalStatus', '家庭成员政治面貌', { masked: true }),
      text('work', '工作单位及职务', { masked: true }),
    ],
  },
  appointment: {
    title: '任免呈报',
    group: '人员',
    subject: 'person',
    oneAtATime: true,
    span: 'state',
    keepsUnsaid: true,
    from: '登记日期',
    to: null,
    purpose: '任免审批表上的现任、拟任、拟免职务和任免理由，以及呈报单位、填表人和填表日期。',
    fields: [
      text('currentPost', '现任职务', { hint: '不填按任职登记写' }),
      text('proposedPost', '拟任职务'),
      text('removedPost', '拟免职务'),
      lines('assessments', '年度考核结果', { hint: '不填按年度考核登记写' }),
      lines('reason', '任免理由'),
      text('reportingUnit', '呈报单位'),
      { name: 'ageAsOf', title: '计算年龄时间', type: 'month' },
      { name: 'filledOn', title: '填表时间', type: 'month' },
      text('filledBy', '填表人'),
    ],
  },
} as const
