import { educationLevel, ethnicGroup, politicalStatus } from '../../import-plan/vocabularies.ts'
import { narrowText, tidyName } from '../../import-plan/text-repair.ts'
import { isPlainDate, isPlainMonth } from '../../model/plain-date.ts'
import type { Flag, Rule } from '../rule.ts'
import { unitIdOf } from '../wording.ts'

/** Written in full in no list of ours, and right as they are. */
const OTHER_GROUPS: ReadonlySet<string> = new Set(['其他', '外国血统中国籍人士', '穿青人', '革家人'])
const BLANK = /[\s\u200b\u2060]/u
const DEGREE = /^(?:名誉博士|\S{0,8}(?:博士|硕士|学士)(?:学位)?|无)$/u

type Look = (text: string) => string | null

/**
 * What an import would have repaired, in what is stored: blanks in a name, a short 民族 or 政治面貌, an 学历 or 学位 outside the lists, a date
 * that is no year-month or day. 全角 characters are D5's.
 */
export const fullWordsRule: Rule<'records'> = {
  id: 'D4',
  title: '姓名、民族、政治面貌、学历学位、日期应规范填写',
  severity: 'error',
  effect: 'data',
  source: { document: '机构编制实名制个人信息表填写说明', documentNumber: null, article: null, clause: '姓名中间和前后不留空格；民族、政治面貌填全称；学历、学位按名录；日期为年-月-日（要点，非原文）', inForceFrom: null },
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ index, snapshot }) => {
    const degreeOf = new Map(snapshot.records.personFile.map((file) => [file.personId, file.degree]))
    const looks = { ethnicity: remembered(lookAtEthnicity), politics: remembered(lookAtPolitics), education: remembered(lookAtEducation) }
    return index.present.flatMap(({ person, counted }): readonly Flag[] => {
      const degree = degreeOf.get(person.id) ?? null
      const problems = [
        lookAtName(person.name),
        looks.ethnicity(person.ethnicity),
        looks.politics(person.politicalStatus),
        looks.education(person.education),
        degree === null || DEGREE.test(degree) ? null : `学位“${degree}”不在名录里`,
        lookAtDate('出生年月', person.birth),
        lookAtDate('参加工作时间', person.workStarted),
        lookAtDate('入编时间', counted?.enteredOn ?? null),
      ].filter((problem) => problem !== null)
      if (problems.length === 0) return []
      return [{ unitId: unitIdOf(index, person.id), personId: person.id, text: `${tidyName(person.name)}的登记不规范：${problems.join('；')}。`, remedy: '在人员页更正为规范写法。', facts: { 处数: problems.length } }]
    })
  },
}

/** The same few words come thousands of times: each is looked at once. */
function remembered(look: Look): (text: string | null) => string | null {
  const known = new Map<string | null, string | null>([[null, null]])
  return (text) => {
    const answer = known.get(text)
    if (answer !== undefined || text === null) return answer ?? null
    const fresh = look(text)
    known.set(text, fresh)
    return fresh
  }
}

function lookAtName(name: string): string | null {
  if (!BLANK.test(name)) return null
  const narrow = narrowText(name)
  return tidyName(narrow) === narrow ? null : '姓名里有空格'
}

function lookAtEthnicity(text: string): string | null {
  const full = ethnicGroup(text)
  if (full === text || OTHER_GROUPS.has(text)) return null
  return full === null ? `民族“${text}”不在名录里` : `民族“${text}”应写“${full}”`
}

function lookAtPolitics(text: string): string | null {
  const full = politicalStatus(text)
  if (full === text) return null
  return full === null ? `政治面貌“${text}”不在名录里` : `政治面貌“${text}”应写“${full}”`
}

function lookAtEducation(text: string): string | null {
  const full = educationLevel(text)
  if (full === text) return null
  return full === null ? `学历“${text}”不在名录里` : `学历“${text}”应写“${full}”`
}

function lookAtDate(what: string, value: string | null): string | null {
  return value === null || (value.length === 7 ? isPlainMonth(value) : isPlainDate(value)) ? null : `${what}“${value}”不是年-月-日`
}
