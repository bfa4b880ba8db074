import type { z } from 'zod'

/*
 * What a schema objects to, as the clerk reads it: no word of the schema's own language. Sentences that a schema brings itself stand as they
 * are; this is for all the others.
 */

/** What is asked for where something else was given; by zod's name of the type. */
const EXPECTED: Readonly<Record<string, string>> = {
  string: '应是文字',
  number: '应是数',
  int: '应是整数',
  boolean: '只能是“是”或“否”',
  array: '应是一份清单',
  tuple: '应是一份清单',
  object: '应是一组栏目',
  record: '应是一组栏目',
  date: '应是日期',
  null: '应是空的',
  undefined: '不该填',
  never: '不该填',
}

/** What is counted, by zod's name of the type. */
const COUNTED: Readonly<Record<string, string>> = { string: ' 个字', array: ' 项', set: ' 项', file: ' 个字节' }

/** The problem behind a field's name, without a full stop; undefined leaves zod's own word. */
export function sayProblem(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? '没有填' : (EXPECTED[issue.expected] ?? '写法不对')
    case 'too_big':
      return `${issue.inclusive === false ? '应小于' : '至多'} ${issue.maximum}${COUNTED[issue.origin] ?? ''}`
    case 'too_small':
      return `${issue.inclusive === false ? '应大于' : '至少'} ${issue.minimum}${COUNTED[issue.origin] ?? ''}`
    case 'invalid_value':
      return issue.input === undefined ? '没有填' : `不在可选的范围里${choicesOf(issue.values)}`
    case 'unrecognized_keys':
      return `有不认得的栏目：${issue.keys.map((key) => key.slice(0, 40)).join('、')}`
    case 'invalid_union':
      return issue.input === undefined ? '没有填' : '不是认得的写法'
    case 'not_multiple_of':
      return `应是 ${issue.divisor} 的倍数`
    case 'invalid_key':
    case 'invalid_element':
      return '里面有写错的'
    case 'invalid_format':
    case 'custom':
      return '写法不对'
  }
}

/** The choices where they are few enough to be read, and words: a code of the program's own tells the clerk nothing. */
function choicesOf(values: readonly unknown[]): string {
  const MOST = 12
  const words = values.map(String)
  return words.length > MOST || words.some((word) => /[A-Za-z]/.test(word)) ? '' : `：${words.join('、')}`
}
