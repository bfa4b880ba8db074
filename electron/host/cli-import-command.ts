import { basename } from 'node:path'
import { z } from 'zod'
import type { CallInput, Output } from '../contract/operations.ts'
import type { ImportQuestionView } from '../contract/import-operations.ts'
import { Refusal, refusalText } from '../vocabulary/refusals.ts'
import type { CommandLine, CommandResult } from './cli-arguments.ts'
import { call, readInput, show, writeWhole } from './cli-calls.ts'
import { importText } from './cli-text.ts'
import type { Core } from './dispatch.ts'

/*
 * Imports files. A question whose wrong answer would put somebody in the wrong place stops it: it is written down (`--questions`), answered in
 * the same file or another (`--answers`), and kept with the book.
 */

export async function importFile(core: Core, line: CommandLine): Promise<CommandResult> {
  const bytes = readInput(line.file)
  const { fileId } = await call(core, 'file.stage', { name: basename(line.file), base64: bytes.toString('base64') })
  const standsOver = (line.value('stands-over') ?? '').split(/[、,，]/u).filter((name) => name !== '')
  const answersFile = line.value('answers')
  const input = {
    fileId,
    ...(answersFile === undefined ? {} : { answers: readAnswers(answersFile) }),
    ...(line.flag('skip-refused') ? { skipRefused: true } : {}),
    ...(standsOver.length === 0 ? {} : { standsOver }),
  }
  const kept = line.flag('keep-columns') && !line.flag('dry-run') ? await keepColumns(core, input) : {}
  const whole = { ...input, ...kept }
  const summary = line.flag('dry-run')
    ? { ...(await call(core, 'import.preview', input)), committed: false, seq: null }
    : await call(core, 'import.commit', whole)
  const { added, updated, unchanged, counts, refused, repaired, committed, seq, questions, offers, notes, unused } =
    summary
  const questionsFile = line.value('questions')
  if (questionsFile !== undefined) writeWhole(questionsFile, questionsJson(basename(line.file), questions, offers))
  const refusedOut = line.value('refused-out')
  if (refusedOut !== undefined && refused.length > 0) {
    const { base64 } = await call(core, 'import.refusedFile', whole)
    writeWhole(refusedOut, Buffer.from(base64, 'base64'))
  }
  const shown = show(
    line,
    { added, updated, unchanged, counts, refused, repaired, committed, seq, questions, offers, notes, unused },
    [importText(summary), ...notes, ...unusedLines(unused)].join('\n'),
  )
  const asked = [...questionLines(questions), ...offers.map(({ text }) => `可答可不答：${text}`)]
  if (committed || line.flag('dry-run')) return { ...shown, stderr: asked.join('\n') }
  return {
    ...shown,
    exitCode: 1,
    stderr: [
      ...asked,
      ...(refused.length === 0 && questions.length > 0
        ? []
        : [refusalText('import_refused', { count: new Set(refused.map((row) => `${row.sheet}:${row.row}`)).size })]),
      ...refused.map((row) => row.message),
    ].join('\n'),
  }
}

type ImportInput = CallInput<'import.commit'>

/** Every column nothing takes becomes a field of the township's own, in one entry; the answer names the columns by hand. */
async function keepColumns(core: Core, input: ImportInput): Promise<Pick<ImportInput, 'mappings'>> {
  const { unused } = await call(core, 'import.preview', input)
  if (unused.length === 0) return {}
  const { fields } = await call(core, 'ownField.add', { fields: unused.map(({ title, kind }) => ({ title, kind })) })
  const placed = unused.map(({ sheet, column }, place) => ({ sheet, column, field: fields[place] ?? null }))
  const sheets = Map.groupBy(placed, ({ sheet }) => sheet)
  return {
    mappings: [...sheets].map(([sheet, columns]) => ({
      sheet,
      columns: Object.fromEntries(columns.map(({ column, field }) => [column, field])),
    })),
  }
}

function unusedLines(unused: Output<'import.preview'>['unused']): readonly string[] {
  if (unused.length === 0) return []
  const columns = unused.map(({ column, header }) => `${column} 列“${header}”`).join('、')
  return [`${columns}没有收进：编制本没有这些栏目。要收进的，加 --keep-columns，记成自定栏目。`]
}

const plainAnswers = z.record(z.string(), z.string())
const listedAnswers = z.array(z.object({ id: z.string(), answer: z.string().nullish() }))
const answerFile = z.union([
  z.object({
    questions: listedAnswers,
    optional: listedAnswers.optional(),
    answers: plainAnswers.optional(),
  }),
  z.object({ answers: plainAnswers }),
  listedAnswers,
  plainAnswers,
])

/** `{"answers": {id: answer}}`, the same without the outer pair, or the file `--questions` wrote with `answer` filled in. @throws `invalid_input` */
function readAnswers(path: string): Readonly<Record<string, string>> {
  let content: unknown
  try {
    content = JSON.parse(readInput(path).toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new Refusal('invalid_input', { field: '--answers', problem: '不是正确的 JSON' })
    throw error
  }
  const parsed = answerFile.safeParse(content)
  if (!parsed.success)
    throw new Refusal('invalid_input', { field: '--answers', problem: '应为 {"answers": {"问题编号": "回答"}}' })
  const data = parsed.data
  const listed = Array.isArray(data)
    ? data
    : 'questions' in data && Array.isArray(data.questions)
      ? [...data.questions, ...('optional' in data && Array.isArray(data.optional) ? data.optional : [])]
      : []
  const named = Array.isArray(data)
    ? {}
    : 'answers' in data && typeof data.answers === 'object'
      ? data.answers
      : 'questions' in data
        ? {}
        : data
  const own = listed.flatMap(({ id, answer }) =>
    answer === null || answer === undefined || answer === '' ? [] : [[id, answer] as const],
  )
  return { ...plainAnswers.parse(named), ...Object.fromEntries(own) }
}

function questionsJson(
  file: string,
  questions: readonly ImportQuestionView[],
  offers: readonly ImportQuestionView[],
): Buffer {
  const content = {
    file,
    guide:
      '在每个问题的 answer 里填 choices 中一项的 value（free 为 true 的可以填别的文字），再用 --answers 交回这个文件。optional 里的可以不答，不答就不记。',
    questions: questions.map((question) => ({ ...question, answer: null })),
    optional: offers.map((question) => ({ ...question, answer: null })),
  }
  return Buffer.from(`${JSON.stringify(content, null, 1)}\n`, 'utf8')
}

/** Every open question with where it is asked. */
function questionLines(questions: readonly ImportQuestionView[]): readonly string[] {
  if (questions.length === 0) return []
  return [
    refusalText('import_questions', { count: questions.length }),
    ...questions.map(
      (question) =>
        `${question.text}${question.rows.length === 0 ? '' : `（${question.rows.length} 行，从第 ${question.rows[0] ?? ''} 行起）`}`,
    ),
  ]
}
