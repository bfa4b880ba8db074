import { basename } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import type { z } from 'zod'
import { answerArithmetic } from '../app/book/check-arithmetic.ts'
import { answerIdNumber, answerRetirement, answerWorkingDays } from '../app/book/answer-engines.ts'
import { arithmeticQuestion, type ArithmeticAnswer } from '../contract/arithmetic.ts'
import { holidaysOf } from '../app/packs/keep-holidays.ts'
import {
  idNumberQuestion,
  retirementQuestion,
  workingDaysQuestion,
  type IdNumberAnswer,
  type RetirementAnswer,
} from '../contract/engines.ts'
import { refusalText, Refusal } from '../vocabulary/refusals.ts'
import type { CommandLine, CommandResult } from './cli-arguments.ts'
import type { EngineCommand } from './cli-table.ts'
import { answered, given, readInput, show } from './cli-calls.ts'

type EngineAnswer = (line: CommandLine) => Promise<CommandResult>

/** Commands that need no book: the engines asked directly, one question by options or many as JSON lines. */
export const ENGINE_COMMANDS: Readonly<Record<EngineCommand, EngineAnswer>> = {
  retirement: engine(retirementQuestion, retirementAsked, answerRetirement, retirementText),
  'id-number': engine(
    idNumberQuestion,
    idNumberAsked,
    (asked) => answerIdNumber(asked, new Date().toISOString()),
    idNumberText,
  ),
  'working-days': engine(
    workingDaysQuestion,
    workingDaysAsked,
    (asked, line) => answerWorkingDays(asked, tablesOf(line)),
    (answer) => `${answer.end}（连同休息日共 ${answer.calendarDays} 天）`,
  ),
  arithmetic: engine(arithmeticQuestion, arithmeticAsked, answerArithmetic, arithmeticText),
}

/** A command from its schema, how its options become a question, its answer, and that answer for people. */
function engine<Q, A>(
  schema: z.ZodType<Q>,
  asked: (line: CommandLine) => unknown,
  answer: (question: Q, line: CommandLine) => A,
  text: (answer: A) => string,
): EngineAnswer {
  return (line) =>
    answered(async () => {
      const reply = (raw: unknown) => answer(checked(schema, raw), line)
      if (line.flag('batch')) return batch(await textOf(process.stdin), reply)
      const value = reply(asked(line))
      return show(line, value, text(value))
    })
}

/** One answer for every line, in order; a line that cannot be answered says why and stops nothing. */
function batch(input: string, reply: (raw: unknown) => unknown): CommandResult {
  const lines = input.replace(/^\ufeff/, '').split('\n')
  if (lines.at(-1)?.trim() === '') lines.pop()
  const answers = lines.map((line) => {
    try {
      return reply(parsedJson(line))
    } catch (error) {
      if (error instanceof Refusal)
        return { error: { code: error.code, message: refusalText(error.code, error.details) } }
      throw error
    }
  })
  return { exitCode: 0, stdout: answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''), stderr: '' }
}

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new Refusal('invalid_input', { field: '这一行', problem: '不是正确的 JSON' })
  }
}

function checked<Q>(schema: z.ZodType<Q>, raw: unknown): Q {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const field = issue?.path.join('.') ?? ''
  throw new Refusal('invalid_input', { field: field === '' ? '这一行' : field, problem: issue?.message ?? '' })
}

function retirementAsked(line: CommandLine): unknown {
  return {
    ...given('birth', line.value('birth')),
    ...given('category', line.value('category')),
    ...given('kind', line.value('kind')),
    ...(line.flag('civil-servant') ? { 'civil-servant': true } : {}),
  }
}

function idNumberAsked(line: CommandLine): unknown {
  return { value: line.word, ...given('birth', line.value('birth')), ...given('sex', line.value('sex')) }
}

function workingDaysAsked(line: CommandLine): unknown {
  return { ...given('from', line.value('from')), ...given('days', line.value('days')) }
}

/** 放假安排 of --holidays; none without it. @throws `holiday_file_bad`, `file_not_found` */
function tablesOf(line: CommandLine) {
  const path = line.value('holidays')
  return path === undefined ? [] : [holidaysOf({ id: '', name: basename(path), bytes: readInput(path) }).table]
}

function arithmeticAsked(line: CommandLine): unknown {
  const numbers = ['parts', 'total', 'from', 'to', 'cut', 'rate'] as const
  return {
    ...Object.assign({}, ...numbers.map((name) => given(name, line.value(name)))),
    ...(line.flag('partial') ? { partial: true } : {}),
  }
}

const AGREEMENT = { agrees: '相符', disagrees: '不符', notCheckable: '无法核对' } as const

function arithmeticText(answer: ArithmeticAnswer): string {
  return `${AGREEMENT[answer.verdict]}：${answer.text}`
}

function retirementText(answer: RetirementAnswer): string {
  const { statutory, earliest } = answer.minimumContribution
  return [
    `法定退休年龄 ${answer.statutoryAge}，${answer.retire} 退休（延迟 ${answer.delayMonths} 个月），最低缴费 ${statutory.text}`,
    `最早 ${answer.earliest}（最低缴费 ${earliest.text}），最晚 ${answer.latest ?? answer.retire}`,
    ...answer.notes,
  ].join('\n')
}

const VERDICTS = { valid: '号码成立', invalid: '号码不对', legacy: '15 位旧号', mismatch: '与登记不符' } as const

function idNumberText(answer: IdNumberAnswer): string {
  const read = [answer.birth, answer.sex].filter((part) => part !== null).join(' ')
  return [
    `${VERDICTS[answer.verdict]}${read === '' ? '' : `（${read}）`}${answer.reason === null ? '' : `：${answer.reason}`}`,
    ...answer.warnings.filter((warning) => warning !== answer.reason),
  ].join('\n')
}
