import { educationLevel, ethnicGroup, politicalStatus } from '../../table/vocabularies.ts'
import { narrowText, tidyName } from '../../table/text-repair.ts'
import { isPlainDate, isPlainMonth } from '../../model/plain-date.ts'
import { readNameCell } from '../../says/read-name-cell.ts'
import { rememberText } from '../../model/remember-text.ts'
import type { PresentPerson } from '../../model/snapshot-index.ts'
import type { Flag } from '../rule.ts'
import { ruleByPerson } from '../rule-by-person.ts'
import { unitIdOf } from '../wording.ts'

/** Written in full in no list of ours, and right as they are. */
const OTHER_GROUPS: ReadonlySet<string> = new Set(['其他', '外国血统中国籍人士', '穿青人', '革家人'])
const BLANK = /[\s\u200b\u2060]/u
const DEGREE = /^(?:名誉博士|\S{0,8}(?:博士|硕士|学士)(?:学位)?|无)$/u

/**
 * What an import would have repaired, in what is stored: blanks in a name, a short 民族 or 政治面貌, an 学历 or 学位 outside the lists, a date
 * that is no year-month or day. 全角 characters are D5's.
 */
export const fullWordsRule = ruleByPerson({
  id: 'D4',
  title: '姓名、民族、政治面貌、学历学位、日期应规范填写',
  severity: 'error',
  effect: 'data',
  sources: [
    {
      law: 'person-form-notes',
      article: null,
      clause:
        '1、姓名:要求中间或前后均不能有空格。2、民族:写全称…4、政治面貌:写全称…学历填写为博士研究生、硕士研究生、本科、大专、中专、高中、其他…学位按博士、硕士、学士、无等四类填写',
    },
  ],
  pack: null,
  stage: 'facts',
  parameters: [],
  ofPerson: (present, { index }): readonly Flag[] => {
    const problems = problemsOf(present)
    if (problems.length === 0) return NOTHING
    const { person } = present
    return [
      {
        unitId: unitIdOf(index, person.id),
        personId: person.id,
        text: `${tidyName(readNameCell(person.name).name)}的登记不规范：${problems.join('；')}。`,
        remedy: '在人员页更正为规范写法。',
        facts: { 处数: problems.length },
      },
    ]
  },
})

const NOTHING: readonly Flag[] = []
const NO_PROBLEMS: readonly string[] = []

function problemsOf(present: PresentPerson): readonly string[] {
  let problems: string[] | undefined
  // One by one: of almost everybody there is nothing to be said, and no list is made.
  for (const look of LOOKS) {
    const problem = look(present)
    if (problem === null) continue
    problems ??= []
    problems.push(problem)
  }
  return problems ?? NO_PROBLEMS
}

/** What is looked at, in the order it is told. */
const LOOKS: readonly ((present: PresentPerson) => string | null)[] = [
  ({ person }) => lookAtName(person.name),
  ({ person }) => (person.ethnicity === null ? null : lookAtEthnicity(person.ethnicity)),
  ({ person }) => (person.politicalStatus === null ? null : lookAtPolitics(person.politicalStatus)),
  ({ person }) => (person.education === null ? null : lookAtEducation(person.education)),
  ({ file }) => lookAtDegree(file?.degree ?? null),
  ({ person }) => lookAtDate('出生年月', person.birth),
  ({ person }) => lookAtDate('参加工作时间', person.workStarted),
  ({ counted }) => lookAtDate('入编时间', counted?.enteredOn ?? null),
]

function lookAtDegree(degree: string | null): string | null {
  return degree === null || DEGREE.test(degree) ? null : `学位“${degree}”不在名录里`
}

/** A name of two letters and more, and nothing else. */
const PLAIN_NAME = /^[\u4e00-\u9fff]+$/

function lookAtName(name: string): string | null {
  if (PLAIN_NAME.test(name)) return null
  const bare = readNameCell(name).name
  if (bare !== name.trim() && bare !== '') return `姓名“${name.trim()}”带着标注，应写“${bare}”`
  if (!BLANK.test(name)) return null
  const narrow = narrowText(name)
  return tidyName(narrow) === narrow ? null : '姓名里有空格'
}

const lookAtEthnicity = rememberText((text): string | null => {
  const full = ethnicGroup(text)
  if (full === text || OTHER_GROUPS.has(text)) return null
  return full === null ? `民族“${text}”不在名录里` : `民族“${text}”应写“${full}”`
})

const lookAtPolitics = rememberText((text): string | null => {
  const full = politicalStatus(text)
  if (full === text) return null
  return full === null ? `政治面貌“${text}”不在名录里` : `政治面貌“${text}”应写“${full}”`
})

const lookAtEducation = rememberText((text): string | null => {
  const full = educationLevel(text)
  if (full === text) return null
  return full === null ? `学历“${text}”不在名录里` : `学历“${text}”应写“${full}”`
})

function lookAtDate(what: string, value: string | null): string | null {
  return value === null || (value.length === 7 ? isPlainMonth(value) : isPlainDate(value))
    ? null
    : `${what}“${value}”不是年-月-日`
}
